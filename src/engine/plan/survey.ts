import { maskIdentityNumbers } from '../../code/cell/mask.ts';
import { refuse } from '../../messages/refusal/index.ts';
import type { WarningFacts } from '../../messages/warning/index.ts';
import { type Encoding, isWide } from '../../tables/encoding.ts';
import { findCodeHeaders } from '../../tables/headers/code-headers.ts';
import type { Input } from '../../tables/input.ts';
import { plainDelimiter, type Rewrite } from '../../tables/rewrite.ts';
import type { ScanOptions } from '../options.ts';
import type { Platform } from '../platform.ts';
import type { Kernel } from '../scan/kernel/kernel.ts';
import type { Dialect } from './dialect.ts';
import { type FirstData, findData, type SkippedLine } from './lines/find-data.ts';
import { findTelling, tellingRecords } from './lines/telling-records.ts';
import { NoTableError } from './no-table.ts';
import {
  type Beginning,
  holdsAll,
  lengthen,
  openBeginning,
  readRecords,
  sampleRecords,
  splitBeginning,
} from './text/beginning.ts';
import { chooseDelimiter, isOneColumnByMistake } from './text/delimiter.ts';
import { findRewrite } from './text/find-rewrite.ts';
import { hasEscapedQuote } from './text/head.ts';
import { findWriting, readFirst, type Writing } from './text/writing.ts';

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
  /** They are all there are. */
  isAllRead: boolean;
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

/** Which of the first records are read: all that are split, or of files that say it in a few, those. */
type Sample = 'all' | 'telling';

/**
 * Finds out how a file is written, columns aside:
 *
 *   first bytes ─▶ encoding ─▶ what is scanned: the file, or its text as UTF-8 ─▶ delimiter ─▶ records ─▶ header and first data
 *
 * @param isReadAsUtf8 whether text in GB18030 is scanned as UTF-8 too: for readers that compare whole texts, not only codes
 * @throws {UsccError} `input` when it is empty, not text, or has no rows
 */
export async function surveyFile(
  kernel: Kernel,
  original: Input,
  options: ScanOptions,
  platform: Pick<Platform, 'transcode'>,
  sample: Sample = 'all',
  isReadAsUtf8 = false,
): Promise<Survey> {
  return readFirst(original, async (first) => {
    const writing = await findWriting(kernel, original, first, options);
    return surveyText({ kernel, original, platform, options, sample, isReadAsUtf8 }, writing, first);
  });
}

/** What a survey works with. */
export interface SurveyJob {
  kernel: Kernel;
  original: Input;
  platform: Pick<Platform, 'transcode'>;
  options: ScanOptions;
  sample: Sample;
  isReadAsUtf8: boolean;
}

/**
 * The survey of a file whose first bytes are read and whose characters are known.
 *
 * @throws {UsccError} as {@link surveyFile}
 */
export async function surveyText(job: SurveyJob, writing: Writing, firstBytes: Uint8Array): Promise<Survey> {
  const { kernel, original, platform, options, isReadAsUtf8 } = job;
  const { path, table } = original;
  const { encoding, isOpen } = writing;
  const isOther = isWide(encoding) || (isReadAsUtf8 && encoding === 'gb18030' && !isOpen);
  const mixture: Rewrite = writing.isMixed ? { isMixed: true } : {};
  let beginning: Beginning =
    isOther || writing.isMixed
      ? await openBeginning(await platform.transcode(original, encoding, mixture), 'utf-8', 0)
      : await openBeginning(original, encoding === 'gb18030' ? 'gb18030' : 'utf-8', writing.markBytes, firstBytes);
  let reader = splitBeginning(kernel, beginning);
  let delimiter = ',';
  let rewrite: Rewrite | null = null;
  if (table === undefined) {
    delimiter = options.delimiter ?? chooseDelimiter(reader);
    rewrite = findRewrite(delimiter, beginning.encoding, reader.text, beginning.bytes, options);
    if (rewrite !== null) {
      const rewritten = await platform.transcode(original, encoding, { ...rewrite, ...mixture });
      beginning = await openBeginning(rewritten, 'utf-8', 0);
      reader = splitBeginning(kernel, beginning);
    }
  }
  const delimiterByte = (rewrite?.delimiter === undefined ? delimiter : plainDelimiter).charCodeAt(0);
  let head = reader.split(delimiterByte);
  while (head.records.length < 2) {
    const longer = await lengthen(beginning);
    if (longer === null) break;
    beginning = longer;
    reader = splitBeginning(kernel, beginning);
    head = reader.split(delimiterByte);
  }
  const { records } = head;
  const mayEscape = table === undefined && rewrite?.isEscaped !== true;
  const isEscaped = mayEscape && hasEscapedQuote(kernel, records.at(-1)?.nextAt ?? beginning.bytes.length);
  const first =
    job.sample === 'telling' && !isEscaped ? findTelling(reader.read(head, tellingRecords), table, options) : null;
  let data = first ?? findData(reader.read(head, sampleRecords), table, options);
  if (isEscaped) {
    const columnCount = (data.header ?? data.rows[0] ?? []).length;
    data = findData(readRecords(kernel, beginning, delimiterByte, columnCount), table, options);
  }
  const isAllRead = holdsAll(beginning, records.length);
  refuseOdd(original, isAllRead, data, options);
  const { first: firstData, ...found } = data;
  const before = records[firstData - 1];
  const { others, ...shown } = found;
  const { input } = beginning;
  return {
    ...shown,
    isAllRead,
    path,
    input,
    original,
    bytes: original.bytes ?? original.source.size,
    encoding,
    scanned: {
      encoding: beginning.encoding,
      isTranscoded: input !== original,
      dataAt: beginning.startAt + (before?.nextAt ?? 0),
      linesBefore: before?.linesBefore ?? 0,
      delimiter: delimiterByte,
      mayEscape,
      others,
    },
    delimiter,
    isOpen: writing.isOpen,
    isGuessed: writing.isGuessed,
    warnings: listRewritten(path, input),
  };
}

/** Refuses what has no rows, and a table whose delimiter is not known. */
function refuseOdd(
  { path: file, table }: Input,
  isAllRead: boolean,
  { header, rows }: FirstData,
  { codeColumn }: ScanOptions,
): void {
  if (header === null && rows.length === 0) throw new NoTableError('rows', { kind: 'is-empty', file });
  if (rows.length === 0 && isAllRead && table?.engine === undefined) {
    if (codeColumn === undefined && findCodeHeaders(header ?? []).length === 0) {
      const columns = header ?? [];
      throw new NoTableError('codes', { kind: 'no-code-column', file, columns, remedies: [{ kind: 'code-column' }] });
    }
    throw new NoTableError('rows', { kind: 'no-rows', file });
  }
  if (table !== undefined || !isOneColumnByMistake(header, rows)) return;
  const [sample = ''] = rows[0] ?? [];
  throw refuse('input', {
    kind: 'one-column',
    file,
    sample: maskIdentityNumbers(sample).slice(0, 60),
    remedies: [{ kind: 'delimiter' }],
  });
}

/** What was met when text was rewritten. */
function listRewritten(file: string, { rewritten }: Input): WarningFacts[] {
  const warnings: WarningFacts[] = [];
  if (rewritten !== undefined && rewritten.otherCount > 0) {
    warnings.push({ code: 'mixed-encodings', file, line: rewritten.firstOther, count: rewritten.otherCount });
  }
  if (rewritten !== undefined && rewritten.cutCount > 0) {
    warnings.push({ code: 'cut-characters', file, line: rewritten.firstCut, count: rewritten.cutCount });
  }
  return warnings;
}
