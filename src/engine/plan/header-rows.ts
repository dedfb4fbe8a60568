import { normalize } from '../../code/normalize.ts';
import { isValid } from '../../code/validate.ts';
import type { ScanOptions } from '../options.ts';
import { findCodeHeaders, findNameHeaders, foldHeader, hasCodeSpelling } from './header-names.ts';

/** The rows above the data. */
export interface HeaderRows {
  /** Names of the columns; null when the first row is data already. */
  cells: string[] | null;
  /** Index of the first row of data. */
  dataIndex: number;
  /** Rows that are neither header nor data: titles, the other line of a header of two. */
  titleCount: number;
}

/** A header further down than this is none. */
const searchedRows = 20;
/** Titles have one cell, or a few: `填报单位：…`, `日期：…`. */
const mostTitleCells = 3;

/**
 * Finds the header among the first rows: the one with a known spelling for codes, else the first that is not a title.
 *
 *   某市登记信息表,,,                         title
 *   基本信息,,登记信息,                       upper line of the header
 *   企业名称,地址,统一社会信用代码,日期        header
 *   甲公司,…                                data
 */
export function findHeaderRows(rows: string[][], options: ScanOptions): HeaderRows {
  if (options.header === false) return { cells: null, dataIndex: 0, titleCount: 0 };
  const firstData = rows.findIndex((row) => row.some((cell) => isValid(cell)));
  const end = Math.min(firstData < 0 ? rows.length : firstData, searchedRows);
  const above = rows.slice(0, end);
  const usualCells = firstData < 0 ? Math.max(0, ...rows.map(countFilled)) : countFilled(rows[firstData] ?? []);
  const at = findHeader(above, usualCells, options);
  const header = rows[at];
  if (header === undefined) return { cells: null, dataIndex: 0, titleCount: 0 };
  const isHeader = options.header ?? (findCodeHeaders(header).length > 0 || !header.some(looksLikeData));
  if (!isHeader) return { cells: null, dataIndex: at, titleCount: at };
  const upper = rows[at - 1];
  const lower = rows[at + 1];
  const isSplit = lower !== undefined && isLowerLine(header, lower);
  const dataIndex = at + (isSplit ? 2 : 1);
  const cells = isSplit
    ? mergeLines(header, lower)
    : upper !== undefined && countFilled(upper) > 1 && isUpperLine(upper, header)
      ? mergeLines(upper, header)
      : header;
  return { cells, dataIndex, titleCount: dataIndex - 1 };
}

function findHeader(above: string[][], usualCells: number, options: ScanOptions): number {
  if (typeof options.codeColumn === 'string') {
    const wanted = foldHeader(options.codeColumn);
    const named = above.findIndex((row) => row.some((cell) => foldHeader(cell) === wanted));
    if (named >= 0) return named;
  }
  const spelled = above.findIndex(hasCodeSpelling);
  if (spelled >= 0) return spelled;
  const first = above.findIndex((row) => !isTitle(row, usualCells));
  return first >= 0 ? first : above.length;
}

/** A row with far fewer cells filled than the data has, none of which is a number of its own. */
function isTitle(row: string[], usualCells: number): boolean {
  const filled = countFilled(row);
  const isSparse = filled <= mostTitleCells && filled * 2 <= usualCells;
  return isSparse && !row.some((cell) => /^[0-9A-Z]{9,}$/.test(normalize(cell)));
}

/** A cell of a first row that is no header: a code, or a long number. */
function looksLikeData(cell: string): boolean {
  return isValid(cell) || /\d{6}/.test(normalize(cell));
}

/** Under a merged heading its parts, and nothing under a heading that reaches over both lines. */
function isLowerLine(upper: string[], lower: string[]): boolean {
  const known = [...findCodeHeaders(lower), ...findNameHeaders(lower)];
  return known.length > 0 && !lower.some(looksLikeData) && isUpperLine(upper, lower);
}

function isUpperLine(upper: string[], lower: string[]): boolean {
  let hasParts = false;
  for (const [column, cell] of lower.entries()) {
    const above = upper[column] ?? '';
    if (cell === '') continue;
    if (above === '') hasParts = true;
    // Both filled: the start of a merged heading, so the next column has none of its own.
    else if ((upper[column + 1] ?? '') !== '') return false;
  }
  return hasParts;
}

function mergeLines(upper: string[], lower: string[]): string[] {
  const length = Math.max(upper.length, lower.length);
  return Array.from({ length }, (_, column) => lower[column] || upper[column] || '');
}

function countFilled(row: string[]): number {
  return row.filter((cell) => cell.trim() !== '').length;
}
