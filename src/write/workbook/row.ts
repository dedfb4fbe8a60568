import type { CellTexts } from './cell-text.ts';

/** What a cell holds; text is never read as anything but text. */
export type CellValue = string | number | null;

/** How the cells of a column are written. */
export interface CellStyle {
  /** The number of a cell format. */
  format: number;
  /** Whether other cells are likely to hold the same text. */
  isCommon: boolean;
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** `C7`: the column from 0, the row from 1. */
export function nameCell(column: number, row: number): string {
  return `${letters[column] ?? ''}${row}`;
}

/** The XML of a cell from behind its name; `isCommon` says that other cells are likely to hold the same text. */
export function formatCell(value: CellValue, format: number, texts: CellTexts, isCommon: boolean): string {
  if (value === null || value === '') return `" s="${format}"/>`;
  if (typeof value === 'number') return `" s="${format}"><v>${value}</v></c>`;
  return `" s="${format}"${texts.format(value, isCommon)}`;
}

/**
 * The XML of a row.
 *
 * @param at its number, from 1
 * @param cells see {@link formatCell}
 * @param height in points; without it the program that opens the sheet fits the row to its text
 */
export function formatRow(at: number, cells: string[], height?: number): string {
  let xml = beginRow(at, height);
  for (let column = 0; column < cells.length; column++) xml += `<c r="${letters[column]}${at}${cells[column]}`;
  return `${xml}</row>`;
}

/** The same of cells that are not formatted yet; `styles` has one for each value. */
export function formatValues(
  at: number,
  values: CellValue[],
  styles: CellStyle[],
  texts: CellTexts,
  height?: number,
): string {
  let xml = beginRow(at, height);
  for (let column = 0; column < values.length; column++) {
    const value = values[column] ?? null;
    const { format, isCommon } = styles[column] ?? plainStyle;
    xml += `<c r="${letters[column]}${at}" s="${format}"`;
    if (value === null || value === '') xml += '/>';
    else xml += typeof value === 'number' ? `><v>${value}</v></c>` : texts.format(value, isCommon);
  }
  return `${xml}</row>`;
}

const plainStyle: CellStyle = { format: 0, isCommon: false };

function beginRow(at: number, height: number | undefined): string {
  return height === undefined ? `<row r="${at}">` : `<row r="${at}" ht="${height}" customHeight="1">`;
}
