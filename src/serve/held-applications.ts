import { normalizeName } from '../code/cell/normalize.ts';
import type { Application } from './application.ts';
import { compareWith, hashPlace } from './index/similar-names.ts';
import type { PendingField } from './judge-application.ts';
import type { NameLikeness } from './registry.ts';

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
  /** How the first name of another in the region differs that is easily taken for its name; null: there is none. */
  findSimilar(application: Application): NameLikeness | null;
  /** Drops those whose time is over. */
  forget(): void;
}

export function createHeldApplications(now: () => number): HeldApplications {
  const byId = new Map<string, Held>();
  const byField = new Map<string, Held>();
  const byPlace = new Map<string, Set<Held>>();
  const remove = (id: string): void => {
    const held = byId.get(id);
    if (held === undefined) return;
    byId.delete(id);
    for (const [, key] of listFields(held.application)) if (byField.get(key)?.id === id) byField.delete(key);
    const place = placeOf(held.application);
    const near = byPlace.get(place);
    near?.delete(held);
    if (near?.size === 0) byPlace.delete(place);
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
      const place = placeOf(held.application);
      byPlace.set(place, (byPlace.get(place) ?? new Set()).add(held));
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
    findSimilar(application) {
      const compare = compareWith(application.name, application.region);
      for (const { until, application: other } of byPlace.get(placeOf(application)) ?? []) {
        const likeness = until > now() ? compare(other.name) : null;
        if (likeness !== null && likeness !== 'same') return likeness;
      }
      return null;
    },
    forget() {
      for (const { id, until } of byId.values()) if (until <= now()) remove(id);
    },
  };
}

function placeOf({ region, name }: Application): string {
  return `${region} ${hashPlace(region, name)}`;
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
