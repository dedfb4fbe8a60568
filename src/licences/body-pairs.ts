import { judge } from '../code/cell/judge.ts';
import { maskCell } from '../code/cell/mask.ts';
import { normalizeName } from '../code/cell/normalize.ts';
import { groupBy } from '../engine/group/group-by.ts';
import type { Problem, RecordCells } from './judge-record.ts';
import { remember } from './remember.ts';
import type { LicenceRules } from './rules.ts';
import { mostBodies } from './tally.ts';

/** Names of bodies with the codes that stand beside them, and how often; only codes that conform. */
export interface BodyPairs {
  /** By name as names are compared, a line feed, and the code. */
  counts: Map<string, number>;
  /** How each name is first written. */
  spellings: Map<string, string>;
  /** There were more than {@link mostBodies}: nothing is said of them. */
  isFull: boolean;
}

/** What should stand in place of a body's code or name, by the pair at fault; null: none is more common than all others. */
export interface BodyFaults {
  codes: Map<string, string | null>;
  names: Map<string, string | null>;
}

const separator = '\n';
const separatorOfCells = '\u0000';
const columns = [
  ['body', 'body-code'],
  ['source', 'source-code'],
] as const;

export function createBodyPairs(): BodyPairs {
  return { counts: new Map(), spellings: new Map(), isFull: false };
}

/** Counts the bodies of one record. */
export function collectBodies(pairs: BodyPairs, cells: RecordCells, records = 1): void {
  for (const [nameRole, codeRole] of columns) {
    const pair = pairOf(cells[nameRole], cells[codeRole]);
    if (pair !== null) addPair(pairs, pair, cells[nameRole] ?? '', records);
  }
}

/** Adds the bodies of a range to those of all. */
export function addBodyPairs(pairs: BodyPairs, other: BodyPairs): void {
  for (const [pair, records] of other.counts) {
    addPair(pairs, pair, other.spellings.get(nameOf(pair)) ?? '', records);
  }
  pairs.isFull ||= other.isFull;
}

/** Pairs that break “one name one code, one code one name”: all but the most common of each; null: none. */
export function findBodyFaults({ counts, spellings }: BodyPairs): BodyFaults | null {
  const faults: BodyFaults = { codes: new Map(), names: new Map() };
  for (const group of groupPairs(counts, nameOf)) mark(group, faults.codes, codeOf);
  for (const group of groupPairs(counts, codeOf))
    mark(group, faults.names, (pair) => maskCell((spellings.get(nameOf(pair)) ?? '').trim()));
  return faults.codes.size + faults.names.size === 0 ? null : faults;
}

/** What is wrong with the bodies of one record beside those of the others. */
export function listBodyFaults(cells: RecordCells, { codes, names }: BodyFaults, rules: LicenceRules): Problem[] {
  const problems: Problem[] = [];
  for (const [nameRole, codeRole] of columns) {
    const pair = pairOf(cells[nameRole], cells[codeRole]);
    if (pair === null) continue;
    const code = codes.get(pair);
    const name = names.get(pair);
    if (code !== undefined && rules.severities['several-codes'] !== 'off') {
      const value = cells[codeRole] ?? '';
      problems.push({ rule: 'several-codes', role: codeRole, value, issue: null, suggestion: code });
    }
    if (name !== undefined && rules.severities['several-names'] !== 'off') {
      const value = cells[nameRole] ?? '';
      problems.push({ rule: 'several-names', role: nameRole, value, issue: null, suggestion: name });
    }
  }
  return problems;
}

/** Whether a range has a pair at fault. */
export function hasFault({ counts }: BodyPairs, { codes, names }: BodyFaults): boolean {
  for (const pair of counts.keys()) if (codes.has(pair) || names.has(pair)) return true;
  return false;
}

function pairOf(name: string | undefined, cell: string | undefined): string | null {
  return name === undefined || cell === undefined ? null : readPair(name + separatorOfCells + cell);
}

/** Few bodies stand on many records. */
const readPair = remember((pair: string): string | null => {
  const [name = '', cell = ''] = pair.split(separatorOfCells);
  const key = normalizeName(name);
  const { partition, normalized } = judge(cell);
  return key === '' || partition !== 'conforming' ? null : key + separator + normalized;
});

function addPair(pairs: BodyPairs, pair: string, spelling: string, records: number): void {
  const { counts, spellings } = pairs;
  const known = counts.get(pair);
  if (known === undefined && counts.size >= mostBodies) {
    pairs.isFull = true;
    return;
  }
  counts.set(pair, (known ?? 0) + records);
  if (known === undefined && !spellings.has(nameOf(pair))) spellings.set(nameOf(pair), spelling);
}

function nameOf(pair: string): string {
  return pair.slice(0, pair.lastIndexOf(separator));
}

function codeOf(pair: string): string {
  return pair.slice(pair.lastIndexOf(separator) + 1);
}

type Counted = [pair: string, records: number];

function groupPairs(counts: Map<string, number>, keyOf: (pair: string) => string): Counted[][] {
  return [...groupBy(counts, ([pair]) => keyOf(pair)).values()].filter((group) => group.length > 1);
}

function mark(group: Counted[], faults: Map<string, string | null>, right: (pair: string) => string): void {
  const [first, second] = [...group].sort((a, b) => b[1] - a[1]);
  const common = first !== undefined && first[1] !== second?.[1] ? first[0] : null;
  for (const [pair] of group) if (pair !== common) faults.set(pair, common === null ? null : right(common));
}
