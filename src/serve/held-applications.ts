import { normalizeName } from '../code/cell/normalize.ts';
import type { Application } from './application.ts';
import type { PendingField } from './judge-application.ts';

/** An application that was answered `ok` and still stands. */
export interface Held {
  id: string;
  application: Application;
  client: string;
  /** When it ends, in milliseconds since 1970. */
  until: number;
  isConfirmed: boolean;
}

/** Those that are held. No two of them share a field, since the second would not have been answered `ok`. */
export interface HeldApplications extends Iterable<Held> {
  size: number;
  add(held: Held): void;
  /** Undefined too where its time is over. */
  get(id: string): Held | undefined;
  /** The same, whether or not its time is over. */
  peek(id: string): Held | undefined;
  delete(id: string): void;
  findShared(application: Application): PendingField | null;
  /** Drops those whose time is over. */
  forget(): void;
}

export function createHeldApplications(now: () => number): HeldApplications {
  const byId = new Map<string, Held>();
  const byField = new Map<string, Held>();
  const remove = (id: string): void => {
    const held = byId.get(id);
    if (held === undefined) return;
    byId.delete(id);
    for (const [, key] of listFields(held.application)) if (byField.get(key)?.id === id) byField.delete(key);
  };
  return {
    get size() {
      return byId.size;
    },
    [Symbol.iterator]: () => byId.values(),
    add(held) {
      remove(held.id);
      byId.set(held.id, held);
      for (const [, key] of listFields(held.application)) byField.set(key, held);
    },
    get(id) {
      const held = byId.get(id);
      return held !== undefined && held.until > now() ? held : undefined;
    },
    peek: (id) => byId.get(id),
    delete: remove,
    findShared(application) {
      const shared = listFields(application).find(([, key]) => (byField.get(key)?.until ?? 0) > now());
      return shared?.[0] ?? null;
    },
    forget() {
      for (const { id, until } of byId.values()) if (until <= now()) remove(id);
    },
  };
}

function listFields({
  code,
  organizationCode,
  registrationNumber,
  region,
  name,
}: Application): [PendingField, string][] {
  const fields: [PendingField, string][] = [];
  if (code !== null) fields.push(['code', `code ${code}`]);
  if (organizationCode !== null) fields.push(['organizationCode', `organization ${organizationCode}`]);
  if (registrationNumber !== null) fields.push(['registrationNumber', `number ${registrationNumber}`]);
  fields.push(['name', `name ${region} ${normalizeName(name)}`]);
  return fields;
}
