import { maskIdentityNumbers } from '../../code/cell/mask.ts';
import type { LineReason } from '../../messages/line-reason.ts';
import { refuse } from '../../messages/refusal/index.ts';
import type { WarningFacts } from '../../messages/warning/index.ts';
import { fillBytes, readBytes } from '../../tables/byte-source.ts';
import { type Encoding, type EncodingGuess, findBinary, findMark, guessEncoding } from '../../tables/encoding.ts';
import type { Input, Table } from '../../tables/input.ts';
import { isMixed } from '../../tables/mixed-encodings.ts';
import { plainDelimiter, type Rewrite } from '../../tables/rewrite.ts';
import type { ScanOptions } from '../options.ts';
import type { Platform } from '../platform.ts';
import { createDecode } from '../scan/cell.ts';
import { gb18030Escapes, utf8Escapes } from '../scan/kernel/contract.ts';
import type { Kernel } from '../scan/kernel/kernel.ts';
import { findColumns, NoTableError } from './columns.ts';
import { chooseDelimiter, type HeadReader, isOneColumnByMistake } from './delimiter.ts';
import type { Dialect } from './dialect.ts';
import { findRewrite } from './find-rewrite.ts';
import { foldHeader } from './fold-header.ts';
import {
  type Escapes,
  type HeadRecord,
  hasEscapedQuote,
  isUtf8,
  placeHead,
  readHead,
  type SplitHead,
  splitHead,
} from './head.ts';
import { findHeaderRows } from './header-rows.ts';
import { findOwnSheet, refuseOwn } from './own-sheets.ts';

const headBytes = 256 << 10;
const longestHeadBytes = 64 << 20;
const sampleRecords = 200;

/** A line that is no record, from 1, and why. */
export interface SkippedLine {
  line: number;
  why: LineReason;
}

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
  scanned: Pick<Dialect, 'encoding' | 'isTranscoded' | 'dataAt' | 'linesBefore' | 'mayEscape'> & {
    /** The delimiter's byte; `delimiter` is what it stands for. */
    delimiter: number;
    /** Lines above the data, folded; null: every line is a record. */
    others: string[] | null;
  };
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
  /** Lines of these, from 1. */
  titleLines: number[];
  /** Line of the header, from 1; null: there is none. */
  headerLine: number | null;
  /** Lines between header and data that are no records. */
  skipped: SkippedLine[];
  /** What was guessed, and what was left aside. */
  warnings: WarningFacts[];
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
  refuseOwn(original, original.table?.kind ?? null);
  const survey = await surveyFile(kernel, original, all, platform);
  refuseOwn(original, findOwnSheet(survey.header, survey.scanned.others));
  return choosePlan(survey, all);
}

/**
 * A file that has been surveyed, with the columns that are read.
 *
 * @throws {UsccError} `input` when its columns cannot be told
 */
