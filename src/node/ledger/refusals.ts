import { UsccError, type UsccErrorCode } from '../../code/error.ts';
import { type Refusal, refuse } from '../../messages/refusal/index.ts';

/** What SQLite says by its result codes, and what that means to whoever keeps the ledger. */
const sqliteErrors: readonly (readonly [code: RegExp, UsccErrorCode, Exclude<FileRefusal, 'ledger-busy'>])[] = [
  [/^SQLITE_FULL|^ENOSPC|^EDQUOT/, 'output', 'ledger-full'],
  [/^SQLITE_READONLY|^EACCES|^EROFS|^EPERM/, 'output', 'ledger-read-only'],
  [/^SQLITE_NOTADB/, 'input', 'not-a-ledger'],
  [/^SQLITE_CORRUPT/, 'input', 'ledger-damaged'],
];
type FileRefusal = 'ledger-full' | 'ledger-read-only' | 'not-a-ledger' | 'ledger-damaged' | 'ledger-busy';

/** An error of the driver or the file system, as one of ours. One that is ours already stays as it is. */
export function describeDriverError(file: string, error: unknown, readHolder: () => string | null): unknown {
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
