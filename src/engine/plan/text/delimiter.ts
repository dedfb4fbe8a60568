import { isValid } from '../../../code/validate.ts';
import { findCodeHeaders, hasCodeSpelling } from '../../../tables/headers/code-headers.ts';
import { dropRemarks, foldHeader } from '../../../tables/headers/fold-header.ts';
import type { HeadRecord, SplitHead } from './head.ts';

/** Delimiters that are looked for, likeliest first. */
export const delimiters = [',', '\t', ';', '|'] as const;

/** Control characters that only machines write between cells. */
const controls = ['\x01', '\x1f', '\x02'];
/** Others, where a header of codes stands between them. */
const others = [
  '^',
  '~',
  '#',
  '@',
  '!',
  '，',
  '||',
  '@@',
  '|+|',
  '^^',
  '~~',
  '##',
  '$$',
  '&&',
  '|@|',
  '~|~',
  '|#|',
  '!!',
  ';;',
  '::',
];
const searchedLines = 100;
const codeInText = /(?<![0-9A-Za-z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Za-z])/;

/** The beginning of a source, split in different ways. */
export interface HeadReader {
  /** Whether a byte occurs in the records that are split. */
  has(byte: number): boolean;
  split(delimiter: number): SplitHead;
  read(head: SplitHead, limit: number): HeadRecord[];
  /** All of it, decoded. */
  text(): string;
}

/**
 * The delimiter by which the first records have most cells, all of them alike; one that is rarer when only that parts a header of codes
 * from its neighbours; a comma when none splits them.
 */
export function chooseDelimiter(reader: HeadReader): string {
  let best = ',';
  let bestScore = 0;
  let bestHead: SplitHead | undefined;
  for (const delimiter of [...delimiters, ...controls]) {
    if (!reader.has(delimiter.charCodeAt(0))) continue;
    const head = reader.split(delimiter.charCodeAt(0));
    const score = scoreRecords(head, reader);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
      bestHead = head;
    }
  }
  const header = bestHead === undefined ? undefined : findHeader(bestHead, reader);
  if (header === undefined) return findRareDelimiter(reader.text()) ?? best;
  return header.every((cell) => unmark(cell) === cell) ? best : (findLonger(reader.text(), best) ?? best);
}

/** The first record with a header of codes. Mostly it is the first of all, and the others need not be decoded. */
function findHeader(head: SplitHead, reader: HeadReader): string[] | undefined {
  for (const limit of [1, Number.POSITIVE_INFINITY]) {
    const found = reader.read(head, limit).find(({ cells }) => cells.length > 1 && findCodeHeaders(cells).length > 0);
    if (found !== undefined) return found.cells;
  }
  return undefined;
}

/**
 * Cells beyond the first of the commonest width, times the square of the share of records that have it. Where the first record is a
 * code column's name, or a code, all by itself, what parts the others once is no delimiter, but something beside a code.
 */
function scoreRecords(head: SplitHead, reader: HeadReader): number {
  const { records } = head;
  let fewest = 2;
  if (records[0]?.cellCount === 1) {
    const [first = ''] = reader.read(head, 1)[0]?.cells ?? [];
    if (findCodeHeaders([first]).length > 0 || isValid(first)) fewest = 3;
  }
  const widths = new Map<number, number>();
  for (const { cellCount } of records) widths.set(cellCount, (widths.get(cellCount) ?? 0) + 1);
  let score = 0;
  for (const [width, count] of widths) {
    if (width >= fewest) score = Math.max(score, (width - 1) * (count / records.length) ** 2);
  }
  return score;
}