export function choosePlan({ rows, scanned, ...survey }: Survey, options: ScanOptions): FilePlan {
  const { header } = survey;
  const { codeColumn, nameColumn, unitColumn, warnings } = findColumns(survey.path, header, rows, options);
  const headerOf = (column: number): string => (header?.[column] ?? String(column + 1)).trim();
  const { others, ...place } = scanned;
  return {
    ...survey,
    warnings: [...survey.warnings, ...warnings],
    dialect: {
      ...place,
      codeColumn,
      nameColumn,
      unitColumn,
      columnCount: (header ?? rows[0] ?? []).length,
      known:
        others === null || survey.input.table?.engine !== undefined
          ? null
          : { header: (header ?? []).map(foldHeader), others, codeColumn, nameColumn },
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
  const room = spareRooms.pop() ?? new Uint8Array(headBytes);
  try {
    const size = Math.min(headBytes, original.source.size);
    const first = room.subarray(0, await fillBytes(original.source, 0, room.subarray(0, size)));
    return await surveyBeginning(kernel, first, original, options, platform);
  } finally {
    spareRooms.push(room);
  }
}

/** Rooms for the beginnings of files that nobody looks at: many small files take no new memory each. */
const spareRooms: Uint8Array<ArrayBuffer>[] = [];

async function surveyBeginning(
  kernel: Kernel,
  first: Uint8Array,
  original: Input,
  options: ScanOptions,
  platform: Pick<Platform, 'transcode'>,
): Promise<Survey> {
  const { path } = original;
  const { table } = original;
  const isEngines = table?.engine !== undefined;
  if (original.source.size === 0 && !isEngines) throw new NoTableError('rows', { kind: 'is-empty', file: path });
  const isWhole = first.length >= original.source.size;
  const named = options.encoding === undefined || options.encoding === 'auto' ? null : options.encoding;
  const guess: EncodingGuess =
    table !== undefined
      ? { encoding: 'utf-8', markBytes: 0, isOpen: false }
      : named === null
        ? guessEncoding(first, isWhole, (bytes) => isUtf8(kernel, bytes))
        : { encoding: named, markBytes: findMark(first, named), isOpen: false };
  const isWide = guess.encoding === 'utf-16le' || guess.encoding === 'utf-16be';
  if (!isWide && table === undefined) {
    const binary = findBinary(first);
    if (binary !== undefined) throw refuse('input', { kind: 'is-binary', file: path, format: binary });
  }
  const isMixture = !isWide && table === undefined && named === null && (await isMixed(original.source, first));
  const mixture: Rewrite = isMixture ? { isMixed: true } : {};
  let input = isWide || isMixture ? await platform.transcode(original, guess.encoding, mixture) : original;
  let scanned: Dialect['encoding'] = guess.encoding === 'gb18030' && !isMixture ? 'gb18030' : 'utf-8';
  let start = input === original ? guess.markBytes : 0;
  let head = start === 0 && input === original ? first : await readBytes(input.source, start, headBytes);
  let placed: Uint8Array | null = null;
  const split = (delimiter: number, escapes?: Escapes): SplitHead => {
    if (placed !== head) placeHead(kernel, head);
    // Escaped quotes are overwritten where they stand.
    placed = escapes === undefined ? head : null;
    return splitHead(kernel, head, delimiter, head.length >= input.source.size - start, sampleRecords, escapes);
  };
  const read = (delimiter: number, escapes?: Escapes): HeadRecord[] =>
    readHead(split(delimiter, escapes), createDecode(scanned), sampleRecords);
  const text = (): string => createDecode(input === original ? guess.encoding : 'utf-8')(head);
  const reader: HeadReader = {
    split,
    read: (found, limit) => readHead(found, createDecode(scanned), limit),
    text,
  };
  const delimiter = table === undefined ? (options.delimiter ?? chooseDelimiter(reader)) : ',';
  const rewrite =
    table === undefined ? findRewrite(delimiter, isMixture ? 'utf-8' : guess.encoding, text, options) : null;
  if (rewrite !== null) {
    input = await platform.transcode(original, guess.encoding, { ...rewrite, ...mixture });
    scanned = 'utf-8';
    start = 0;
    head = await readBytes(input.source, start, headBytes);
  }
  const delimiterByte = (rewrite?.delimiter === undefined ? delimiter : plainDelimiter).charCodeAt(0);
  let records = read(delimiterByte);
  while (records.length < 2 && head.length < input.source.size - start && head.length < longestHeadBytes) {
    const more = await readBytes(input.source, start, head.length * 4);
    // The file has shrunk: the scan will say so.
    if (more.length <= head.length) break;
    head = more;
    records = read(delimiterByte);
  }
  const mayEscape = table === undefined && rewrite?.isEscaped !== true;
  let data = findData(records, table, options);
  if (mayEscape && hasEscapedQuote(head.subarray(0, records.at(-1)?.nextAt))) {
    const mode = scanned === 'gb18030' ? gb18030Escapes : utf8Escapes;
    const columnCount = (data.header ?? data.rows[0] ?? []).length;
    data = findData(read(delimiterByte, { mode, columnCount }), table, options);
  }
  const { header, first: firstData, titleCount, titleLines, rows, others, skipped, headerLine } = data;
  const isAllRead = start + head.length >= input.source.size;
  if (header === null && rows.length === 0) throw new NoTableError('rows', { kind: 'is-empty', file: path });
  if (rows.length === 0 && isAllRead && !isEngines) throw new NoTableError('rows', { kind: 'no-rows', file: path });
  if (table === undefined && isOneColumnByMistake(header, rows)) {
    const [sample = ''] = rows[0] ?? [];
    throw refuse('input', {
      kind: 'one-column',
      file: path,
      sample: maskIdentityNumbers(sample).slice(0, 60),
      remedies: [{ kind: 'delimiter' }],
    });
  }
  const before = records[firstData - 1];
  const warnings: WarningFacts[] = [];
  const { rewritten } = input;
  if (rewritten !== undefined && rewritten.otherCount > 0) {
    const { firstOther: line, otherCount: count } = rewritten;
    warnings.push({ code: 'mixed-encodings', file: path, line, count });
  }
  if (rewritten !== undefined && rewritten.cutCount > 0) {
    warnings.push({ code: 'cut-characters', file: path, line: rewritten.firstCut, count: rewritten.cutCount });
  }
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
      delimiter: delimiterByte,
      mayEscape,
      others,
    },
    delimiter,
    header,
    rows,
    isOpen: guess.isOpen && !isMixture,
    isGuessed: named === null && table === undefined && guess.markBytes === 0,
    titleCount,
    titleLines,
    headerLine,
    skipped,
    warnings,
  };
}

interface DataPlace {
  header: string[] | null;
  first: number;
  titleCount: number;
  titleLines: number[];
  rows: string[][];
  others: string[] | null;
  skipped: SkippedLine[];
  headerLine: number | null;
}

/** Where the data starts, and what stands above it. Rows without any content are nothing. */
function findData(records: HeadRecord[], table: Table | undefined, options: ScanOptions): DataPlace {
  const filled = records.flatMap(({ cells }, index) => (cells.some((cell) => cell !== '') ? [{ cells, index }] : []));
  const rows = filled.map(({ cells }) => cells);
  if (table?.header !== undefined) {
    const none = { titleCount: 0, titleLines: [], skipped: [], headerLine: null };
    return { header: table.header, first: 0, rows, others: null, ...none };
  }
  const { cells, headerIndex, dataIndex, titleCount, under, others } = findHeaderRows(rows, options);
  const lineOf = (index: number): number => records[filled[index]?.index ?? 0]?.line ?? 1;
  return {
    header: cells,
    // Rows of nothing above a header are left out with it; above the first record of data without one, they count.
    first: dataIndex === 0 ? 0 : (filled[dataIndex - 1]?.index ?? -1) + 1,
    titleCount,
    titleLines: Array.from({ length: titleCount }, (_, index) => lineOf(index)),
    rows: rows.slice(dataIndex),
    // A row of an engine's table is a record, whatever it says.
    others: table?.engine === undefined ? others : null,
    skipped: under.map(({ index, why }) => ({ line: lineOf(index), why })),
    headerLine: headerIndex < 0 ? null : lineOf(headerIndex),
  };
}
