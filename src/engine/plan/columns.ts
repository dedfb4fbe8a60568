import { closest, distance } from 'fastest-levenshtein';
import { refuse } from '../../messages/refusal/index.ts';
import type { RemedyKind } from '../../messages/remedy/index.ts';
import type { WarningFacts } from '../../messages/warning/index.ts';
import {
  findCodeHeaders,
  findPerhapsCodeHeaders,
  isIssuingBody,
  listCodeHeaders,
} from '../../tables/headers/code-headers.ts';
import { dropMarks, foldHeader } from '../../tables/headers/fold-header.ts';
import type { ScanOptions } from '../options.ts';
import { findLicenceColumns } from './headers/licence-headers.ts';
import { findNameHeaders } from './headers/name-headers.ts';
import { findUnitHeaders } from './headers/unit-headers.ts';
import {
  countOnTheirSide,
  findCodesByContent,
  findCodesElsewhere,
  findNamesByContent,
} from './lines/column-content.ts';
import { NoTableError } from './no-table.ts';

/** How a column was found: the caller names it, its header says so, or its cells do. */
export type ColumnReason = 'named' | 'header' | 'content';

/** Which columns of a table hold what, from 0; -1: none. */
export interface Columns {
  codeColumn: number;
  nameColumn: number;
  unitColumn: number;
  /** How each was found. */
  why: Record<'code' | 'name' | 'unit', ColumnReason>;
  /** Further columns whose headers name codes, which are not read. */
  otherCodes: number[];
  /** What was guessed, and what was left aside. */
  warnings: WarningFacts[];
}

/**
 * Finds the columns of codes, names and, where asked for, units: as the caller names them, else by the header's spelling, else by
 * content. What was guessed or left aside is said.
 *
 * @param header names of the columns, if there are any
 * @param rows the first records of data
 * @throws {UsccError} `input` when a named column is not there, no column or several look like codes, or two have the same header
 */
export function findColumns(path: string, header: string[] | null, rows: string[][], options: ScanOptions): Columns {
  const width = Math.max(header?.length ?? 0, rows[0]?.length ?? 0);
  const headers = Array.from({ length: width }, (_, index) => header?.[index]?.trim() || String(index + 1));
  const table: Table = { path, header, headers, rows };
  const warnings: WarningFacts[] = [];
  const codeColumn = findCodes(table, options, warnings);
  const nameColumn = findNames(table, codeColumn, options, warnings);
  const unitColumn = findUnits(path, header, headers, options);
  const otherCodes = listCodeHeaders(header ?? []).filter((column) => column !== codeColumn);
  const byHeader = (found: boolean): ColumnReason => (found ? 'header' : 'content');
  const why = {
    code: options.codeColumn === undefined ? byHeader(findCodeHeaders(header ?? []).includes(codeColumn)) : 'named',
    name: options.nameColumn === undefined ? byHeader(findNameHeaders(header ?? []).includes(nameColumn)) : 'named',
    unit: options.unitColumn === undefined || options.unitColumn === 'auto' ? 'header' : 'named',
  } as const;
  return { codeColumn, nameColumn, unitColumn, why, otherCodes, warnings };
}

interface Table {
  path: string;
  header: string[] | null;
  headers: string[];
  rows: string[][];
}

