import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { DuplicateKind } from '../check/duplicates/duplicate-kind.ts';
import type { AnnotatedTable } from '../check/options.ts';
import type { IssueCode, Partition } from '../code/verdict.ts';
import { refuse, wordError } from '../messages/refusal/index.ts';
import { voiceOf } from '../messages/voice.ts';
import { type CheckRegistryOptions, checkRegistry } from './check-registry.ts';
import type { InputSources } from './inputs/input-sources.ts';
import { readOptions } from './options/read-options.ts';

/** A record, and what is to be said of its code. */
export interface RecordVerdict {
  /** From 1, over all files. */
  row: number;
  /** As many as the header has, and more where the record has more. */
  cells: string[];
  partition: Partition;
  /** The deciding issue; null: none. */
  issue: IssueCode | null;
  /** The code as it is counted: without spaces, dashes and quotes. */
  normalized: string;
  /** What an erroneous code most likely was; null: nothing is likely enough. */
  suggestion: string | null;
  /** How the code stands on more than one record; null: it does not. */
  duplicate: DuplicateKind | null;
}

/** What {@link readVerdicts} is asked: what `checkRegistry` is, but for what is handed over beside. */
export type VerdictOptions = Omit<
  CheckRegistryOptions,
  | 'findings'
  | 'notes'
  | 'onFindings'
  | 'onDuplicates'
  | 'duplicateGroups'
  | 'onAnnotated'
  | 'onAnnotatedParquet'
  | 'onWorkbook'
  | 'scanner'
  | 'suspect'
  | 'onSuspects'
>;

/** Characters that are parsed at once: the program goes on between them. */
const sliceCharacters = 1 << 16;
const addedColumns = 5;

/**
 * Every record of one table with its verdict, in order. The table is read once whole before the first record comes, since any other
 * record may make a duplicate; from then on no more is read than is taken. Leaving the loop ends the work.
 *
 * @param files as `checkRegistry` takes them; several are one table when their columns are the same
 * @throws {UsccError} as `checkRegistry`; `input` when the files do not make one table
 * @example
 * for await (const { row, partition, cells } of readVerdicts('export.csv')) if (partition === 'erroneous') console.log(row, cells);
 */
export async function* readVerdicts(files: InputSources, given: VerdictOptions = {}): AsyncGenerator<RecordVerdict> {
  const options = readOptions<CheckRegistryOptions>('readVerdicts', given);
  const left = new AbortController();
  const signal = options.signal === undefined ? left.signal : AbortSignal.any([options.signal, left.signal]);
  // A part that is written waits until it is read.
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const written: AnnotatedTable[] = [];
  const done = checkRegistry(files, {
    ...options,
    signal,
    onAnnotated(bytes, table) {
      written[0] = table;
      // What is handed over is only lent.
      return writer.write(Uint8Array.from(bytes));
    },
  })
    .then(
      () => writer.close(),
      (error) => writer.abort(error),
    )
    .catch(() => {});
  try {
    for await (const verdict of parseRecords(readable, () => written[0])) {
      // What is on its way already would come all the same.
      if (options.signal?.aborted) throw wordError(refuse('aborted', { kind: 'interrupted' }), voiceOf(options));
      yield verdict;
    }
  } finally {
    left.abort();
    await done;
  }
}

async function* parseRecords(
  parts: ReadableStream<Uint8Array>,
  findTable: () => AnnotatedTable | undefined,
): AsyncGenerator<RecordVerdict> {
  const reader = parts[Symbol.asyncIterator]();
  const first = await reader.next();
  const table = findTable();
  if (first.done === true || table === undefined) return;
  const { delimiter, columnCount, hasHeader } = table;
  const parser = parse({ delimiter, relax_quotes: true, relax_column_count: true });
  // Its error becomes the parser's, and so that of the loop below.
  pipeline(Readable.from(decode(first.value, reader, table.encoding)), parser, () => {});
  let row = hasHeader ? -1 : 0;
  for await (const record of parser as AsyncIterable<string[]>) {
    if (++row === 0) continue;
    const [partition, issue, normalized = '', suggestion, duplicate] = record.splice(columnCount, addedColumns);
    yield {
      row,
      cells: record,
      partition: partition as Partition,
      issue: (issue || null) as IssueCode | null,
      // The mark before what a spreadsheet would run; no normalized code begins with one.
      normalized: normalized.replace(/^'/, ''),
      suggestion: suggestion || null,
      duplicate: (duplicate || null) as DuplicateKind | null,
    };
  }
}

async function* decode(
  first: Uint8Array,
  others: AsyncIterator<Uint8Array>,
  encoding: AnnotatedTable['encoding'],
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  try {
    for (let part: Uint8Array | undefined = first; part !== undefined; ) {
      const text = decoder.decode(part, { stream: true });
      for (let at = 0; at < text.length; at += sliceCharacters) yield text.slice(at, at + sliceCharacters);
      const next: IteratorResult<Uint8Array> = await others.next();
      part = next.done === true ? undefined : next.value;
    }
  } finally {
    await others.return?.();
  }
}
