import { findOrganizationCode, loosenName } from '../keys.ts';
import { familyOf, type Subject } from '../problem.ts';
import type { StandingEntity } from '../standing.ts';
import { type LedgerDatabase, readNumber, readText, type SqlRow, type SqlValue } from './database.ts';
import { toSubject } from './problems.ts';

/*
 * What a month is worked out in: tables of the connection, on disk and gone with it, so that memory does not grow with a month's
 * problems.
 *
 *   shown   one row a problem that the tables show            met: the problem of the ledger that it is
 *   known   what problems of the ledger are known by          met: the row of `shown`
 *   met     pairs that one rule has found
 *   others  entities of the tables whose codes are not clean, by their organization codes
 *   kept    what waits until it can be read again, as JSON
 */
const schema = `
  CREATE TEMP TABLE IF NOT EXISTS shown (
    id INTEGER PRIMARY KEY, kind TEXT, role TEXT, code TEXT, code_key TEXT, name TEXT, name_key TEXT, unit TEXT, unit_key TEXT,
    joined TEXT, suggestion TEXT, said TEXT, family TEXT, loose TEXT, organization TEXT, met INTEGER,
    UNIQUE (code_key, name_key, unit_key, family, role)
  );
  CREATE INDEX IF NOT EXISTS temp.shown_by_group ON shown (joined) WHERE joined IS NOT NULL;
  CREATE TEMP TABLE IF NOT EXISTS known (
    id INTEGER PRIMARY KEY, role TEXT, code_key TEXT, name_key TEXT, unit_key TEXT, family TEXT, loose TEXT, organization TEXT,
    is_closed INTEGER, is_live INTEGER, is_asked INTEGER, is_fresh INTEGER, is_used INTEGER, is_gone INTEGER DEFAULT 0,
    closed_as TEXT, new_code TEXT, met INTEGER
  );
  CREATE TEMP TABLE IF NOT EXISTS met (known INTEGER PRIMARY KEY, shown INTEGER UNIQUE);
  CREATE TEMP TABLE IF NOT EXISTS others (id INTEGER PRIMARY KEY, organization TEXT, code TEXT, name_key TEXT, conforms INTEGER);
  CREATE INDEX IF NOT EXISTS temp.others_by_organization ON others (organization);
  CREATE TEMP TABLE IF NOT EXISTS kept (id INTEGER PRIMARY KEY, facts TEXT);
`;
const tables = ['shown', 'known', 'met', 'others', 'kept'];
const pageRows = 2000;

/** What the tables of a month show, in the order in which it was added. */
export interface ShownProblems {
  /** Adds what is not there yet: what several records show is one thing to correct. */
  add(subjects: Iterable<Subject>): void;
  /** Keeps entities that stand under codes which are not clean. */
  addEntities(entities: StandingEntity[]): void;
  findEntities(organization: string): StandingEntity[];
  /** Keeps facts until they are taken. */
  keep(facts: object[]): void;
  /** Takes what was kept, some at a time, in its order. */
  takeKept<Facts extends object>(): Iterable<Facts[]>;
  /** Ends the month's tables. */
  clear(): void;
}

export function openShown(database: LedgerDatabase): ShownProblems {
  database.execute(schema);
  clearTables(database, tables);
  return {
    add: (subjects) => inOne(database, () => addSubjects(database, subjects)),
    addEntities: (entities) =>
      inOne(database, () => {
        for (const { code, nameKey, conforms } of entities) {
          const sql = 'INSERT INTO temp.others (organization, code, name_key, conforms) VALUES (?, ?, ?, ?)';
          database.run(sql, findOrganizationCode(code), code, nameKey, Number(conforms));
        }
      }),
    findEntities: (organization) =>
      database
        .all('SELECT * FROM temp.others WHERE organization = ? ORDER BY conforms DESC, id', organization)
        .map((row) => ({
          code: readText(row, 'code'),
          nameKey: readText(row, 'name_key'),
          conforms: row.conforms === 1,
        })),
    keep: (facts) =>
      inOne(database, () => {
        for (const each of facts) database.run('INSERT INTO temp.kept (facts) VALUES (?)', JSON.stringify(each));
      }),
    *takeKept<Facts extends object>() {
      for (const rows of readPages(database, 'SELECT id, facts FROM temp.kept WHERE id > ? ORDER BY id')) {
        yield rows.map((row) => JSON.parse(readText(row, 'facts')) as Facts);
      }
      clearTables(database, ['kept']);
    },
    clear: () => clearTables(database, tables),
  };
}

/** Rows of a statement that wants the number of the last one read, some at a time. */
export function* readPages(database: LedgerDatabase, sql: string, ...values: SqlValue[]): Generator<SqlRow[]> {
  let last = 0;
  while (true) {
    const rows = database.all(`${sql} LIMIT ${pageRows}`, last, ...values);
    if (rows.length > 0) yield rows;
    if (rows.length < pageRows) return;
    last = readNumber(rows.at(-1) ?? {}, 'id');
  }
}

/** Many statements as one, in a transaction or without one. */
export function inOne(database: LedgerDatabase, work: () => void): void {
  database.execute('SAVEPOINT one');
  try {
    work();
  } finally {
    database.execute('RELEASE one');
  }
}

/** What a subject or a problem is known by, in the order of the columns of both tables. */
export function listKeys({ kind, role, codeKey, nameKey, unitKey }: Subject): SqlValue[] {
  const loose = loosenName(nameKey);
  return [role ?? '', codeKey, nameKey, unitKey, familyOf(kind), loose, findOrganizationCode(codeKey)];
}

/** What is shown and no problem of the ledger, some at a time. */
export function* readUnmet(database: LedgerDatabase): Generator<Subject[]> {
  const sql = 'SELECT * FROM temp.shown WHERE id > ? AND met IS NULL ORDER BY id';
  for (const rows of readPages(database, sql)) yield rows.map(toSubject);
}

/** Names of the holders of a group. */
export function listHolders(database: LedgerDatabase, group: string): string[] {
  return database
    .all('SELECT DISTINCT name_key FROM temp.shown WHERE joined = ?', group)
    .map((row) => readText(row, 'name_key'));
}

function addSubjects(database: LedgerDatabase, subjects: Iterable<Subject>): void {
  const sql = `INSERT OR IGNORE INTO temp.shown
    (kind, code, name, unit, joined, suggestion, said, role, code_key, name_key, unit_key, family, loose, organization)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  for (const subject of subjects) {
    const { kind, code, name, unit, group, suggestion, text } = subject;
    database.run(sql, kind, code, name, unit, group, suggestion, text, ...listKeys(subject));
  }
}

function clearTables(database: LedgerDatabase, names: string[]): void {
  database.execute(names.map((name) => `DELETE FROM temp.${name}`).join(';'));
}
