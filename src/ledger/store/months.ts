import type { MonthFigures } from '../figures.ts';
import { type LedgerDatabase, readText } from './database.ts';

/** A month as it stands in the ledger. */
export interface StoredMonth {
  period: string;
  at: string;
  figures: MonthFigures;
  /** Whether problems were followed, not only figures kept. */
  hasProblems: boolean;
  /** '' for the ledger's own months; else the county whose they are. */
  origin: string;
}

export function readFigures(database: LedgerDatabase, period: string): MonthFigures | null {
  const [row] = database.all("SELECT figures FROM periods WHERE period = ? AND origin = ''", period);
  return row === undefined ? null : (JSON.parse(readText(row, 'figures')) as MonthFigures);
}

/** Months in their order. */
export function readMonths(database: LedgerDatabase, until = '9999-12'): StoredMonth[] {
  return database.all('SELECT * FROM periods WHERE period <= ? ORDER BY period, origin', until).map((row) => ({
    period: readText(row, 'period'),
    at: readText(row, 'at'),
    figures: JSON.parse(readText(row, 'figures')) as MonthFigures,
    hasProblems: row.has_problems === 1,
    origin: readText(row, 'origin'),
  }));
}

export function writeFigures(
  database: LedgerDatabase,
  { period, at, figures, hasProblems, origin }: StoredMonth,
): void {
  database.run(
    `INSERT INTO periods (period, at, definition, records, codes, has_problems, figures, origin) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (period, origin) DO UPDATE SET at = excluded.at, definition = excluded.definition, records = excluded.records,
       codes = excluded.codes, has_problems = MAX(has_problems, excluded.has_problems), figures = excluded.figures`,
    period,
    at,
    figures.definition,
    figures.records,
    figures.codes,
    Number(hasProblems),
    JSON.stringify(figures),
    origin,
  );
}