/** Of `~|~` the bar alone parts lines too, into cells with what is left of it: a longer one that stands wherever the short one does. */
function findLonger(text: string, short: string): string | null {
  const lines = text.split(/\r\n|[\r\n]/).slice(0, searchedLines);
  const header = lines.findIndex((line) => findCodeHeaders(line.split(short).map(unmark)).length > 0);
  const under = lines.slice(Math.max(header, 0)).filter((line) => line.includes(short));
  for (const longer of guessAround(lines[header] ?? '')) {
    const share = longer.split(short).length - 1;
    if (share === 0 || longer.replaceAll(short, '') === '') continue;
    const alike = under.filter((line) => line.split(short).length - 1 === (line.split(longer).length - 1) * share);
    if (alike.length * 10 >= under.length * 9) return longer;
  }
  return null;
}

/** A delimiter that parts a line with a header of codes, and the lines under it into as many cells. */
function findRareDelimiter(text: string): string | null {
  const lines = text.split(/\r\n|[\r\n]/).slice(0, searchedLines);
  let best: string | null = null;
  let bestScore = 0;
  for (const [at, line] of lines.entries()) {
    for (const delimiter of [...others, ...guessAround(line)]) {
      const cells = line.split(delimiter);
      if (cells.length < 2 || findCodeHeaders(cells.map(unquote)).length === 0) continue;
      const under = lines.slice(at + 1).filter((other) => other.trim() !== '');
      const alike = under.filter((other) => other.split(delimiter).length === cells.length).length;
      const score = (under.length === 0 ? 0.1 : alike / under.length) * (cells.length - 1) + delimiter.length / 100;
      if (score <= bestScore) continue;
      best = delimiter;
      bestScore = score;
    }
    if (best !== null) return best;
  }
  return best;
}

const codeWord = /(?:统一)?社会信用代?码|[A-Za-z][A-Za-z0-9_]{3,}/g;
/** No part of a word, a bracket, or a mark that headers have. */
const delimiterPattern = String.raw`[^\p{L}\p{N}\s"'()（）[\]【】/、:：_\-]{1,3}`;
const delimiterBefore = new RegExp(`(${delimiterPattern})["']?$`, 'u');
const delimiterAfter = new RegExp(`^["']?(${delimiterPattern})`, 'u');

/** Up to three characters, none of them of a word, right beside a header of codes. */
function guessAround(line: string): string[] {
  return [...line.matchAll(codeWord)].flatMap(({ 0: word, index }) => {
    if (findCodeHeaders([word]).length === 0) return [];
    const before = delimiterBefore.exec(line.slice(0, index))?.[1];
    const after = delimiterAfter.exec(line.slice(index + word.length))?.[1];
    return [before, after].filter((found) => found !== undefined);
  });
}

/** Most cells: to make the pattern that tells all letters of Unicode takes three milliseconds. */
const plainEnds = /^([0-9A-Za-z\u4e00-\u9fff](.*[0-9A-Za-z\u4e00-\u9fff])?)?$/s;

/** Without what is left of a longer delimiter. */
function unmark(cell: string): string {
  if (plainEnds.test(cell)) return cell;
  return cell.replace(/^[^\p{L}\p{N}([（]+|[^\p{L}\p{N})\]）]+$/gu, '');
}

function unquote(cell: string): string {
  return cell.replace(/^\s*"|"\s*$/g, '');
}

/**
 * Whether a table of one column is one only because its delimiter is not known: most of its cells are a code with something beside it.
 */
export function isOneColumnByMistake(header: string[] | null, rows: string[][]): boolean {
  if ((header?.length ?? 0) > 1 || rows.some((row) => row.length > 1)) return false;
  if (header !== null && hasCodeSpelling(header.map((cell) => dropRemarks(foldHeader(cell))))) return false;
  const cells = rows.map(([cell = '']) => cell.trim()).filter((cell) => cell !== '');
  if (cells.length === 0) return false;
  const around = cells.filter((cell) => !isValid(cell) && codeInText.test(cell) && /[^0-9A-Za-z\s]/.test(rest(cell)));
  return around.length * 2 > cells.length;
}

function rest(cell: string): string {
  return cell.replace(codeInText, '').replace(/^["'“”‘’\s]+|["'“”‘’\s]+$/g, '');
}
