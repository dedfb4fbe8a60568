import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { closeSync, copyFileSync, existsSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Database as Driver, Statement } from 'libsql';
import { UsccError, type UsccErrorCode } from '../../code/error.ts';
import type { HashText } from '../../ledger/keys.ts';
import type { LedgerDatabase, SqlRow, SqlValue } from '../../ledger/store/database.ts';
import { readMeta, writeMeta } from '../../ledger/store/meta.ts';
import { applicationId, migrations } from '../../ledger/store/schema.ts';
import { type Refusal, refuse } from '../../messages/refusal/index.ts';
import { prepareTempFolder } from '../temp/temp-folder.ts';

/** What SQLite says by its result codes, and what that means to whoever keeps the ledger. */
const sqliteErrors: readonly (readonly [code: RegExp, UsccErrorCode, Exclude<FileRefusal, 'ledger-busy'>])[] = [
  [/^SQLITE_FULL|^ENOSPC|^EDQUOT/, 'output', 'ledger-full'],
  [/^SQLITE_READONLY|^EACCES|^EROFS|^EPERM/, 'output', 'ledger-read-only'],
  [/^SQLITE_NOTADB/, 'input', 'not-a-ledger'],
  [/^SQLITE_CORRUPT/, 'input', 'ledger-damaged'],
];

type FileRefusal = 'ledger-full' | 'ledger-read-only' | 'not-a-ledger' | 'ledger-damaged' | 'ledger-busy';

/** A ledger file that is open. */
export interface OpenDatabase extends LedgerDatabase {
  path: string;
  /** Hashes under the ledger's own key. */
  hash: HashText;
  close(): void;
}

/** How a ledger is opened. */
export interface OpenOptions {
  /** Whether it is made where there is none. */
  creates?: boolean;
  /** Nothing is to be written: where there is none, it is made in memory. */
  dryRun?: boolean;
  /** Somebody else's ledger: never written, and nothing in it is run. */
  isForeign?: boolean;
  /** How long another writer is waited for. */
  waitMilliseconds?: number;
  migrations?: readonly string[];
}

const defaultWait = 30_000;
/** Of the ledger, of what is kept beside it, and of each sort. */
const cacheKibibytes = 16 << 10;
const hashCharacters = 16;

/**
 * Opens a ledger: a SQLite file with a rollback journal, so that the one file is all there is of it once a command has ended, and
 * that works on network shares. A new one is readable by its owner only.
 *
 * @throws {UsccError} `input` when there is none, it is no ledger, damaged, or of a later version of the toolkit; `output` when it
 *   cannot be written
 */
export async function openDatabase(path: string, options: OpenOptions = {}): Promise<OpenDatabase> {
  const { creates = false, dryRun = false, isForeign = false, waitMilliseconds = defaultWait } = options;
  const isThere = existsSync(path);
  if (!isThere && !creates) throw refuse('input', { kind: 'no-ledger', file: path, remedies: [{ kind: 'ledger' }] });
  if (isThere && !statSync(path).isFile()) throw refuseStranger(path);
  const { default: Libsql } = await import('libsql');
  const guard = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      throw describeDriverError(path, error, () => readHolder(path));
    }
  };
  const isInMemory = !isThere && dryRun;
  if (!isThere && !isInMemory) guard(() => closeSync(openSync(path, 'wx', 0o600)));
  const name = isForeign ? `${pathToFileURL(resolve(path)).href}?mode=ro` : isInMemory ? ':memory:' : path;
  const driver: Driver = guard(() => new Libsql(name, { timeout: waitMilliseconds }));
  const statements = new Map<string, Statement<SqlValue[]>>();
  const prepare = (sql: string): Statement<SqlValue[]> => {
    const known = statements.get(sql) ?? driver.prepare<SqlValue[]>(sql);
    statements.set(sql, known);
    return known;
  };
  const database: OpenDatabase = {
    path,
    hash: (text) => createHmac('sha256', key).update(text).digest('hex').slice(0, hashCharacters),
    all: (sql, ...values) => guard(() => prepare(sql).all(...values) as SqlRow[]),
    run: (sql, ...values) => guard(() => Number(prepare(sql).run(...values).lastInsertRowid)),
    execute: (sql) => guard(() => void driver.exec(sql)),
    transact: (work) => transact(driver, path, work, guard),
    close() {
      driver.close();
      if (!isForeign && !isInMemory) settleJournal(Libsql, path);
    },
  };
  let key = '';
  try {
    database.execute('PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL');
    database.execute(`PRAGMA temp_store = FILE; PRAGMA temp.cache_size = ${-cacheKibibytes}`);
    database.execute(`PRAGMA cache_size = ${-cacheKibibytes}`);
    const isNew = readPragma(database, 'user_version') === 0 && readPragma(database, 'application_id') === 0;
    const tables = database.all("SELECT COUNT(*) AS count FROM sqlite_master WHERE type = 'table'");
    if (isNew && (tables[0]?.count !== 0 || !creates)) throw refuseStranger(path);
    const steps = options.migrations ?? migrations;
    const version = readVersion(database, path, steps.length);
    const isKept = isForeign || dryRun;
    if (version > 0 && version < steps.length && isKept) return await openUpgraded(database, steps);
    if (version < steps.length) prepareSchema(database, { version, steps });
    key = readMeta(database, 'key') ?? '';
    if (!isForeign) removeStaleHolder(path);
    return database;
  } catch (error) {
    driver.close();
    if (!isThere) removeEmpty(path);
    throw error;
  }
}

