import { closest, distance } from 'fastest-levenshtein';
import { UsccError } from '../../code/error.ts';
import { isValid } from '../../code/validate.ts';
import { type Refusal, refuse } from '../../messages/refusal/index.ts';
import type { RemedyKind } from '../../messages/remedy/index.ts';
import type { ScanOptions } from '../options.ts';
import { findCodeHeaders, findNameHeaders, findUnitHeaders, foldHeader, isIssuingBody } from './header-names.ts';

/** Which columns of a table hold what, from 0; -1: none. */
export interface Columns {
  codeColumn: number;
  nameColumn: number;
  unitColumn: number;
}

/** Thrown of an input that holds nothing to check: one sheet of several may be such. */
export class NoTableError extends UsccError {
  readonly lacks: 'rows' | 'codes';

  constructor(lacks: 'rows' | 'codes', refusal: Refusal) {
    super('input', refusal);
    this.lacks = lacks;
  }
}

const conformingShare = 0.5;

/**
 * Finds the columns of codes, names and, where asked for, units: as the caller names them, else by the header's spelling,
 * else (codes only) by content.
 *
 * @param header names of the columns, if there are any
 * @param rows the first records of data
 * @throws {UsccError} `input` when a named column is not there, or no column or several look like codes
 */
export function findColumns(path: string, header: string[] | null, rows: string[][], options: ScanOptions): Columns {
  const headers = header ?? (rows[0] ?? []).map((_, index) => String(index + 1));
  const named = header === null ? [] : findCodeHeaders(header);
  const nameColumn =
    options.nameColumn === undefined
      ? header === null
        ? -1
        : (findNameHeaders(header)[0] ?? -1)
      : findNamed(path, headers, options.nameColumn, 'name-column');
  const unitColumn = findUnits(path, header, headers, options);
  if (options.codeColumn !== undefined) {
    const codeColumn = findNamed(path, headers, options.codeColumn, 'code-column');
    return { codeColumn, nameColumn, unitColumn };
  }
  if (named[0] !== undefined) return { codeColumn: named[0], nameColumn, unitColumn };
  const found = findByContent(headers, rows);
  const [codeColumn, ...others] = found;
  const remedies = [{ kind: 'code-column' }] as const;
  if (codeColumn === undefined) {
    throw new NoTableError('codes', { kind: 'no-code-column', file: path, columns: headers, remedies });
  }
  if (others.length > 0) {
    const columns = found.map((index) => headers[index] ?? '');
    throw refuse('input', { kind: 'several-code-columns', file: path, columns, remedies });
  }
  return { codeColumn, nameColumn, unitColumn };
}

function findUnits(path: string, header: string[] | null, headers: string[], options: ScanOptions): number {
  const { unitColumn } = options;
  if (unitColumn === undefined) return -1;
  if (unitColumn !== 'auto') return findNamed(path, headers, unitColumn, 'unit-column');
  return header === null ? -1 : (findUnitHeaders(header)[0] ?? -1);
}

/**
 * A column by its name, or its number from 1.
 *
 * @param remedy where another could be named
 * @throws {UsccError} `input` when it is not there
 */
export function findNamed(path: string, headers: string[], column: number | string, remedy: RemedyKind): number {
  const index = typeof column === 'number' ? column - 1 : headers.map(foldHeader).indexOf(foldHeader(column));
  if (index >= 0 && index < headers.length) return index;
  const nearest = typeof column === 'string' ? findNearest(column, headers) : null;
  throw new NoTableError('codes', {
    kind: 'no-such-column',
    file: path,
    column: String(column),
    columns: headers,
    nearest,
    remedies: [{ kind: remedy }],
  });
}

/** The header a misspelt name stands for: the closest, if at least half of it is the same. */
function findNearest(name: string, headers: string[]): string | null {
  if (headers.length === 0) return null;
  const nearest = closest(name, headers);
  return distance(name, nearest) * 2 <= Math.max(name.length, nearest.length) ? nearest : null;
}

/** Columns most of whose cells conform, those of issuing bodies left out. */
function findByContent(headers: string[], rows: string[][]): number[] {
  return [...headers.keys()].filter((index) => {
    if (isIssuingBody(headers[index] ?? '')) return false;
    const cells = rows.map((row) => row[index] ?? '').filter((cell) => cell !== '');
    return cells.length > 0 && cells.filter((cell) => isValid(cell)).length >= cells.length * conformingShare;
  });
}
