import { refuse } from '../../messages/refusal/index.ts';
import { readBytes } from '../../tables/byte-source.ts';
import { type Encoding, type EncodingGuess, findBinary, findMark, guessEncoding } from '../../tables/encoding.ts';
import type { Input, Table } from '../../tables/input.ts';
import type { ScanOptions } from '../options.ts';
import type { Platform } from '../platform.ts';
import { createDecode } from '../scan/cell.ts';
import type { Kernel } from '../scan/kernel/kernel.ts';
import { findColumns, NoTableError } from './columns.ts';
import { chooseDelimiter } from './delimiter.ts';
import type { Dialect } from './dialect.ts';
import { type HeadRecord, readHead } from './head.ts';
import { findHeaderRows } from './header-rows.ts';

const headBytes = 256 << 10;
const longestHeadBytes = 64 << 20;
const sampleRecords = 200;

/** How a file is written: everything but which of its columns are read. */
export interface Survey {
  path: string;
  /** What is scanned: the file, or its text as UTF-8. */
  input: Input;
  /** What was handed in. */
  original: Input;
  bytes: number;
  encoding: Encoding;
  /** The encoding of what is scanned, and the place of its first record of data. */
  scanned: Pick<Dialect, 'encoding' | 'isTranscoded' | 'dataAt' | 'linesBefore'>;
  delimiter: string;
  header: string[] | null;
  /** The first records of data. */
  rows: string[][];
  /** The encoding is UTF-8 or GB18030, to be decided by the first byte that is not ASCII. */
  isOpen: boolean;
  /** Nobody named the encoding. */
  isGuessed: boolean;
  /** Rows above the data that are titles, or the other line of a header of two. */
  titleCount: number;
}

/** One file, understood: what is scanned, and what the report says of it. */
export interface FilePlan extends Omit<Survey, 'rows' | 'scanned'> {
  dialect: Dialect;
  codeColumn: string;
  nameColumn: string | null;
  unitColumn: string | null;
}

/**
 * Finds out how a file is written: encoding, delimiter, header, columns.
 *
 * @throws {UsccError} `input` when it is empty, not text, has no rows, or its columns cannot be told
 */
export async function planFile(
  kernel: Kernel,
  original: Input,
  options: ScanOptions,
  platform: Pick<Platform, 'transcode'>,
): Promise<FilePlan> {
  const all = { ...options, ...original.reading };
  return choosePlan(await surveyFile(kernel, original, all, platform), all);
}

/**
 * A file that has been surveyed, with the columns that are read.
 *
 * @throws {UsccError} `input` when its columns cannot be told
 */
export function choosePlan({ rows, scanned, ...survey }: Survey, options: ScanOptions): FilePlan {
  const { header } = survey;
  const { codeColumn, nameColumn, unitColumn } = findColumns(survey.path, header, rows, options);
  const headerOf = (column: number): string => (header?.[column] ?? String(column + 1)).trim();
  return {
    ...survey,
    dialect: {
      ...scanned,
      delimiter: survey.delimiter.charCodeAt(0),
      codeColumn,
      nameColumn,
      unitColumn,
      columnCount: (header ?? rows[0] ?? []).length,
    },
    codeColumn: headerOf(codeColumn),
    nameColumn: nameColumn < 0 ? null : headerOf(nameColumn),
    unitColumn: unitColumn < 0 ? null : headerOf(unitColumn),
  };
}

/**
 * Finds out how a file is written, columns aside.
 *
 * @throws {UsccError} `input` when it is empty, not text, or has no rows
 */
export async function surveyFile(
  kernel: Kernel,
  original: Input,
  options: ScanOptions,
  platform: Pick<Platform, 'transcode'>,
): Promise<Survey> {
  const { path } = original;
  const { table } = original;
  if (original.source.size === 0) throw new NoTableError('rows', { kind: 'is-empty', file: path });
  const first = await readBytes(original.source, 0, headBytes);
  const isWhole = first.length >= original.source.size;
  const named = options.encoding === undefined || options.encoding === 'auto' ? null : options.encoding;
  const guess: EncodingGuess =
    table !== undefined
      ? { encoding: 'utf-8', markBytes: 0, isOpen: false }
      : named === null
        ? guessEncoding(first, isWhole)
        : { encoding: named, markBytes: findMark(first, named), isOpen: false };
  const isWide = guess.encoding === 'utf-16le' || guess.encoding === 'utf-16be';
  if (!isWide && table === undefined) {
    const binary = findBinary(first);
    if (binary !== undefined) throw refuse('input', { kind: 'is-binary', file: path, format: binary });
  }
  let input = isWide ? await platform.transcode(original, guess.encoding) : original;
  let scanned: Dialect['encoding'] = guess.encoding === 'gb18030' ? 'gb18030' : 'utf-8';
  let start = isWide ? 0 : guess.markBytes;
  const read = (delimiter: number, head: Uint8Array): HeadRecord[] =>
    readHead(kernel, head, delimiter, head.length >= input.source.size - start, createDecode(scanned), sampleRecords);
  let head = await readBytes(input.source, start, headBytes);
  const delimiter =
    table === undefined ? (options.delimiter ?? chooseDelimiter((candidate) => read(candidate, head))) : ',';
  if (delimiter === '|' && scanned === 'gb18030') {
    input = await platform.transcode(original, 'gb18030');
    scanned = 'utf-8';
    start = 0;
    head = await readBytes(input.source, start, headBytes);
  }
  let records = read(delimiter.charCodeAt(0), head);
  while (records.length < 2 && head.length < input.source.size - start && head.length < longestHeadBytes) {
    const more = await readBytes(input.source, start, head.length * 4);
    // The file has shrunk: the scan will say so.
    if (more.length <= head.length) break;
    head = more;
    records = read(delimiter.charCodeAt(0), head);
  }
  const { header, first: firstData, titleCount, rows } = findData(records, table, options);
  const isAllRead = start + head.length >= input.source.size;
  if (header === null && rows.length === 0) throw new NoTableError('rows', { kind: 'is-empty', file: path });
  if (rows.length === 0 && isAllRead) throw new NoTableError('rows', { kind: 'no-rows', file: path });
  const before = records[firstData - 1];
  return {
    path,
    input,
    original,
    bytes: original.bytes ?? original.source.size,
    encoding: guess.encoding,
    scanned: {
      encoding: scanned,
      isTranscoded: input !== original,
      dataAt: start + (before?.nextAt ?? 0),
      linesBefore: before?.linesBefore ?? 0,
    },
    delimiter,
    header,
    rows,
    isOpen: guess.isOpen,
    isGuessed: named === null && table === undefined && guess.markBytes === 0,
    titleCount,
  };
}

/** Where the data starts, and what stands above it. Rows without any content are nothing. */
function findData(
  records: HeadRecord[],
  table: Table | undefined,
  options: ScanOptions,
): { header: string[] | null; first: number; titleCount: number; rows: string[][] } {
  const filled = records.flatMap(({ cells }, index) => (cells.some((cell) => cell !== '') ? [{ cells, index }] : []));
  const rows = filled.map(({ cells }) => cells);
  if (table?.header !== undefined) return { header: table.header, first: 0, titleCount: 0, rows };
  const { cells, dataIndex, titleCount } = findHeaderRows(rows, options);
  // Rows of nothing above a header are left out with it; above the first record of data without one, they count.
  const first = dataIndex === 0 ? 0 : (filled[dataIndex - 1]?.index ?? -1) + 1;
  return { header: cells, first, titleCount, rows: rows.slice(dataIndex) };
}
