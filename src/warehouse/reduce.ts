import { pairs } from '../code/authority-category.ts';
import { judge } from '../code/judge.ts';
import { conformsAsWritten } from '../code/quick.ts';
import { provinces } from '../engine/scan/kernel/tables.ts';
import type { Answers } from './answers.ts';
import type { Spelling } from './queries.ts';
import type { Cell } from './warehouse.ts';

/** One row that is looked at here: key, code as written, name, unit. */
export type Row = readonly [key: Cell, code: Cell, name: Cell, unit: Cell];

/** Clean codes that stay in the engine: each on one record, and no other record means the same code. */
export interface Remaining {
  records: number;
  /** Records by positions 1–8 of their codes. */
  byHead: Map<string, number>;
  /** Records by unit, as its cell stands; empty when no unit column is read. */
  byUnit: Map<string, number>;
  /** How many of them are not written as their code. */
  formatted: number;
}

/** What a table comes to: rows that have to be read here, and counts of the rest. */
export interface Reduction {
  remaining: Remaining;
  /** Records of the table by the first query. */
  records: number;
  /** Rows handed over by the queries that followed; with `remaining.records` they are `records` unless the table changed. */
  rows: number;
  spelling: Spelling | 'all';
}

/** Below so many rows a residue is fetched as it is. */
const smallResidue = 100_000;
/** A residue of a larger share than this is looked at tidied, or everything is read. */
const largeShare = 0.05;

/**
 * Asks for what a check needs, and hands over what has to be read row by row.
 *
 *   counts ─┬─ residue small ──────▶ residue, duplicates, clean codes that meet the residue
 *           ├─ large, small tidied ▶ the same of codes with blanks and hyphens dropped
 *           └─ large ──────────────▶ every row
 *
 * @param hasUnits whether a unit column is read
 * @param take is given rows some at a time; memory is bounded by the codes that a small residue holds
 */
export async function reduceTables(
  answers: Answers,
  hasUnits: boolean,
  take: (rows: Row[]) => Promise<void>,
): Promise<Reduction> {
  const { spelling, counts } = await chooseSpelling(answers);
  const records = sum(counts.values());
  const remaining: Remaining = { records: 0, byHead: new Map(), byUnit: new Map(), formatted: 0 };
  let rows = 0;
  const hand = async (batch: Row[]): Promise<void> => {
    rows += batch.length;
    await take(batch);
  };
  if (spelling === 'all') {
    await forEachRow(answers.rows('all', 'as-written'), hand);
    return { remaining, records, rows, spelling };
  }
  for (const [head, count] of counts) if (head !== null) remaining.byHead.set(head, count);
  if (hasUnits) await readUnits(answers, spelling, remaining);
  if (spelling === 'tidied') remaining.formatted = Number((await answers.totals('formatted', spelling))[0]?.[0] ?? 0);

  const met = new Set<string>();
  await forEachRow(answers.rows('residue', spelling), async (batch) => {
    for (const [, code] of batch) {
      const { normalized } = judge(code ?? '');
      if (isClean(normalized)) met.add(normalized);
    }
    await hand(batch);
  });
  const takeClean = async (batch: Row[]): Promise<void> => {
    for (const row of batch) met.delete(subtract(remaining, row));
    await hand(batch);
  };
  await forEachRow(answers.rows('duplicates', spelling), takeClean);
  if (met.size > 0) await forEachRow(answers.meeting([...met], spelling), takeClean);
  remaining.records = sum(remaining.byHead.values());
  return { remaining, records, rows, spelling };
}

async function chooseSpelling(answers: Answers): Promise<{ spelling: Spelling | 'all'; counts: Counts }> {
  const counts = await readCounts(answers, 'as-written');
  if (isSmall(counts)) return { spelling: 'as-written', counts };
  const tidied = await readCounts(answers, 'tidied');
  return isSmall(tidied) ? { spelling: 'tidied', counts: tidied } : { spelling: 'all', counts };
}

/** Records by positions 1–8 of clean codes; under null, all that are not clean. */
type Counts = Map<string | null, number>;

async function readCounts(answers: Answers, spelling: Spelling): Promise<Counts> {
  return new Map((await answers.totals('counts', spelling)).map(([head = null, count]) => [head, Number(count)]));
}

function isSmall(counts: Counts): boolean {
  return (counts.get(null) ?? 0) <= Math.max(smallResidue, sum(counts.values()) * largeShare);
}

async function readUnits(answers: Answers, spelling: Spelling, { byUnit }: Remaining): Promise<void> {
  for (const [cell, count] of await answers.totals('units', spelling)) {
    const unit = cell ?? '';
    byUnit.set(unit, (byUnit.get(unit) ?? 0) + Number(count));
  }
}

async function forEachRow(batches: AsyncIterable<Cell[][]>, take: (rows: Row[]) => Promise<void>): Promise<void> {
  for await (const batch of batches) {
    await take(batch.map(([key = null, code = null, name = null, unit = null]) => [key, code, name, unit] as const));
  }
}

/** Takes a row that is read here out of the counts; returns its code. */
function subtract(remaining: Remaining, [, code, , unit]: Row): string {
  const { byHead, byUnit } = remaining;
  const cell = code ?? '';
  const normalized = conformsAsWritten(cell) ? cell : judge(cell).normalized;
  const head = normalized.slice(0, 8);
  if (normalized !== cell) remaining.formatted--;
  byHead.set(head, (byHead.get(head) ?? 0) - 1);
  if (byUnit.size > 0) byUnit.set(unit ?? '', (byUnit.get(unit ?? '') ?? 0) - 1);
  return normalized;
}

const pairTexts = new Set(pairs.map(({ authority, category }) => authority + category));
const provinceTexts = new Set(provinces);

/** What the predicate calls clean. */
export function isClean(text: string): boolean {
  if (!conformsAsWritten(text) || !pairTexts.has(text.slice(0, 2))) return false;
  return provinceTexts.has(text.slice(2, 4)) && (text.slice(2, 4) !== '10' || text.slice(4, 8) === '0000');
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
