import type { Series } from '../problem.ts';
import { type LedgerDatabase, readText } from './database.ts';

/** Facts of a ledger as a whole. */
export type MetaName = 'id' | 'key' | 'organization' | 'revision' | 'undo-period' | 'undo-period-licences';

export function readMeta(database: LedgerDatabase, name: MetaName): string | null {
  const [row] = database.all('SELECT value FROM meta WHERE name = ?', name);
  return row === undefined ? null : readText(row, 'value');
}

export function writeMeta(database: LedgerDatabase, name: MetaName, value: string): void {
  database.run(
    'INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    name,
    value,
  );
}

/** How many commands have written. */
export function readRevision(database: LedgerDatabase): number {
  return Number(readMeta(database, 'revision') ?? 0);
}

/** Enters a command that writes, and returns its number. */
export function startRun(database: LedgerDatabase, run: { at: string; command: string; period: string }): number {
  writeMeta(database, 'revision', String(readRevision(database) + 1));
  return database.run('INSERT INTO runs (at, command, period) VALUES (?, ?, ?)', run.at, run.command, run.period);
}

/** The latest month of which problems were recorded, of one series or of any; null: none yet. */
export function readLatestPeriod(database: LedgerDatabase, series?: Series): string | null {
  const all = 'SELECT MAX(period) AS period FROM months WHERE has_problems = 1';
  const [row] = series === undefined ? database.all(all) : database.all(`${all} AND series = ?`, series);
  return row?.period === null || row === undefined ? null : readText(row, 'period');
}
