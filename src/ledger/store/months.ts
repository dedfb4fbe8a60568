import type { MonthFigures } from '../figures.ts';
import type { LicenceFigures } from '../licences/licence-figures.ts';
import type { Series } from '../problem.ts';
import { type LedgerDatabase, readText } from './database.ts';

/** What is kept of a month of each series. */
export interface FiguresOf {
  registry: MonthFigures;
  licences: LicenceFigures;
}

/** A month as it stands in the ledger. */
export interface StoredMonth<Of extends Series = 'registry'> {
  period: string;
  at: string;
  figures: FiguresOf[Of];
  /** Whether problems were followed, not only figures kept. */
  hasProblems: boolean;
  /** '' for the ledger's own months; else the county whose they are. */
  origin: string;
}

export function readFigures<Of extends Series>(
  database: LedgerDatabase,
  series: Of,
  period: string,
): FiguresOf[Of] | null {
  const [row] = database.all(
    "SELECT figures FROM months WHERE series = ? AND period = ? AND origin = ''",
    series,
    period,
  );
  return row === undefined ? null : (JSON.parse(readText(row, 'figures')) as FiguresOf[Of]);
}

/** The ledger's own month before another; null: there is none. */
export function findPeriodBefore(database: LedgerDatabase, series: Series, period: string): string | null {
  const [row] = database.all(
    "SELECT MAX(period) AS period FROM months WHERE series = ? AND period < ? AND origin = ''",
    series,
    period,
  );
  return row === undefined ? null : readText(row, 'period') || null;
}

/** Months of a series in their order. */
export function readMonths<Of extends Series>(
  database: LedgerDatabase,
  series: Of,
  until = '9999-12',
): StoredMonth<Of>[] {
  const rows = database.all(
    'SELECT * FROM months WHERE series = ? AND period <= ? ORDER BY period, origin',
    series,
    until,
  );
  return rows.map((row) => ({
    period: readText(row, 'period'),
    at: readText(row, 'at'),
    figures: JSON.parse(readText(row, 'figures')) as FiguresOf[Of],
    hasProblems: row.has_problems === 1,
    origin: readText(row, 'origin'),
  }));
}

export function writeFigures<Of extends Series>(
  database: LedgerDatabase,
  series: Of,
  { period, at, figures, hasProblems, origin }: StoredMonth<Of>,
): void {
  database.run(
    `INSERT INTO months (series, period, origin, at, has_problems, figures) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (series, period, origin) DO UPDATE SET at = excluded.at,
       has_problems = MAX(has_problems, excluded.has_problems), figures = excluded.figures`,
    series,
    period,
    origin,
    at,
    Number(hasProblems),
    JSON.stringify(figures),
  );
}
