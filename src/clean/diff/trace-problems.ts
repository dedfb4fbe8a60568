import { judge } from '../../code/cell/judge.ts';
import { normalizeName } from '../../code/cell/normalize.ts';
import type { Platform } from '../../engine/platform.ts';
import type { Input } from '../../tables/input.ts';
import { type OpenRegistry, openRegistry } from '../lookup/open-registry.ts';
import type { RegistryEntity } from '../lookup/registry-entity.ts';
import type { DiffOptions, ProblemOutcomes, ProblemRecord, TracedEntity } from './diff-report.ts';
import type { DiffInputs } from './diff-scan.ts';

/** More problems than this are not followed: they are kept in memory while both exports are asked. */
export const MOST_TRACED = 200_000;

/** What is known of an entity in the other export: the conforming code it has there, the only one; null where it has none. */
type Traces = Map<string, TracedEntity | null>;

/** What became of problems, told record by record and counted. */
export interface ProblemTraces {
  /** Null: nothing was followed. */
  outcomes: ProblemOutcomes | null;
  /** New problems of entities that had a conforming code before, by what tells them. */
  spoiled: { organization: number; name: number };
  /** The same problem with what is known of its entity. */
  describe(problem: ProblemRecord): ProblemRecord;
}

/**
 * Looks for the entities of problems in the other export: of resolved ones in the new, of new ones in the old.
 *
 *   resolved  ─ organization code, name ─▶ new export ─ has a conforming code ─▶ corrected, else gone
 *   new       ─ organization code, name ─▶ old export ─ had a conforming code ─▶ spoiled
 */
export async function traceProblems(
  problems: ProblemRecord[] | null,
  { inputs, options, platform, memoryBytes }: TraceJob,
): Promise<ProblemTraces> {
  // There are more than are followed.
  if (problems === null) return { outcomes: null, spoiled: { organization: 0, name: 0 }, describe: (each) => each };
  const { lang: _, onProgress: __, ...reading } = options;
  const open = (tables: Input[]): Promise<OpenRegistry> =>
    openRegistry({ inputs: tables, options: reading, platform, memoryBytes });
  const resolved = problems.filter(({ status }) => status === 'resolved');
  const fresh = problems.filter(({ status, kind }) => isFresh(status) && kind !== 'duplicate');
  const now = await trace(resolved, () => open(inputs.new));
  const before = await trace(fresh, () => open(inputs.old));
  const describe = (problem: ProblemRecord): ProblemRecord => {
    const key = keyOf(problem);
    if (problem.status === 'resolved') {
      return { ...problem, outcome: outcomeOf(problem, now), entity: now.get(key) ?? null };
    }
    return isFresh(problem.status) ? { ...problem, entity: before.get(key) ?? null } : problem;
  };
  return { outcomes: countOutcomes(resolved, now), spoiled: countSpoiled(fresh, before), describe };
}

/** What following problems takes. */
export interface TraceJob {
  inputs: DiffInputs;
  options: DiffOptions;
  platform: Platform;
  memoryBytes: number;
}

function isFresh(status: ProblemRecord['status']): boolean {
  return status === 'new' || status === 'reappeared';
}

function keyOf({ code, name, kind }: ProblemRecord): string {
  return JSON.stringify([kind, code, normalizeName(name)]);
}

/** Positions 9 to 17 of what has the length of a code. */
function organizationOf({ code }: ProblemRecord): string {
  const { normalized } = judge(code);
  return normalized.length === 18 ? normalized.slice(8, 17) : '';
}

/** By key, for problems of which something is known: a conforming code under the organization code, else under the name. */
async function trace(problems: ProblemRecord[], open: () => Promise<OpenRegistry>): Promise<Traces> {
  const traces: Traces = new Map();
  if (problems.length === 0) return traces;
  const registry = await open();
  let waiting = problems;
  for (const by of ['organization', 'name'] as const) {
    const textOf = by === 'organization' ? organizationOf : ({ name }: ProblemRecord) => normalizeName(name);
    const found = await registry.find(by, waiting.map(textOf));
    waiting = waiting.filter((problem) => {
      const text = textOf(problem);
      const entity = findConforming(found.get(text) ?? []);
      if (text !== '' && !traces.has(keyOf(problem))) traces.set(keyOf(problem), null);
      if (entity === undefined) return true;
      const { code, name, file, sheet, row, line } = entity;
      traces.set(keyOf(problem), { by, code, name, file, sheet, row, line });
      return false;
    });
  }
  return traces;
}

function findConforming(entities: RegistryEntity[]): RegistryEntity | undefined {
  return entities.find(({ partition }) => partition === 'conforming');
}

function outcomeOf(problem: ProblemRecord, now: Traces): 'corrected' | 'gone' | 'unknown' {
  const found = now.get(keyOf(problem));
  return found === undefined ? 'unknown' : found === null ? 'gone' : 'corrected';
}

/** Distinct problems: one is corrected when an entity of it is, and gone when all of its entities are. */
function countOutcomes(resolved: ProblemRecord[], now: Traces): ProblemOutcomes {
  const byProblem = new Map<string, 'corrected' | 'gone' | 'unknown'>();
  const rank = { gone: 0, unknown: 1, corrected: 2 };
  for (const problem of resolved) {
    const key = distinctKey(problem);
    const outcome = outcomeOf(problem, now);
    const known = byProblem.get(key);
    if (known === undefined || rank[outcome] > rank[known]) byProblem.set(key, outcome);
  }
  const outcomes: ProblemOutcomes = { corrected: 0, gone: 0, unknown: 0 };
  for (const outcome of byProblem.values()) outcomes[outcome]++;
  return outcomes;
}

function countSpoiled(fresh: ProblemRecord[], before: Traces): ProblemTraces['spoiled'] {
  const spoiled = { organization: 0, name: 0 };
  const seen = new Set<string>();
  for (const problem of fresh) {
    const entity = before.get(keyOf(problem));
    if (entity === undefined || entity === null || seen.has(distinctKey(problem))) continue;
    seen.add(distinctKey(problem));
    spoiled[entity.by]++;
  }
  return spoiled;
}

function distinctKey({ kind, code, name }: ProblemRecord): string {
  return JSON.stringify([kind, code === '' || kind === 'missing' ? normalizeName(name) : code]);
}
