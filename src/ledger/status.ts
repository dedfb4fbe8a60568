import type { AssessmentRule } from '../check/assess/assessments.ts';
import { createRate } from '../check/rates.ts';
import type { Rate } from '../check/report.ts';
import { assessMonths, type MonthsAssessment } from './assess-months.ts';
import { addFigures } from './figures.ts';
import { addLicenceFigures, countPoints } from './licences/licence-figures.ts';
import { monthOf } from './periods.ts';
import type { Series } from './problem.ts';
import { type Flow, readFlow, readStandings, type Standings } from './standings.ts';
import type { LedgerDatabase } from './store/database.ts';
import { readLatestPeriod, readMeta } from './store/meta.ts';
import { type FiguresOf, readMonths, type StoredMonth } from './store/months.ts';

export type { StatusUnit } from './standings.ts';

/** A month in a status. */
export interface StatusPeriod extends Flow {
  period: string;
  records: number;
  /** The denominator of its rates. */
  codes: number;
  rates: StoredMonth['figures']['rates'];
  definition: StoredMonth['figures']['definition'];
  target: number;
}

/** A month of licences and penalties in a status. */
export interface LicencePeriod extends Flow {
  period: string;
  records: number;
  /** 合规率: records without an error of all records. */
  compliance: Rate;
  /** Points lost: 0.1 for each record that is not compliant. */
  points: number;
}

/** Where licences and penalties stand: months and problems of their own. */
export interface LicenceStatus extends Standings {
  periods: LicencePeriod[];
}

/** Where the loop stands, schema `uscc-ledger/1`. */
export interface LedgerStatus extends Standings {
  schema: 'uscc-ledger/1';
  organization: string | null;
  /** The month at whose end it is looked at, and the day that stands for today. */
  period: string | null;
  asOf: string;
  periods: StatusPeriod[];
  assessments: MonthsAssessment[];
  /** Licences and penalties, which are in none of the figures beside; null: no month of them is recorded. */
  licences: LicenceStatus | null;
}

export interface StatusOptions {
  /** The month at whose end the loop is looked at; the latest when absent. */
  period?: string;
  /** `2026-11-28`: what is due before it is overdue. */
  today: string;
  rules: AssessmentRule[];
}

/** Works out where the loop stands, in a handful of questions to the database. */
export function readStatus(database: LedgerDatabase, { period, today, rules }: StatusOptions): LedgerStatus {
  const latest = period ?? readLatestPeriod(database) ?? monthOf(today);
  const months = joinMonths(readMonths(database, 'registry', latest), addFigures);
  const licences = readLicenceStatus(database, latest, today);
  const flowOf = readFlow(database, 'registry', latest);
  return {
    schema: 'uscc-ledger/1',
    organization: readMeta(database, 'organization'),
    period:
      [months.at(-1)?.period, licences?.periods.at(-1)?.period]
        .filter((each) => each !== undefined)
        .sort()
        .at(-1) ?? null,
    asOf: today,
    periods: months.map(({ period: own, figures: { records, codes, rates, definition, target } }) => ({
      period: own,
      records,
      codes,
      rates,
      definition,
      target,
      ...flowOf(own),
    })),
    ...readStandings(database, 'registry', { period: latest, today }),
    assessments: assessMonths(months, rules),
    licences,
  };
}

function readLicenceStatus(database: LedgerDatabase, period: string, today: string): LicenceStatus | null {
  const months = joinMonths(readMonths(database, 'licences', period), addLicenceFigures);
  if (months.length === 0) return null;
  const flowOf = readFlow(database, 'licences', period);
  return {
    periods: months.map(({ period: own, figures }) => ({
      period: own,
      records: figures.records,
      compliance: createRate(figures.compliant, figures.records),
      points: countPoints(figures),
      ...flowOf(own),
    })),
    ...readStandings(database, 'licences', { period, today }),
  };
}

/** Problems of both series that are open or answered. */
export function countLive({ problems, licences }: LedgerStatus): number {
  return [problems, licences?.problems].reduce((sum, each) => sum + (each?.open ?? 0) + (each?.answered ?? 0), 0);
}

/** One month each: of a city's ledger, those of its counties together. */
function joinMonths<Of extends Series>(
  months: StoredMonth<Of>[],
  add: (a: FiguresOf[Of], b: FiguresOf[Of]) => FiguresOf[Of],
): StoredMonth<Of>[] {
  const joined = new Map<string, StoredMonth<Of>>();
  for (const month of months) {
    const known = joined.get(month.period);
    joined.set(month.period, known === undefined ? month : { ...known, figures: add(known.figures, month.figures) });
  }
  return [...joined.values()];
}
