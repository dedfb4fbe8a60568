import { pairs } from '../code/authority-category.ts';
import { judge } from '../code/judge.ts';
import { conformsAsWritten } from '../code/quick.ts';
import { provinces } from '../engine/scan/kernel/tables.ts';
import { type Queries, type Spelling, type TableSpec, writeQueries } from './queries.ts';
import type { Cell, Warehouse } from './warehouse.ts';

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
 * Asks an engine what a check needs, and hands over what has to be read row by row.
 *
 *   counts ─┬─ residue small ──────▶ residue, duplicates, clean codes that meet the residue
 *           ├─ large, small tidied ▶ the same of codes with blanks and hyphens dropped
 *           └─ large ──────────────▶ every row
 *
 * @param take is given rows some at a time; memory is bounded by the codes that a small residue holds
 */
export async function reduceTables(
  warehouse: Warehouse,
  tables: readonly TableSpec[],
  take: (rows: Row[]) => Promise<void>,
): Promise<Reduction> {
  const { spelling, queries, counts } = await chooseSpelling(warehouse, tables);
  const records = sum(counts.values());
  const remaining: Remaining = { records: 0, byHead: new Map(), byUnit: new Map(), formatted: 0 };
  let rows = 0;
  const hand = async (batch: Row[]): Promise<void> => {
    rows += batch.length;
    await take(batch);
  };
  if (spelling === 'all') {
    await forEachRow(warehouse, queries.all, hand);
    return { remaining, records, rows, spelling };
  }
  counts.delete(null);
  for (const [head, count] of counts) remaining.byHead.set(head ?? '', count);
  if (tables.some(({ unit }) => unit !== null)) await readUnits(warehouse, queries.units, remaining);
  if (spelling === 'tidied') remaining.formatted = await readNumber(warehouse, queries.formatted);

  const met = new Set<string>();
  await forEachRow(warehouse, queries.residue, async (batch) => {
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
  await forEachRow(warehouse, queries.duplicates, takeClean);
  if (met.size > 0) await forEachRow(warehouse, queries.meeting([...met]), takeClean);
  remaining.records = sum(remaining.byHead.values());
  return { remaining, records, rows, spelling };
}

async function chooseSpelling(
  warehouse: Warehouse,
  tables: readonly TableSpec[],
): Promise<{ spelling: Spelling | 'all'; queries: Queries; counts: Map<string | null, number> }> {
  const queries = writeQueries(warehouse.dialect, tables, 'as-written');
  const counts = await readCounts(warehouse, queries.counts);
  if (isSmall(counts)) return { spelling: 'as-written', queries, counts };
  const tidied = writeQueries(warehouse.dialect, tables, 'tidied');
  const tidiedCounts = await readCounts(warehouse, tidied.counts);
  if (isSmall(tidiedCounts)) return { spelling: 'tidied', queries: tidied, counts: tidiedCounts };
  return { spelling: 'all', queries, counts };
}

function isSmall(counts: Map<string | null, number>): boolean {
  const residue = counts.get(null) ?? 0;
  return residue <= Math.max(smallResidue, sum(counts.values()) * largeShare);
}

async function readCounts(warehouse: Warehouse, sql: string): Promise<Map<string | null, number>> {
  return new Map((await warehouse.totals(sql)).map(([head = null, count]) => [head, Number(count)]));
}

async function readUnits(warehouse: Warehouse, sql: string, { byUnit }: Remaining): Promise<void> {
  for (const [unit, count] of await warehouse.totals(sql)) {
    byUnit.set(unit ?? '', (byUnit.get(unit ?? '') ?? 0) + Number(count));
  }
}

async function readNumber(warehouse: Warehouse, sql: string): Promise<number> {
  const [row] = await warehouse.totals(sql);
  return Number(row?.[0] ?? 0);
}

async function forEachRow(warehouse: Warehouse, sql: string, take: (rows: Row[]) => Promise<void>): Promise<void> {
  for await (const batch of warehouse.rows(sql)) {
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
