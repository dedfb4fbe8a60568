import {
  countWriting,
  createWritingCounts,
  findWritingFaults,
  type WritingCounts,
} from '../check/causes/writing-faults.ts';
import { judge } from '../code/cell/judge.ts';
import { pairs } from '../code/standard/authority-category.ts';
import { conformsAsWritten } from '../code/standard/weighted-sums.ts';
import { provinces } from '../engine/scan/kernel/tables.ts';
import type { CleanRest } from '../tables/input.ts';
import type { Answers } from './answers.ts';
import type { Spelling } from './queries.ts';
import type { Cell } from './warehouse.ts';

/** One row that is looked at here: table (from 0), key, code as written, name, unit. */
export type Row = readonly [table: number, key: Cell, code: Cell, name: Cell, unit: Cell];

/** What one table comes to. */
export interface Reduction {
  /** Its records that stay in the engine. */
  rest: CleanRest;
  /** Its records by the first query, and by those that followed: the same unless the table changed meanwhile. */
  records: number;
  found: number;
}

/** Below so many rows a residue is fetched as it is. */
const smallResidue = 100_000;
/** A residue of a larger share than this is looked at tidied, or everything is read. */
const largeShare = 0.05;

interface Tally {
  records: number;
  rows: number;
  byHead: Map<string, number>;
  byUnit: Map<string, number>;
  writing: Map<string, WritingCounts>;
}

/**
 * Asks for what a check needs, and hands over what has to be read row by row.
 *
 *   counts ─┬─ residue small ──────▶ residue, duplicates, clean codes that meet the residue
 *           ├─ large, small tidied ▶ the same of codes with blanks and hyphens dropped
 *           └─ large, or `wholly` ─▶ every row
 *
 * Memory is bounded by the codes that a small residue holds.
 *
 * @param tableCount how many tables are looked at as one
 * @param hasUnits whether a unit column is read
 * @param wholly every row is wanted, whatever it holds
 * @param take is given rows some at a time
 */
export async function reduceTables(
  answers: Answers,
  { tableCount, hasUnits, wholly }: { tableCount: number; hasUnits: boolean; wholly: boolean },
  take: (rows: Row[]) => Promise<void>,
): Promise<Reduction[]> {
  const tallies = Array.from(
    { length: tableCount },
    (): Tally => ({ records: 0, rows: 0, byHead: new Map(), byUnit: new Map(), writing: new Map() }),
  );
  const hand = async (batch: Row[]): Promise<void> => {
    for (const [table] of batch) at(tallies, table).rows++;
    await take(batch);
  };
  const { spelling, counts } = await chooseSpelling(answers, wholly);
  for (const [table, , count] of counts) at(tallies, table).records += count;
  if (spelling === 'all') {
    await forEachRow(answers.rows('all', 'as-written'), hand);
    return tallies.map(finish);
  }
  for (const [table, head, count] of counts) if (head !== null) add(at(tallies, table).byHead, head, count);
  if (spelling === 'tidied') {
    for (const [table, unit = null, ...[lower, blank, dash, count]] of await answers.totals('formatted', spelling)) {
      const tally = at(tallies, Number(table));
      const faults = (lower === '1' ? 1 : 0) | (blank === '1' ? 4 : 0) | (dash === '1' ? 8 : 0);
      if (faults > 0) addFaults(tally, unit, faults, Number(count));
      if (hasUnits) add(tally.byUnit, unit ?? '', Number(count));
    }
  } else if (hasUnits) {
    for (const [table, unit, count] of await answers.totals('units', spelling)) {
      add(at(tallies, Number(table)).byUnit, unit ?? '', Number(count));
    }
  }

  const met = new Set<string>();
  await forEachRow(answers.rows('residue', spelling), async (batch) => {
    for (const [, , code] of batch) {
      const { normalized } = judge(code ?? '');
      if (isClean(normalized)) met.add(normalized);
    }
    await hand(batch);
  });
  const takeClean = async (batch: Row[]): Promise<void> => {
    for (const row of batch) met.delete(subtract(at(tallies, row[0]), row));
    await hand(batch);
  };
  await forEachRow(answers.rows('duplicates', spelling), takeClean);
  if (met.size > 0) await forEachRow(answers.meeting([...met], spelling), takeClean);
  return tallies.map(finish);
}

type Counts = (readonly [table: number, head: string | null, count: number])[];

async function chooseSpelling(
  answers: Answers,
  wholly: boolean,
): Promise<{ spelling: Spelling | 'all'; counts: Counts }> {
  const counts = await readCounts(answers, 'as-written');
  if (wholly) return { spelling: 'all', counts };
  if (isSmall(counts)) return { spelling: 'as-written', counts };
  const tidied = await readCounts(answers, 'tidied');
  return isSmall(tidied) ? { spelling: 'tidied', counts: tidied } : { spelling: 'all', counts };
}

async function readCounts(answers: Answers, spelling: Spelling): Promise<Counts> {
  const rows = await answers.totals('counts', spelling);
  return rows.map(([table, head = null, count]) => [Number(table), head, Number(count)] as const);
}

function isSmall(counts: Counts): boolean {
  let records = 0;
  let residue = 0;
  for (const [, head, count] of counts) {
    records += count;
    if (head === null) residue += count;
  }
  return residue <= Math.max(smallResidue, records * largeShare);
}

async function forEachRow(batches: AsyncIterable<Cell[][]>, take: (rows: Row[]) => Promise<void>): Promise<void> {
  for await (const batch of batches) {
    await take(
      batch.map(
        ([table, ...[key = null, code = null, name = null, unit = null]]) =>
          [Number(table), key, code, name, unit] as const,
      ),
    );
  }
}

/** Takes a row that is read here out of the counts; returns its code. */
function subtract(tally: Tally, [, , code, , unit]: Row): string {
  const cell = code ?? '';
  const normalized = conformsAsWritten(cell) ? cell : judge(cell).normalized;
  if (normalized !== cell) addFaults(tally, unit, findWritingFaults(cell), -1);
  add(tally.byHead, normalized.slice(0, 8), -1);
  if (tally.byUnit.size > 0) add(tally.byUnit, unit ?? '', -1);
  return normalized;
}

function addFaults({ writing }: Tally, unit: Cell, faults: number, count: number): void {
  const counts = writing.get(unit ?? '') ?? createWritingCounts();
  writing.set(unit ?? '', counts);
  countWriting(counts, faults, count);
}

function finish({ records, rows, byHead, byUnit, writing }: Tally): Reduction {
  let left = 0;
  for (const count of byHead.values()) left += count;
  return { rest: { records: left, byHead, byUnit, writing }, records, found: rows + left };
}

function at(tallies: Tally[], table: number): Tally {
  const tally = tallies[table];
  if (tally === undefined) throw new RangeError(`no table ${table}`);
  return tally;
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

const pairTexts = new Set(pairs.map(({ authority, category }) => authority + category));
const provinceTexts = new Set(provinces);

/** What the predicate calls clean. */
export function isClean(text: string): boolean {
  if (!conformsAsWritten(text) || !pairTexts.has(text.slice(0, 2))) return false;
  return provinceTexts.has(text.slice(2, 4)) && (text.slice(2, 4) !== '10' || text.slice(4, 8) === '0000');
}
