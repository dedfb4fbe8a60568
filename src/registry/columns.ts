import { closest } from 'fastest-levenshtein';
import { UsccError } from '../code/error.ts';
import { isValid } from '../code/index.ts';
import { normalize } from '../code/normalize.ts';
import { inputMessagesFor } from '../messages/input-messages.ts';
import { findCodeHeaders, findNameHeaders, foldHeader, isIssuingBody } from '../scan/header-names.ts';
import type { CheckOptions } from './options.ts';

/** Which columns of a table hold what, from 0; -1: none. */
export interface Columns {
  hasHeader: boolean;
  codeColumn: number;
  nameColumn: number;
}

const conformingShare = 0.5;

/**
 * Finds the code and the name column: as the caller names them, else by the header's spelling, else (codes only) by
 * content.
 *
 * @param records the first records of the table, the header among them if there is one
 * @throws {UsccError} `input` when a named column is not there, or no column or several look like codes
 */
export function findColumns(path: string, records: string[][], options: CheckOptions): Columns {
  const first = records[0] ?? [];
  const named = findCodeHeaders(first);
  const hasHeader = options.header ?? (named.length > 0 || !first.some(looksLikeData));
  const headers = hasHeader ? first : first.map((_, index) => String(index + 1));
  const rows = hasHeader ? records.slice(1) : records;
  const messages = inputMessagesFor(options.lang ?? 'zh');
  const nameColumn =
    options.nameColumn === undefined
      ? hasHeader
        ? (findNameHeaders(headers)[0] ?? -1)
        : -1
      : findNamed(path, headers, options.nameColumn, '--name-column', options);
  if (options.codeColumn !== undefined) {
    const codeColumn = findNamed(path, headers, options.codeColumn, '--code-column', options);
    return { hasHeader, codeColumn, nameColumn };
  }
  if (hasHeader && named[0] !== undefined) return { hasHeader, codeColumn: named[0], nameColumn };
  const found = findByContent(headers, rows);
  const [codeColumn, ...others] = found;
  if (codeColumn === undefined) throw new UsccError('input', messages.noCodeColumn(path, headers));
  if (others.length > 0) {
    throw new UsccError(
      'input',
      messages.severalCodeColumns(
        path,
        found.map((index) => headers[index] ?? ''),
      ),
    );
  }
  return { hasHeader, codeColumn, nameColumn };
}

/** A cell of a first row that is no header: a code, or a long number. */
function looksLikeData(cell: string): boolean {
  return isValid(cell) || /\d{6}/.test(normalize(cell));
}

function findNamed(
  path: string,
  headers: string[],
  column: number | string,
  flag: string,
  options: CheckOptions,
): number {
  const index = typeof column === 'number' ? column - 1 : headers.map(foldHeader).indexOf(foldHeader(column));
  if (index >= 0 && index < headers.length) return index;
  const nearest = typeof column === 'string' && headers.length > 0 ? closest(column, headers) : null;
  const messages = inputMessagesFor(options.lang ?? 'zh');
  throw new UsccError('input', messages.columnNotThere(path, String(column), flag, headers, nearest));
}

/** Columns most of whose cells conform, those of issuing bodies left out. */
function findByContent(headers: string[], rows: string[][]): number[] {
  return [...headers.keys()].filter((index) => {
    if (isIssuingBody(headers[index] ?? '')) return false;
    const cells = rows.map((row) => row[index] ?? '').filter((cell) => cell !== '');
    return cells.length > 0 && cells.filter((cell) => isValid(cell)).length >= cells.length * conformingShare;
  });
}
