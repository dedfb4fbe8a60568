import { type LedgerDatabase, readText } from './store/database.ts';

/** What is wrong with a ledger, as SQLite and the rules of the ledger say it. */
export interface LedgerFault {
  kind: 'integrity' | 'foreign-key' | 'orphan' | 'state';
  detail: string;
}

/** Looks through the whole file: its pages, what refers to what, and whether histories and states agree. */
export function checkLedger(database: LedgerDatabase): LedgerFault[] {
  const faults: LedgerFault[] = [];
  for (const row of database.all('SELECT integrity_check AS said FROM pragma_integrity_check')) {
    const said = readText(row, 'said');
    if (said !== 'ok') faults.push({ kind: 'integrity', detail: said });
  }
  for (const row of database.all('SELECT "table" AS name, rowid AS row FROM pragma_foreign_key_check')) {
    faults.push({ kind: 'foreign-key', detail: `${readText(row, 'name')} ${readText(row, 'row')}` });
  }
  const list = (kind: LedgerFault['kind'], sql: string): void => {
    for (const row of database.all(sql)) faults.push({ kind, detail: readText(row, 'detail') });
  };
  list(
    'orphan',
    `SELECT 'P-' || printf('%06d', id) AS detail FROM problems
     WHERE NOT EXISTS (SELECT 1 FROM events WHERE events.problem = problems.id AND what IN ('opened', 'merged'))`,
  );
  list(
    'orphan',
    `SELECT 'undo ' || problem AS detail FROM undo WHERE NOT EXISTS (SELECT 1 FROM problems WHERE id = undo.problem)`,
  );
  list(
    'state',
    `WITH last AS (SELECT problem, MAX(id) AS id FROM events
       WHERE what IN ('opened', 'reappeared', 'corrected', 'removed', 'kept') GROUP BY problem)
     SELECT 'P-' || printf('%06d', p.id) || ' ' || e.what || ' ' || COALESCE(p.closed_as, 'open') AS detail
     FROM problems p JOIN last ON last.problem = p.id JOIN events e ON e.id = last.id
     WHERE COALESCE(p.closed_as, '') <> CASE WHEN e.what IN ('opened', 'reappeared') THEN '' ELSE e.what END`,
  );
  return faults;
}