function findCodes(table: Table, { codeColumn }: ScanOptions, warnings: WarningFacts[]): number {
  const { path, header, headers, rows } = table;
  if (codeColumn !== undefined) {
    const column = findNamed(path, headers, codeColumn, 'code-column');
    if (typeof codeColumn === 'string') refuseTwice(table, column);
    return column;
  }
  const chosen = header === null ? undefined : findCodeHeaders(header)[0];
  if (header !== null && chosen !== undefined) {
    refuseTwice(table, chosen);
    const elsewhere = findCodesElsewhere(headers, rows, chosen).map((column) => headers[column] ?? '');
    if (elsewhere.length > 0) {
      const remedies = [{ kind: 'code-column' }] as const;
      const column = headers[chosen] ?? '';
      throw refuse('input', { kind: 'codes-elsewhere', file: path, column, columns: elsewhere, remedies });
    }
    const others = listCodeHeaders(header).filter((column) => column !== chosen);
    const licence = findLicenceColumns(header)?.columns;
    if (licence?.code === chosen) {
      const category = licence.category === undefined ? null : (headers[licence.category] ?? '');
      const column = headers[chosen] ?? '';
      warnings.push({ code: 'licence-table', file: path, column, category, remedies: [{ kind: 'licences' }] });
    } else if (others.length > 0) {
      const columns = others.map((column) => headers[column] ?? '');
      const remedies = [{ kind: 'code-column' }] as const;
      warnings.push({
        code: 'other-code-columns',
        file: path,
        column: headers[chosen] ?? '',
        names: columns,
        remedies,
      });
    }
    return chosen;
  }
  const onTheirSide = countOnTheirSide(rows);
  const refusal = { kind: 'on-its-side', file: path } as const;
  if (onTheirSide > 1) throw refuse('input', refusal);
  // One record alone: in front of a table, a sheet that says who reports.
  if (onTheirSide === 1) throw new NoTableError('codes', refusal);
  const found = findCodesByContent(headers.length, rows).filter((column) => !isIssuingBody(header?.[column] ?? ''));
  const perhaps = findPerhapsCodeHeaders(header ?? []);
  const likeliest =
    found.length === 0 ? perhaps : found.filter((column) => found.length === 1 || perhaps.includes(column));
  const [column] = likeliest;
  const remedies = [{ kind: 'code-column' }] as const;
  if (found.length === 0 && column === undefined) {
    throw new NoTableError('codes', { kind: 'no-code-column', file: path, columns: headers, remedies });
  }
  if (column === undefined || likeliest.length > 1) {
    const columns = (found.length > 1 ? found : likeliest).map((index) => headers[index] ?? '');
    throw refuse('input', { kind: 'several-code-columns', file: path, columns, remedies });
  }
  return column;
}

/** Two tables side by side: half of the codes would go unread. */
function refuseTwice({ path, headers, rows }: Table, chosen: number): void {
  const fold = (header: string): string => dropMarks(foldHeader(header));
  const wanted = fold(headers[chosen] ?? '');
  const same = headers.flatMap((header, column) => (fold(header) === wanted ? [column] : []));
  const filled = same.filter((column) => rows.length === 0 || rows.some((row) => (row[column] ?? '').trim() !== ''));
  if (same.length < 2 || (filled.length < 2 && filled.includes(chosen))) return;
  const numbers = same.map((column) => column + 1);
  const remedies = [{ kind: 'code-column-number' }] as const;
  throw refuse('input', { kind: 'same-code-header', file: path, column: headers[chosen] ?? '', numbers, remedies });
}

function findNames(table: Table, codeColumn: number, options: ScanOptions, warnings: WarningFacts[]): number {
  const { path, header, headers, rows } = table;
  if (options.nameColumn !== undefined) return findNamed(path, headers, options.nameColumn, 'name-column');
  const named = (header === null ? [] : findNameHeaders(header)).filter((column) => column !== codeColumn);
  const likeliest = named[0];
  if (likeliest !== undefined) {
    // The same header more than once: the one that belongs to the codes stands next to them, rather before than after.
    const wanted = foldHeader(headers[likeliest] ?? '');
    const same = named.filter((column) => foldHeader(headers[column] ?? '') === wanted);
    const distance = (column: number): number => Math.abs(column - codeColumn) + (column > codeColumn ? 0.5 : 0);
    return same.reduce((best, column) => (distance(column) < distance(best) ? column : best), likeliest);
  }
  const found = findNamesByContent(headers.length, rows, codeColumn);
  if (found >= 0) {
    const remedies = [{ kind: 'name-column' }] as const;
    warnings.push({ code: 'name-by-content', file: path, column: headers[found] ?? '', remedies });
  }
  return found;
}

function findUnits(path: string, header: string[] | null, headers: string[], options: ScanOptions): number {
  const { unitColumn } = options;
  if (unitColumn === undefined) return -1;
  if (unitColumn !== 'auto') return findNamed(path, headers, unitColumn, 'unit-column');
  const { body, source } = findLicenceColumns(header)?.columns ?? {};
  return header === null ? -1 : (findUnitHeaders(header)[0] ?? body ?? source ?? -1);
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
