import { parse } from 'csv-parse/sync';
import { breakLimit, fieldLimitBytes } from './kernel/contract.ts';

/** A record as csv-parse reads it. */
export interface ReferenceRecord {
  cells: string[];
  /** Physical line on which it starts, from 1. */
  line: number;
  /** Whether a quoted cell holds a line break. */
  hasQuotedBreak: boolean;
}

/** Everything the reference scanner has to say of a text. */
export interface ReferenceScan {
  records: ReferenceRecord[];
  /** Lines of quotes that were read as ordinary characters. */
  openQuoteLines: number[];
  /** Lines of records read with backslashes as escapes. */
  escapedLines: number[];
}

interface Cell {
  text: string;
  isQuoted: boolean;
  /** Where it ends, from the start of what was parsed. */
  endAt: number;
}

const quote = 0x22;

/**
 * The truth for what a record is: csv-parse, and one rule on top. A quote whose field is still open after 64 KiB, 100
 * lines or the end of the input is an ordinary character: the record is read again with that quote replaced by a byte the
 * text does not have, which is put back afterwards.
 *
 * @param bytes UTF-8 or GB18030 without a byte order mark
 * @param escapes where a record has not that many cells, but has them with backslashes as escapes, it is read so
 */
export function scanByReference(
  bytes: Uint8Array,
  delimiter: string,
  decode: (bytes: Uint8Array) => string,
  escapes: { cells: number; isWide: boolean } | null = null,
): ReferenceScan {
  const text = Buffer.from(bytes);
  const stand = findUnusedByte(text);
  const records: ReferenceRecord[] = [];
  const openQuoteLines: number[] = [];
  const escapedLines: number[] = [];
  const lines = createLineCounter(text);
  let start = 0;
  while (start < text.length) {
    const { rows, openAt } = parseUntilOpenQuote(text.subarray(start), delimiter);
    let previousEnd = start;
    let isEscaped = false;
    for (const cells of rows) {
      const raw = cells.map((cell) => Buffer.from(cell.text, 'latin1'));
      const recordStart = skipEmptyLines(text, previousEnd);
      const recordEnd = start + (cells.at(-1)?.endAt ?? 0);
      if (
        escapes !== null &&
        cells.length !== escapes.cells &&
        undoEscapes(text, recordStart, recordEnd, delimiter, escapes)
      ) {
        escapedLines.push(lines(recordStart));
        isEscaped = true;
        break;
      }
      records.push({
        cells: raw.map((cell) => decode(cell.map((byte) => (byte === stand ? quote : byte)))),
        line: lines(recordStart),
        hasQuotedBreak: cells.some((cell) => cell.isQuoted && /[\r\n]/.test(cell.text)),
      });
      previousEnd = start + (cells.at(-1)?.endAt ?? 0);
    }
    if (isEscaped) {
      start = skipEmptyLines(text, previousEnd);
      continue;
    }
    if (openAt < 0) break;
    openQuoteLines.push(lines(start + openAt));
    text[start + openAt] = stand;
    start = skipEmptyLines(text, previousEnd);
  }
  return { records, openQuoteLines, escapedLines };
}

/** Writes `\"` as two quotes in a record whose first reading with them has the cells that are wanted; false when it has not. */
function undoEscapes(
  text: Buffer,
  from: number,
  to: number,
  delimiter: string,
  { cells, isWide }: { cells: number; isWide: boolean },
): boolean {
  if (!text.subarray(from, to).includes('\\"')) return false;
  const changed = Buffer.from(text.subarray(from, from + 2 * fieldLimitBytes));
  for (let at = 0; at + 1 < changed.length; at++) {
    const byte = changed[at] ?? 0;
    if (byte === 0x5c && changed[at + 1] === quote) changed[at] = quote;
    if (byte === 0x5c || (isWide && byte >= 0x81 && byte !== 0xff)) at++;
  }
  const [first] = parseUntilOpenQuote(changed, delimiter).rows;
  if (first?.length !== cells) return false;
  changed.copy(text, from, 0, first.at(-1)?.endAt ?? 0);
  return true;
}

/** The complete records before the first quote that opens a field without closing it in time, and where that quote is. */
function parseUntilOpenQuote(text: Buffer, delimiter: string): { rows: Cell[][]; openAt: number } {
  const rows: Cell[][] = [];
  let openAt = -1;
  try {
    parse(text, {
      bom: false,
      delimiter,
      encoding: 'latin1',
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      cast: (value, { quoting, bytes }): Cell => ({ text: value, isQuoted: quoting, endAt: bytes }),
      // The parser's types know only texts, not what `cast` makes of them.
      on_record: (record: unknown) => {
        if (Array.isArray(record)) rows.push(record);
        return null;
      },
    });
  } catch (error) {
    const { code, column, bytes } = error as { code?: string; column?: number; bytes?: number };
    if (code !== 'CSV_QUOTE_NOT_CLOSED') throw error;
    const recordStart = skipEmptyLines(text, rows.at(-1)?.at(-1)?.endAt ?? 0);
    openAt = column === 0 ? recordStart : (bytes ?? 0) + 1;
  }
  return cutAtLongField(text, rows, openAt);
}

/** Closed, but too late: the record of such a field is the first that does not stand. */
function cutAtLongField(text: Buffer, rows: Cell[][], openAt: number): { rows: Cell[][]; openAt: number } {
  let previousEnd = 0;
  for (const [index, cells] of rows.entries()) {
    let fieldStart = skipEmptyLines(text, previousEnd);
    for (const { endAt, isQuoted } of cells) {
      if (isQuoted && isTooLong(text, fieldStart)) return { rows: rows.slice(0, index), openAt: fieldStart };
      fieldStart = endAt + 1;
    }
    previousEnd = cells.at(-1)?.endAt ?? 0;
  }
  return { rows, openAt };
}

/** Whether the quote at `open` closes beyond the limits. */
function isTooLong(text: Buffer, open: number): boolean {
  let at = open + 1;
  while (text[at] !== quote || text[at + 1] === quote) {
    at += text[at] === quote ? 2 : 1;
    if (at > text.length) return true;
  }
  return at - open > fieldLimitBytes || countBreaks(text, open, at) >= breakLimit;
}

function skipEmptyLines(text: Buffer, from: number): number {
  let at = from;
  while (text[at] === 0x0a || text[at] === 0x0d) at++;
  return at;
}

/** Counts lines (from 1) to places asked for mostly in order. */
function createLineCounter(text: Buffer): (at: number) => number {
  let counted = 0;
  let line = 1;
  return (at) => {
    if (at < counted) return countBreaks(text, 0, at) + 1;
    line += countBreaks(text, counted, at);
    counted = at;
    return line;
  };
}

/** Line breaks in `from`..`to`; CRLF is one. */
function countBreaks(text: Buffer, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    if (text[at] === 0x0a || (text[at] === 0x0d && text[at + 1] !== 0x0a)) count++;
  }
  return count;
}

function findUnusedByte(text: Buffer): number {
  for (let byte = 1; byte < 256; byte++) {
    if (byte !== 0x0a && byte !== 0x0d && byte !== 0x09 && !text.includes(byte)) return byte;
  }
  throw new Error('the reference scanner needs one byte value the text does not use');
}