function transact<Result>(
  driver: Driver,
  path: string,
  work: () => Result,
  guard: <Value>(work: () => Value) => Value,
): Result {
  guard(() => driver.exec('BEGIN IMMEDIATE'));
  writeHolder(path);
  try {
    const result = work();
    guard(() => driver.exec('COMMIT'));
    return result;
  } catch (error) {
    // A full disk has rolled back already.
    if (driver.inTransaction) driver.exec('ROLLBACK');
    throw error;
  } finally {
    rmSync(holderPath(path), { force: true });
  }
}

/**
 * The version of the ledger's schema, 0 where it has none yet.
 *
 * @throws {UsccError} `input` when the file is something else, or of a later version
 */
function readVersion(database: OpenDatabase, path: string, newest: number): number {
  const version = readPragma(database, 'user_version');
  if (version > 0 && readPragma(database, 'application_id') !== applicationId) throw refuseStranger(path);
  if (version > newest) throw refuse('input', { kind: 'newer-ledger', file: path });
  return version;
}

/** A ledger of an earlier version in which nothing may be changed: a copy of it, brought to the newest version. */
async function openUpgraded(database: OpenDatabase, steps: readonly string[]): Promise<OpenDatabase> {
  const folder = prepareTempFolder();
  const copy = folder.createPath('.db');
  try {
    database.all('VACUUM INTO ?', copy);
    database.close();
    const opened = await openDatabase(copy, { migrations: steps });
    const close = (): void => {
      opened.close();
      void folder.remove();
    };
    return { ...opened, path: database.path, close };
  } catch (error) {
    void folder.remove();
    throw error;
  }
}

/** After a full disk a journal lies beside the file. Whoever opens it next takes back what was begun: that is done here, so that nothing is left. */
function settleJournal(Libsql: new (path: string) => Driver, path: string): void {
  if (!existsSync(`${path}-journal`)) return;
  try {
    const again = new Libsql(path);
    again.exec('SELECT COUNT(*) FROM sqlite_master');
    again.close();
  } catch {
    // Another writes, whose journal it is; or the next command does it.
  }
}

/** Brings the ledger to the newest version of its schema; the file as it was is kept beside it. */
function prepareSchema(
  database: OpenDatabase,
  { version, steps }: { version: number; steps: readonly string[] },
): void {
  const { path } = database;
  if (version > 0) copyFileSync(path, `${path}.version-${version}`);
  database.transact(() => {
    // Somebody else may have done it meanwhile.
    const current = readPragma(database, 'user_version');
    for (const step of steps.slice(current)) database.execute(step);
    database.execute(`PRAGMA user_version = ${steps.length}; PRAGMA application_id = ${applicationId}`);
    if (readMeta(database, 'id') !== null) return;
    writeMeta(database, 'id', randomUUID());
    writeMeta(database, 'key', randomBytes(32).toString('hex'));
  });
}

function refuseStranger(file: string): UsccError {
  return refuse('input', { kind: 'not-a-ledger', file, remedies: [{ kind: 'ledger' }] });
}

function readPragma(database: LedgerDatabase, name: 'user_version' | 'application_id'): number {
  return Number(database.all(`SELECT ${name} AS value FROM pragma_${name}`)[0]?.value ?? 0);
}

/** Who writes now, for those who wait in vain. It says nothing once the writer is gone: nobody waits for it then. */
function holderPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.writer`);
}

function writeHolder(path: string): void {
  try {
    writeFileSync(holderPath(path), `${process.pid} ${hostname()}`, { mode: 0o600 });
  } catch {
    // It serves a message only.
  }
}

function readHolder(path: string): string | null {
  try {
    return readFileSync(holderPath(path), 'utf8');
  } catch {
    return null;
  }
}

/** A writer that was killed once its work was done has left its note behind; where it cannot be removed it does no harm. */
function removeStaleHolder(path: string): void {
  const [pid = '', host] = readHolder(path)?.split(' ') ?? [];
  if (host !== hostname() || isRunning(Number(pid))) return;
  try {
    rmSync(holderPath(path), { force: true });
  } catch {
    // The folder may not be written.
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** A file that nothing was written into is not left behind. */
function removeEmpty(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.size === 0) rmSync(path, { force: true });
}

/** An error of the driver or the file system, as one of ours. One that is ours already stays as it is. */
function describeDriverError(file: string, error: unknown, readHolder: () => string | null): unknown {
  if (error instanceof UsccError || !(error instanceof Error)) return error;
  const code = String((error as { code?: unknown }).code ?? '');
  const cause = { cause: error };
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return refuse('output', { kind: 'ledger-busy', file, holder: readHolder() }, cause);
  }
  const known = sqliteErrors.find(([codes]) => codes.test(code));
  if (known !== undefined) return refuse(known[1], describe(known[2], file), cause);
  // The driver gives no code when it cannot open a file.
  const isUnusable = /^SQLITE_(IOERR|CANTOPEN)|^E[A-Z]+$/.test(code) || /unable to open/i.test(error.message);
  return isUnusable ? refuse('output', { kind: 'ledger-unusable', file, reason: error.message }, cause) : error;
}

function describe(kind: Exclude<FileRefusal, 'ledger-busy'>, file: string): Refusal {
  return kind === 'not-a-ledger' ? { kind, file, remedies: [{ kind: 'ledger' }] } : { kind, file };
}
