import { escapeXml } from './xml-text.ts';

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

/** Excel refuses a workbook with longer ones. */
const mostCharacters = 32_767;
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const outerSpace = /^\s|\s$|\n/;

/** `C7`: the column from 0, the row from 1. */
export function nameCell(column: number, row: number): string {
  return `${letters[column] ?? ''}${row}`;
}

/** The XML of a row. `cut` is put at the end of text that is too long for a cell. */
export function formatRow({ at, values, formats, height }: Row, cut: string): string {
  let xml = height === undefined ? `<row r="${at}">` : `<row r="${at}" ht="${height}" customHeight="1">`;
  for (const [column, value] of values.entries()) {
    const start = `<c r="${nameCell(column, at)}" s="${formats[column] ?? 0}"`;
    if (value === null || value === '') xml += `${start}/>`;
    else if (typeof value === 'number') xml += `${start}><v>${value}</v></c>`;
    else xml += `${start} t="inlineStr"><is>${formatText(value, cut)}</is></c>`;
  }
  return `${xml}</row>`;
}

function formatText(text: string, cut: string): string {
  const whole = text.length <= mostCharacters ? text : shorten(text, mostCharacters - cut.length) + cut;
  return `<t${outerSpace.test(whole) ? ' xml:space="preserve"' : ''}>${escapeXml(whole)}</t>`;
}

/** At most `length` UTF-16 units, no half character at the end. */
export function shorten(text: string, length: number): string {
  const short = text.slice(0, length);
  return short.length < text.length && /[\ud800-\udbff]$/.test(short) ? short.slice(0, -1) : short;
}
