import type { CellTexts } from './cell-text.ts';

/** What a cell holds; text is never read as anything but text. */
export type CellValue = string | number | null;

/** A row as it stands in a sheet. */
export interface Row {
  /** From 1. */
  at: number;
  values: CellValue[];
  /** Number of the cell format of each value. */
  formats: number[];
  /** In points; without it the program that opens the sheet fits the row to its text. */
  height?: number;
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** `C7`: the column from 0, the row from 1. */
export function nameCell(column: number, row: number): string {
  return `${letters[column] ?? ''}${row}`;
}

/** The XML of a row. `common` says of each column whether its texts recur. */
export function formatRow({ at, values, formats, height }: Row, texts: CellTexts, common: boolean[]): string {
  let xml = height === undefined ? `<row r="${at}">` : `<row r="${at}" ht="${height}" customHeight="1">`;
  for (let column = 0; column < values.length; column++) {
    const value = values[column] ?? null;
    xml += `<c r="${nameCell(column, at)}" s="${formats[column] ?? 0}"`;
    if (value === null || value === '') xml += '/>';
    else if (typeof value === 'number') xml += `><v>${value}</v></c>`;
    else xml += texts.format(value, common[column] ?? false);
  }
  return `${xml}</row>`;
}
