import { createRate } from '../check/rates.ts';
import type { Rate } from '../check/report.ts';
import { findLastDay } from './periods.ts';
import type { CloseReason, Series } from './problem.ts';
import { type LedgerDatabase, readNumber, readText, readTextOrNull } from './store/database.ts';
import { seriesConditions } from './store/problems.ts';

/** The problems of one unit, by where they stand, and its share of corrected ones (纠正率). */
export interface StatusUnit {
  unit: string;
  open: number;
  answered: number;
  overdue: number;
  closed: number;
  reappeared: number;
  correctionRate: Rate;
}

/** Where the problems of a series stand. */
export interface Standings {
  problems: { open: number; answered: number; overdue: number; closed: Record<CloseReason, number>; exempt: number };
  correctionRate: { all: Rate; feedback: Rate };
  /** From being opened to being corrected or removed; null: none was. */
  daysToClose: { mean: number | null; problems: number };
  byUnit: StatusUnit[];
}

/** What happened to the problems of a series in a month. */
export interface Flow {
  opened: number;
  closed: number;
  reappeared: number;
  /** Open or answered at its end. */
  open: number;
}

/** The state of each problem at the end of a month is what the last of these events says. */
const stateEvents =
  "'opened','reappeared','still-shown','answered','corrected','removed','kept','exempt','exempt-withdrawn'";
const closings = "'corrected','removed','kept'";

/** Finds what happened in each month, up to one. */
export function readFlow(database: LedgerDatabase, series: Series, until: string): (period: string) => Flow {
  const counts = new Map<string, Map<string, number>>();
  const rows = database.all(
    `SELECT period, what, COUNT(*) AS count FROM events JOIN problems ON problems.id = events.problem
     WHERE period <= ? AND problems.${seriesConditions[series]} GROUP BY 1, 2`,
    until,
  );
  for (const row of rows) {
    const period = readText(row, 'period');
    const own = counts.get(period) ?? new Map<string, number>();
    counts.set(period, own.set(readText(row, 'what'), readNumber(row, 'count')));
  }
  let open = 0;
  const opens = new Map<string, number>();
  for (const [period, own] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const of = (...kinds: string[]): number => kinds.reduce((sum, kind) => sum + (own.get(kind) ?? 0), 0);
    open += of('opened', 'reappeared', 'exempt-withdrawn') - of('corrected', 'removed', 'kept', 'exempt');
    opens.set(period, open);
  }
  const openAt = (period: string): number => {
    const last = [...opens.keys()].filter((each) => each <= period).at(-1);
    return last === undefined ? 0 : (opens.get(last) ?? 0);
  };
  return (period) => {
    const own = counts.get(period);
    const of = (...kinds: string[]): number => kinds.reduce((sum, kind) => sum + (own?.get(kind) ?? 0), 0);
    return {
      opened: of('opened'),
      closed: of('corrected', 'removed', 'kept'),
      reappeared: of('reappeared'),
      open: openAt(period),
    };
  };
}

interface Count {
  state: string;
  isOverdue: boolean;
  isDue: boolean;
  isFromFeedback: boolean;
  count: number;
}

