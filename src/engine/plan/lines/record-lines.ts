import { couldBeCode } from '../../../code/cell/could-be-code.ts';
import { isMissing } from '../../../code/cell/missing.ts';
import { clean } from '../../../code/cell/normalize.ts';
import { isSpreadsheetNotation } from '../../../code/cell/spreadsheet.ts';
import type { LineReason } from '../../../messages/line-reason.ts';
import { findCodeHeaders } from '../../../tables/headers/code-headers.ts';
import { foldHeader } from '../../../tables/headers/fold-header.ts';
import type { KnownLines } from '../dialect.ts';
import { findNameHeaders } from '../headers/name-headers.ts';
import { beginsFoot, isFoot } from './foot-lines.ts';

/** What a line turned out to be: a record (null), none, or a header with its columns in another order. */
export type LineVerdict = LineReason | 'reordered-header' | null;

/**
 * Whether a line that has no clean code is no record. Never when its code cell could be a code, but for a cell that repeats the header's.
 *
 * The whole file is not known here, only the line: so that every reader of it says the same, wherever it begins.
 */
export function classifyLine(cells: readonly string[], known: KnownLines): LineVerdict {
  const code = cells[known.codeColumn] ?? '';
  const mayBeCode = couldBeCode(code);
  if (mayBeCode && foldHeader(code) !== known.header[known.codeColumn]) return null;
  const folded = cells.map(foldHeader);
  const header = classifyHeader(folded, known, mayBeCode);
  if (header !== null) return header;
  if (mayBeCode) return null;
  if (known.others.includes(joinCells(folded))) return 'repeated-lines';
  if (isPadding(cells)) return 'padding';
  const filled = folded.filter((cell) => cell !== '');
  if (isQueryTool(cells, filled)) return 'query-tool';
  return isFoot(cells, known) ? 'foot' : null;
}

/** Whether a line of several cells, none of them a header's, may be no record by the first two that hold something. */
export function mayBeginLine(first: string, readSecond: () => string): boolean {
  return beginsFoot(first, readSecond) || (ruled.test(first) && ruled.test(readSecond()));
}

/** Whether a code cell is empty, or says so, or is a number that a spreadsheet wrote: no header has such. */
export function holdsNoWord(code: string): boolean {
  const cleaned = clean(code);
  return isMissing(cleaned) || isSpreadsheetNotation(cleaned);
}

/** Whether a code cell could be a code, and does not repeat the header's: then its line is a record, whatever else stands in it. */
export function isCodeCell(code: string, { header, codeColumn }: KnownLines): boolean {
  return couldBeCode(code) && foldHeader(code) !== header[codeColumn];
}

/** Cells of a line as one text, empty ones at its end left out. */
export function joinCells(folded: readonly string[]): string {
  let end = folded.length;
  while (end > 0 && folded[end - 1] === '') end--;
  return folded.slice(0, end).join('\u0001');
}

function classifyHeader(
  folded: string[],
  { header, codeColumn, nameColumn }: KnownLines,
  mayBeCode: boolean,
): LineVerdict {
  const codeHeader = header[codeColumn] ?? '';
  if (codeHeader === '') return null;
  if (!folded.includes(codeHeader)) return mayBeCode ? null : judgeOtherHeader(folded, codeColumn, nameColumn);
  const nameHeader = nameColumn < 0 ? '' : (header[nameColumn] ?? '');
  const nameIsElsewhere =
    nameHeader !== '' && folded[nameColumn] !== nameHeader && folded.some((cell) => cell === nameHeader);
  if (folded[codeColumn] === codeHeader) return nameIsElsewhere ? 'reordered-header' : 'repeated-header';
  if (mayBeCode) return null;
  const filled = folded.filter((cell) => cell !== '');
  const known = filled.filter((cell) => header.includes(cell)).length;
  return known * 2 >= filled.length && (known > 1 || filled.length === 1) ? 'reordered-header' : null;
}

/** Headers of the same meaning in other words, as another program writes them. A cell may say 无统一社会信用代码: it takes two to be a header. */
function judgeOtherHeader(folded: string[], codeColumn: number, nameColumn: number): LineVerdict {
  if (holdsNoWord(folded[codeColumn] ?? '')) return null;
  const codes = findCodeHeaders(folded);
  const names = codes.length === 0 ? [] : findNameHeaders(folded);
  if (names.length === 0) return null;
  const isInOrder = codes.includes(codeColumn) && (nameColumn < 0 || names.includes(nameColumn));
  return isInOrder ? 'repeated-header' : 'reordered-header';
}

function isPadding(cells: readonly string[]): boolean {
  return (
    cells.some((cell) => /[\0\x1a\x0c\ufeff]/.test(cell)) && cells.every((cell) => /^[\0\x1a\s\ufeff]*$/.test(cell))
  );
}

/** Made of what the lines of a drawn table are made of. */
const ruled = /^[\s\-=─━═┼┬┴├┤┌┐└┘╪╫|+:]*$/;
const rule = /^[|+:]*[-=─━═┼┬┴├┤┌┐└┘╪╫|+:]{2,}[|+:]*$/;
/** Of Markdown, with the side that a column keeps to. */
const alignment = /^:?-+:?$/;
const rowCount =
  /^\(?(query ok,?)?(已选择|返回|共返回|影响|fetched:?|retrieved|selected|records?[:=]|total[:=]?)?\d+(rows?|行|条|records?|tuples?|个记录)(\(s\))?(记录|inset|affected|selected|returned|受影响|已选择|retrieved|fetched)?(\(.*\)|,.*)?[.。;]?\)?$/;
const toolLine =
  /^(time(taken)?:|timetaken|elapsed:|已用时间|用时|执行时间|耗时|sql>|mysql>|query(ok|executed)|\d+rowsinset|emptyset|completiontime|完成时间|fetched:?\d+row|bye$|\\\.$|norowsselected|未选定行|onlyshowingtop\d+rows?)/;

function isQueryTool(cells: readonly string[], filled: string[]): boolean {
  if (filled.length === 0) return false;
  if (filled.every((cell) => alignment.test(cell)) && filled.some((cell) => cell.includes(':'))) return true;
  if (filled.every((cell) => rule.test(cell)) && filled.some((cell) => countOf(cell, /[-=─━═]/g) >= 3)) {
    return cells.length === 1 || filled.length > 1 || filled[0] === undefined ? true : /^[|+]/.test(filled[0]);
  }
  const whole = filled.join(',');
  return filled.length <= 2 && (rowCount.test(whole) || toolLine.test(whole));
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
