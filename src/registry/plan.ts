import { UsccError } from '../code/error.ts';
import { inputMessagesFor } from '../messages/input-messages.ts';
import { createDecode } from '../scan/cell.ts';
import { chooseDelimiter } from '../scan/delimiter.ts';
import type { Dialect } from '../scan/dialect.ts';
import { type EncodingGuess, findBinary, findMark, guessEncoding, type SourceEncoding } from '../scan/encoding.ts';
import { type HeadRecord, readHead } from '../scan/head.ts';
import type { Kernel } from '../scan/kernel/kernel.ts';
import { readBytes } from '../scan/source.ts';
import { findColumns } from './columns.ts';
import type { CheckOptions } from './options.ts';
import type { Input, Platform } from './platform.ts';

const headBytes = 256 << 10;
const longestHeadBytes = 64 << 20;
const sampleRecords = 200;

/** One file, understood: what is scanned, and what the report says of it. */
export interface FilePlan {
  path: string;
  /** What is scanned: the file, or its text as UTF-8. */
  input: Input;
  bytes: number;
  encoding: SourceEncoding;
  dialect: Dialect;
  delimiter: string;
  codeColumn: string;
  nameColumn: string | null;
  /** The encoding is UTF-8 or GB18030, to be decided by the first byte that is not ASCII. */
  isOpen: boolean;
  /** Nobody named the encoding. */
  isGuessed: boolean;
}

/**
 * Finds out how a file is written: encoding, delimiter, header, columns.
 *
 * @throws {UsccError} `input` when it is empty, not text, has no rows, or its columns cannot be told
 */
export async function planFile(
  kernel: Kernel,
  original: Input,
  options: CheckOptions,
  platform: Platform,
): Promise<FilePlan> {
  const { path } = original;
  const messages = inputMessagesFor(options.lang ?? 'zh');
  if (original.source.size === 0) throw new UsccError('input', messages.isEmpty(path));
  const first = await readBytes(original.source, 0, headBytes);
  const isWhole = first.length >= original.source.size;
  const named = options.encoding === undefined || options.encoding === 'auto' ? null : options.encoding;
  const guess: EncodingGuess =
    named === null
      ? guessEncoding(first, isWhole)
      : { encoding: named, markBytes: findMark(first, named), isOpen: false };
  const isWide = guess.encoding === 'utf-16le' || guess.encoding === 'utf-16be';
  if (!isWide) {
    const binary = findBinary(first);
    if (binary !== undefined) throw new UsccError('input', messages.isBinary(path, binary));
  }
  let input = isWide ? await platform.transcode(original, guess.encoding) : original;
  let scanned: Dialect['encoding'] = guess.encoding === 'gb18030' ? 'gb18030' : 'utf-8';
  let start = isWide ? 0 : guess.markBytes;
  const read = (delimiter: number, head: Uint8Array): HeadRecord[] =>
    readHead(kernel, head, delimiter, head.length >= input.source.size - start, createDecode(scanned), sampleRecords);
  let head = await readBytes(input.source, start, headBytes);
  const delimiter = options.delimiter ?? chooseDelimiter((candidate) => read(candidate, head));
  if (delimiter === '|' && scanned === 'gb18030') {
    input = await platform.transcode(original, 'gb18030');
    scanned = 'utf-8';
    start = 0;
    head = await readBytes(input.source, start, headBytes);
  }
  let records = read(delimiter.charCodeAt(0), head);
  while (records.length < 2 && head.length < input.source.size - start && head.length < longestHeadBytes) {
    head = await readBytes(input.source, start, head.length * 4);
    records = read(delimiter.charCodeAt(0), head);
  }
  const header = records[0];
  if (header === undefined) throw new UsccError('input', messages.noRows(path));
  const rows = records
    .map(({ cells }) => cells)
    .filter((cells, index) => index === 0 || cells.some((cell) => cell !== ''));
  const { hasHeader, codeColumn, nameColumn } = findColumns(path, rows, options);
  if (hasHeader && rows.length < 2 && start + head.length >= input.source.size) {
    throw new UsccError('input', messages.noRows(path));
  }
  const headerOf = (column: number): string => (hasHeader ? (header.cells[column] ?? '').trim() : String(column + 1));
  return {
    path,
    input,
    bytes: original.source.size,
    encoding: guess.encoding,
    dialect: {
      encoding: scanned,
      delimiter: delimiter.charCodeAt(0),
      dataAt: start + (hasHeader ? header.nextAt : 0),
      linesBefore: hasHeader ? header.linesBefore : 0,
      codeColumn,
      nameColumn,
      columnCount: header.cells.length,
    },
    delimiter,
    codeColumn: headerOf(codeColumn),
    nameColumn: nameColumn < 0 ? null : headerOf(nameColumn),
    isOpen: guess.isOpen,
    isGuessed: named === null,
  };
}
