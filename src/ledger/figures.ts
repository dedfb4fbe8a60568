import { createRate } from '../check/rates.ts';
import type { Rate, RateDefinition, Report } from '../check/report.ts';
import { keepUnit } from './subjects.ts';

/** What is kept of a month's report. */
export interface MonthFigures {
  records: number;
  /** The denominator of the rates: conforming and erroneous records. */
  codes: number;
  definition: RateDefinition;
  target: number;
  counts: Report['counts'];
  rates: Partial<Record<RateDefinition, Rate>>;
  files: { name: string; records: number }[];
  /** By unit, or by authority where units are not read. */
  units: UnitFigures[];
}

/** A month's figures of one unit. */
export interface UnitFigures {
  /** As the export writes it, or position 1 where units are not read. */
  unit: string;
  /** By which it is the same unit in another month. */
  key: string;
  records: number;
  /** By which assessments count it: the `literal` numerator, and the erroneous records. */
  literal: number;
  erroneous: number;
}

/** What months of each series are held against each other by. */
export interface CountedFigures {
  records: number;
  files: MonthFigures['files'];
  units: Pick<UnitFigures, 'unit' | 'key' | 'records'>[];
}

/** A thing to be said yes to before a month is recorded. */
export type Question =
  | { code: 'period-recorded'; period: string }
  | { code: 'period-out-of-order'; period: string; latest: string }
  | { code: 'definition-changed'; was: string; is: string }
  | { code: 'rules-changed' }
  | { code: 'shrunk'; what: 'all' | 'file' | 'unit'; name: string; was: number; is: number };

const mostShrinking = 0.1;

export function keepFigures(report: Report): MonthFigures {
  const { counts, target, byUnit } = report;
  const rows = byUnit ?? report.byAuthority.map((row) => ({ ...row, unit: row.authority }));
  return {
    records: report.records,
    codes: counts.conforming + counts.erroneous,
    definition: target.definition,
    target: target.value,
    counts,
    rates: report.rates,
    files: keepFiles(report.files),
    units: rows.map(({ unit, records, problems, erroneous }) => ({
      ...(byUnit === undefined ? { unit, key: unit } : toUnit(unit)),
      records,
      literal: problems,
      erroneous,
    })),
  };
}

export function keepFiles(files: { path: string; records: number }[]): MonthFigures['files'] {
  return files.map(({ path, records }) => ({ name: nameFile(path), records }));
}

export function toUnit(text: string): { unit: string; key: string } {
  const { unit, unitKey } = keepUnit(text, '');
  return { unit, key: unitKey };
}

/** A file by what stays of its name from month to month: no folders, no digits. */
export function nameFile(path: string): string {
  return (path.split(/[\\/]/).at(-1) ?? path).replace(/\d+/g, '');
}

/** What of a month is more than a tenth smaller than it was: it may be missing, and missing looks like corrected. */
export function findShrunk(before: CountedFigures, now: CountedFigures): Question[] {
  const questions: Question[] = [];
  const compare = (what: 'all' | 'file' | 'unit', name: string, was: number, is: number): void => {
    if (was > 0 && is < was * (1 - mostShrinking)) questions.push({ code: 'shrunk', what, name, was, is });
  };
  compare('all', '', before.records, now.records);
  const files = sumBy(now.files, ({ name }) => name);
  const earlier = sumBy(before.files, ({ name }) => name);
  // Files that are called otherwise now have come in the place of others: as many records as are gone have come.
  const gone = [...earlier].filter(([name]) => !files.has(name));
  const come = [...files].filter(([name]) => !earlier.has(name));
  const isRenamed = sumRecords(come) >= sumRecords(gone) * (1 - mostShrinking);
  const hasStayed = gone.length < earlier.size;
  for (const [name, was] of earlier) {
    const is = files.get(name);
    if (is !== undefined || (hasStayed && !isRenamed)) compare('file', name, was, is ?? 0);
  }
  const units = sumBy(now.units, ({ key }) => key);
  if (!isSameKind(before, now)) return questions;
  const known = before.units.filter(({ key }) => key !== '?');
  const lost = ({ key, records }: CountedFigures['units'][number]): number => records - (units.get(key) ?? 0);
  for (const unit of known.sort((a, b) => lost(b) - lost(a))) {
    compare('unit', unit.unit, unit.records, units.get(unit.key) ?? 0);
  }
  return questions;
}

/** Of a unit that had fewer records, the last may well be gone for good. */
const leastUnitRecords = 10;

/** Units of some size of which no record is left: more likely left out of the export than gone. */
export function findMissingUnits(before: CountedFigures | null, now: CountedFigures): Set<string> {
  if (before === null || !isSameKind(before, now)) return new Set();
  const left = new Set(now.units.filter(({ records }) => records > 0).map(({ key }) => key));
  return new Set(
    before.units.flatMap(({ key, records }) =>
      records >= leastUnitRecords && key !== '?' && !left.has(key) ? [key] : [],
    ),
  );
}

/** Whether both months were counted by units, or both by authorities. */
function isSameKind(before: CountedFigures, now: CountedFigures): boolean {
  return isByAuthority(before) === isByAuthority(now);
}

function isByAuthority({ units }: CountedFigures): boolean {
  return units.every(({ key }) => key.length === 1);
}

function sumRecords(files: [name: string, records: number][]): number {
  return files.reduce((sum, [, records]) => sum + records, 0);
}

function sumBy<Item extends { records: number }>(items: Item[], keyOf: (item: Item) => string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const item of items) sums.set(keyOf(item), (sums.get(keyOf(item)) ?? 0) + item.records);
  return sums;
}

/** The figures of two exports that have no record in common, as one. Duplicates between them are not seen by it. */
export function addFigures(a: MonthFigures, b: MonthFigures): MonthFigures {
  const rates: MonthFigures['rates'] = {};
  for (const name of Object.keys(a.rates) as RateDefinition[]) {
    const [one, other] = [a.rates[name], b.rates[name]];
    if (one === undefined || other === undefined) continue;
    const denominator = one.denominator + other.denominator;
    const isOpen = one.numerator === null || other.numerator === null;
    rates[name] = isOpen
      ? { numerator: null, denominator, value: null }
      : createRate((one.numerator ?? 0) + (other.numerator ?? 0), denominator);
  }
  return {
    ...a,
    records: a.records + b.records,
    codes: a.codes + b.codes,
    counts: {
      conforming: a.counts.conforming + b.counts.conforming,
      erroneous: a.counts.erroneous + b.counts.erroneous,
      unconverted: a.counts.unconverted + b.counts.unconverted,
      missing: a.counts.missing + b.counts.missing,
    },
    rates,
    files: [...a.files, ...b.files],
    units: [...a.units, ...b.units],
  };
}
