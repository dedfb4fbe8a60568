import { normalize } from '../../../code/cell/normalize.ts';
import { isValid } from '../../../code/validate.ts';
import type { LineReason } from '../../../messages/line-reason.ts';
import { findCodeHeaders, hasCodeSpelling } from '../../../tables/headers/code-headers.ts';
import { foldHeader } from '../../../tables/headers/fold-header.ts';
import type { ScanOptions } from '../../options.ts';
import { findNameHeaders } from '../headers/name-headers.ts';
import { isOneCode } from './column-content.ts';
import { isLabels } from './foot-lines.ts';
import { findHeaderLines } from './header-lines.ts';
import { joinCells } from './record-lines.ts';

/** The rows above the data. */
export interface HeaderRows {
  /** Names of the columns; null when the first row is data already. */
  cells: string[] | null;
  /** Index of the header, or of its lower line; -1: there is none. */
  headerIndex: number;
  /** Index of the first row of data. */
  dataIndex: number;
  /** Rows that are neither header nor data: titles, the other line of a header of two. */
  titleCount: number;
  /** Lines between the header and the data, by their index. */
  under: { index: number; why: LineReason }[];
  /** Every row above the data but the header, folded and joined. */
  others: string[];
}

/** A header further down than this is none. */
const searchedRows = 100;
/** Without a header of codes, a header is looked for where titles end. */
const titleRows = 20;
/** Titles have one cell, or a few: `填报单位：…`, `日期：…`. */
const mostTitleCells = 3;

/**
 * Finds the header among the first rows: the line with a header of codes, else the first that is not a title.
 *
 *   某市登记信息表,,,                         title
 *   基本信息,,登记信息,                       upper line of the header
 *   企业名称,地址,统一社会信用代码,日期        header
 *   必填,选填,必填,选填                       line under it
 *   甲公司,…                                data
 */
export function findHeaderRows(rows: string[][], options: Pick<ScanOptions, 'header' | 'codeColumn'>): HeaderRows {
  const none = { cells: null, headerIndex: -1, dataIndex: 0, titleCount: 0, under: [], others: [] };
  if (options.header === false) return none;
  const at = findHeader(rows, options);
  const header = rows[at];
  if (header === undefined) return none;
  const isHeader = options.header ?? (isCodeHeaderRow(header) || !header.some(looksLikeData));
  if (!isHeader) {
    const others = rows.slice(0, at).map((row) => joinCells(row.map(foldHeader)));
    return { ...none, dataIndex: at, titleCount: at, others };
  }
  const upper = rows[at - 1];
  const lower = rows[at + 1];
  const isSplit = lower !== undefined && isLowerLine(header, lower);
  const headerIndex = at + (isSplit ? 1 : 0);
  const cells = isSplit
    ? mergeLines(header, lower)
    : upper !== undefined && countFilled(upper) > 1 && isUpperLine(upper, header)
      ? mergeLines(upper, header)
      : header;
  const reasons = findHeaderLines(cells, rows.slice(headerIndex + 1));
  const under = reasons.map((why, index) => ({ index: headerIndex + 1 + index, why }));
  const dataIndex = headerIndex + 1 + under.length;
  const others = rows.slice(0, dataIndex).map((row) => joinCells(row.map(foldHeader)));
  return {
    cells,
    headerIndex,
    dataIndex,
    titleCount: headerIndex,
    under,
    others: others.filter((line) => line !== ''),
  };
}

function findHeader(rows: string[][], { codeColumn }: Pick<ScanOptions, 'codeColumn'>): number {
  const searched = rows.slice(0, searchedRows);
  if (typeof codeColumn === 'string') {
    const wanted = foldHeader(codeColumn);
    const named = searched.findIndex((row) => row.some((cell) => foldHeader(cell) === wanted));
    if (named >= 0) return named;
  }
  const spelled = findAboveData(searched, (row) => hasCodeSpelling(row) && !row.some(isOneCode));
  if (spelled >= 0) return spelled;
  const like = findAboveData(searched, isCodeHeaderRow);
  if (like >= 0) return like;
  const firstData = searched.findIndex((row) => row.some((cell) => isValid(cell)));
  const above = searched.slice(0, Math.min(firstData < 0 ? rows.length : firstData, titleRows));
  const usualCells = firstData < 0 ? Math.max(0, ...rows.map(countFilled)) : countFilled(rows[firstData] ?? []);
  const first = above.findIndex((row) => !isTitle(row, usualCells));
  return first >= 0 ? first : above.length;
}

/**
 * The first such row with no code above it in the column that it names: then it is a repeated one. A row of one cell is a title where
 * the rows under it have several.
 */
function findAboveData(rows: string[][], isHeader: (row: string[]) => boolean): number {
  const at = rows.findIndex((row, index) => isHeader(row) && (countFilled(row) > 1 || !isNarrow(rows, index)));
  const column = findCodeHeaders(rows[at] ?? [])[0];
  if (at < 0 || column === undefined) return at;
  return rows.slice(0, at).some((row) => isValid(row[column] ?? '') && findCodeHeaders(row).length === 0) ? -1 : at;
}

/** A header of codes, and no code beside it: that is a title (`填报单位统一社会信用代码,9135…`), or a table on its side. */
function isCodeHeaderRow(row: string[]): boolean {
  return findCodeHeaders(row).length > 0 && !row.some(isOneCode);
}

const rowsUnder = 10;

function isNarrow(rows: string[][], at: number): boolean {
  const under = rows.slice(at + 1, at + 1 + rowsUnder);
  return under.filter((row) => countFilled(row) > 1).length * 2 > under.length;
}

/** A row with far fewer cells filled than the data has, none of which is a number of its own, or one of labels. */
function isTitle(row: string[], usualCells: number): boolean {
  const filled = countFilled(row);
  const isSparse = filled <= mostTitleCells && filled * 2 <= usualCells;
  if (filled < usualCells && isLabels(row)) return true;
  return isSparse && !row.some((cell) => /^[0-9A-Z]{9,}$/.test(normalize(cell)));
}

/** A cell of a first row that is no header: a code, or a long number. */
function looksLikeData(cell: string): boolean {
  return isValid(cell) || /\d{6}/.test(normalize(cell));
}

/** Under a merged heading its parts, and nothing under a heading that reaches over both lines. */
function isLowerLine(upper: string[], lower: string[]): boolean {
  if (!isUpperLine(upper, lower) || lower.some(looksLikeData)) return false;
  return findCodeHeaders(lower).length > 0 || findNameHeaders(lower).length > 0;
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