/** Where the problems of a series stand at the end of a month; `today` decides what is overdue. */
export function readStandings(
  database: LedgerDatabase,
  series: Series,
  { period, today }: { period: string; today: string },
): Standings {
  const ofSeries = `p.${seriesConditions[series]}`;
  const rows = database.all(
    `WITH last AS (SELECT problem, MAX(id) AS id FROM events WHERE period <= ? AND what IN (${stateEvents}) GROUP BY problem)
     SELECT p.unit_key AS unit_key, MIN(p.unit) AS unit, e.what AS state, p.from_feedback AS from_feedback,
       (p.due IS NOT NULL AND p.due < ?) AS overdue,
       (CASE WHEN p.due IS NULL THEN p.first_period < ? ELSE p.due <= ? END) AS is_due, COUNT(*) AS count
     FROM last JOIN events e ON e.id = last.id JOIN problems p ON p.id = e.problem
     WHERE ${ofSeries} GROUP BY 1, 3, 4, 5, 6`,
    period,
    today,
    period,
    findLastDay(period),
  );
  const all: Count[] = [];
  const units = new Map<string, { unit: string; counts: Count[] }>();
  for (const row of rows) {
    const count: Count = {
      state: readText(row, 'state'),
      isOverdue: row.overdue === 1,
      isDue: row.is_due === 1,
      isFromFeedback: row.from_feedback === 1,
      count: readNumber(row, 'count'),
    };
    all.push(count);
    const key = readText(row, 'unit_key');
    const unit = units.get(key) ?? { unit: readText(row, 'unit'), counts: [] };
    units.set(key, unit);
    unit.counts.push(count);
  }
  const returned = new Map(
    database
      .all(
        `SELECT p.unit_key AS unit_key, COUNT(*) AS count FROM events e JOIN problems p ON p.id = e.problem
         WHERE e.what = 'reappeared' AND e.period <= ? AND ${ofSeries} GROUP BY 1`,
        period,
      )
      .map((row) => [readText(row, 'unit_key'), readNumber(row, 'count')]),
  );
  return {
    problems: {
      ...countLive(all),
      closed: {
        corrected: sum(all, ({ state }) => state === 'corrected'),
        removed: sum(all, ({ state }) => state === 'removed'),
        kept: sum(all, ({ state }) => state === 'kept'),
      },
      exempt: sum(all, ({ state }) => state === 'exempt'),
    },
    correctionRate: { all: rateOf(all), feedback: rateOf(all.filter(({ isFromFeedback }) => isFromFeedback)) },
    daysToClose: readDaysToClose(database, ofSeries, period),
    byUnit: [...units]
      .map(([key, { unit, counts }]) => ({
        unit,
        ...countLive(counts),
        closed: sum(counts, isClosed),
        reappeared: returned.get(key) ?? 0,
        correctionRate: rateOf(counts),
      }))
      .sort((a, b) => b.overdue - a.overdue || b.open + b.answered - a.open - a.answered || (a.unit < b.unit ? -1 : 1)),
  };
}

function countLive(counts: Count[]): { open: number; answered: number; overdue: number } {
  const isAnswered = ({ state }: Count): boolean => state === 'answered';
  const isOpen = (count: Count): boolean => !isClosed(count) && !isAnswered(count) && count.state !== 'exempt';
  return {
    open: sum(counts, isOpen),
    answered: sum(counts, isAnswered),
    overdue: sum(counts, (count) => count.isOverdue && (isOpen(count) || isAnswered(count))),
  };
}

function isClosed({ state }: Count): boolean {
  return state === 'corrected' || state === 'removed' || state === 'kept';
}

/** 纠正率: corrected or removed, of the problems that were due; those out of the loop are not counted. */
function rateOf(counts: Count[]): Rate {
  const due = counts.filter(({ isDue, state }) => isDue && state !== 'exempt');
  return createRate(
    sum(due, ({ state }) => state === 'corrected' || state === 'removed'),
    sum(due, () => true),
  );
}

function sum(counts: Count[], holds: (count: Count) => boolean): number {
  return counts.reduce((total, count) => total + (holds(count) ? count.count : 0), 0);
}

function readDaysToClose(database: LedgerDatabase, ofSeries: string, period: string): Standings['daysToClose'] {
  const [row] = database.all(
    `WITH closed AS (SELECT problem, MAX(id) AS id FROM events WHERE period <= ? AND what IN (${closings}) GROUP BY problem),
       opened AS (SELECT problem, MIN(id) AS id FROM events WHERE what = 'opened' GROUP BY problem)
     SELECT AVG(julianday(c.at) - julianday(o.at)) AS mean, COUNT(*) AS count
     FROM closed JOIN events c ON c.id = closed.id JOIN problems p ON p.id = closed.problem AND p.closed_as IS NOT NULL
       JOIN opened ON opened.problem = closed.problem JOIN events o ON o.id = opened.id
     WHERE c.what <> 'kept' AND ${ofSeries}`,
    period,
  );
  if (row === undefined) return { mean: null, problems: 0 };
  const mean = readTextOrNull(row, 'mean');
  return { mean: mean === null ? null : Number(mean), problems: readNumber(row, 'count') };
}
