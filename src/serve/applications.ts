import type { Application } from './application.ts';
import { createHeldApplications, type HeldApplications } from './held-applications.ts';
import {
  completeApplication,
  type Evidence,
  type JudgeContext,
  judgeApplication,
  type Outcome,
} from './judge-application.ts';

/** What an application was answered. */
export interface ApplicationAnswer {
  id: string;
  outcome: Outcome;
  /** The code that may be issued, or was judged; null: it is not known, or does not conform. */
  code: string | null;
  evidence: Evidence[];
  /** Until when an `ok` keeps others from getting the same; null for other outcomes. */
  expiresAt: string | null;
}

/** One line of the log. Nothing is answered before its line is safe. */
export type LogEntry =
  | {
      op: 'answer';
      at: number;
      client: string;
      key: string | null;
      digest: string;
      application: Application | null;
      answer: ApplicationAnswer;
    }
  | { op: 'confirm'; at: number; client: string; id: string; until: number }
  | { op: 'release'; at: number; client: string; id: string };

/** Where lines are kept. Resolves when they are safe from a power cut. */
export interface ApplicationLog {
  append(entry: LogEntry): Promise<void>;
}

/** How long things are remembered, in milliseconds. */
export const HOLD_MILLISECONDS = 30 * 60_000;
export const CONFIRMED_MILLISECONDS = 90 * 24 * 3_600_000;
export const KEY_MILLISECONDS = 24 * 3_600_000;
/** How often what is over is dropped; it counts for nothing before that. */
const FORGET_MILLISECONDS = 60_000;

interface Keyed {
  digest: string;
  answer: ApplicationAnswer;
  at: number;
  isSafe: Promise<void>;
}

/** A request as it came. */
export interface ApplyRequest {
  application: Application;
  /** Who asks: keys of one are not those of another. */
  client: string;
  /** The `Idempotency-Key`; null: none. */
  key: string | null;
  /** Tells requests apart. */
  digest: string;
  id: string;
}

export type Settled = { status: 'confirmed' | 'released'; expiresAt: string | null };

/** Applications that were answered, as long as they are remembered. */
export interface Applications {
  /** The answer; `key-reused` where the key stood for another request. */
  apply(request: ApplyRequest, context: Omit<JudgeContext, 'pending'>): Promise<ApplicationAnswer | 'key-reused'>;
  /** The code was issued. Null where no such application is held, of this client. */
  confirm(id: string, client: string): Promise<Settled | null>;
  /** The code was not issued. */
  release(id: string, client: string): Promise<Settled | null>;
  held(): number;
  /** Lines that say all that is still remembered. */
  listEntries(): LogEntry[];
}

/**
 *   apply ─ judge ─ ok ─▶ held ─┬─ confirm ─▶ held until the registry shows it, 90 days at most
 *                               ├─ release ─▶ free
 *                               └─ 30 minutes ─▶ free
 *
 * Judging and holding are one step that nothing comes between; then the line is written, then the answer given.
 *
 * @param lines of the log, in order
 */
export function createApplications(log: ApplicationLog, lines: Iterable<LogEntry>, now: () => number): Applications {
  const held = createHeldApplications(now);
  const keyed = new Map<string, Keyed>();
  for (const line of lines) replay(line, held, keyed);
  let forgotAt = now();
  const forget = (): void => {
    const time = now();
    if (time - forgotAt < FORGET_MILLISECONDS) return;
    forgotAt = time;
    held.forget();
    for (const [key, { at }] of keyed) if (at + KEY_MILLISECONDS <= time) keyed.delete(key);
  };
  return {
    async apply({ application, client, key, digest, id }, context) {
      forget();
      const keyName = key === null ? null : nameKey(client, key);
      const known = keyName === null ? undefined : keyed.get(keyName);
      if (known !== undefined && known.at + KEY_MILLISECONDS > now()) {
        if (known.digest !== digest) return 'key-reused';
        await known.isSafe;
        return known.answer;
      }
      const judged = judgeApplication(application, { ...context, pending: held });
      const at = now();
      const until = at + HOLD_MILLISECONDS;
      const isOk = judged.outcome === 'ok';
      const answer: ApplicationAnswer = { id, ...judged, expiresAt: isOk ? new Date(until).toISOString() : null };
      const complete = isOk ? completeApplication(application) : null;
      if (complete !== null) held.add({ id, application: complete, client, until, isConfirmed: false });
      // What cannot be repeated need not be remembered.
      const isSafe =
        isOk || key !== null
          ? log.append({ op: 'answer', at, client, key, digest, application: complete, answer })
          : Promise.resolve();
      if (keyName !== null) keyed.set(keyName, { digest, answer, at, isSafe });
      try {
        await isSafe;
      } catch (error) {
        held.delete(id);
        if (keyName !== null) keyed.delete(keyName);
        throw error;
      }
      return answer;
    },
    async confirm(id, client) {
      const one = held.get(id);
      if (one?.client !== client) return null;
      const until = now() + CONFIRMED_MILLISECONDS;
      await log.append({ op: 'confirm', at: now(), client, id, until });
      held.add({ ...one, until, isConfirmed: true });
      return { status: 'confirmed', expiresAt: new Date(until).toISOString() };
    },
    async release(id, client) {
      if (held.get(id)?.client !== client) return null;
      await log.append({ op: 'release', at: now(), client, id });
      // Freed when the line is safe: somebody else's `ok` may depend on it.
      held.delete(id);
      return { status: 'released', expiresAt: null };
    },
    held: () => held.size,
    listEntries() {
      held.forget();
      return listEntries(held, keyed);
    },
  };
}

function replay(line: LogEntry, held: HeldApplications, keyed: Map<string, Keyed>): void {
  if (line.op === 'release') held.delete(line.id);
  else if (line.op === 'confirm') {
    const one = held.peek(line.id);
    if (one !== undefined) held.add({ ...one, until: line.until, isConfirmed: true });
  } else {
    const { at, client, key, digest, application, answer } = line;
    if (application !== null) {
      const until = Date.parse(answer.expiresAt ?? '');
      held.add({ id: answer.id, application, client, until, isConfirmed: false });
    }
    if (key !== null) keyed.set(nameKey(client, key), { digest, answer, at, isSafe: Promise.resolve() });
  }
}

function listEntries(held: HeldApplications, keyed: Map<string, Keyed>): LogEntry[] {
  const entries: LogEntry[] = [];
  const written = new Set<string>();
  for (const [name, { digest, answer, at }] of keyed) {
    const { client, key } = readKeyName(name);
    const application = held.get(answer.id)?.application ?? null;
    written.add(answer.id);
    entries.push({ op: 'answer', at, client, key, digest, application, answer });
  }
  for (const { id, application, client, until, isConfirmed } of held) {
    const expiresAt = new Date(until).toISOString();
    const answer: ApplicationAnswer = { id, outcome: 'ok', code: application.code, evidence: [], expiresAt };
    if (!written.has(id)) entries.push({ op: 'answer', at: 0, client, key: null, digest: '', application, answer });
    if (isConfirmed) entries.push({ op: 'confirm', at: 0, client, id, until });
  }
  return entries;
}

function nameKey(client: string, key: string): string {
  return JSON.stringify([client, key]);
}

function readKeyName(name: string): { client: string; key: string } {
  const [client = '', key = ''] = JSON.parse(name) as string[];
  return { client, key };
}
