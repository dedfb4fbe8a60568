import { samplePrior } from '../../check/findings/sample-prior.ts';
import type { AnnotatedTable } from '../../check/options.ts';
import type { OpenScan } from '../../engine/open-scan.ts';
import type { Progress } from '../../engine/options.ts';
import type { FilePlan } from '../../engine/plan/plan.ts';
import { findRange } from '../../engine/reread/pick.ts';
import { runInOrder } from '../../engine/scan/in-order.ts';
import { refuse } from '../../messages/refusal/index.ts';
import { readBytes } from '../../tables/byte-source.ts';
import { formatRows } from '../../write/delimited.ts';
import { makeEncoder } from '../../write/encoder.ts';
import { BYTE_ORDER_MARK } from '../../write/spreadsheet.ts';
import { requireOneEncoding, requireOneTable } from '../dedup/dedup-files.ts';
import { ANNOTATIONS, annotateTasks } from './annotate-task.ts';
import type { DuplicateMarks } from './duplicate-marks.ts';

/** What takes the table, and watches. */
export interface AnnotateOptions {
  /** Takes the table part by part; bytes are only lent. */
  onAnnotated(bytes: Uint8Array, written: AnnotatedTable): void | Promise<void>;
  signal?: AbortSignal;
  onProgress?(progress: Progress): void;
}

const headBytes = 64 << 10;

/** @throws {UsccError} `input` when files do not make one table, or are tables of an engine, whose rows are not here */
export function requireAnnotable(plans: FilePlan[]): void {
  if (plans.some(({ input }) => input.table?.engine !== undefined)) throw refuse('input', { kind: 'annotate-engine' });
  requireOneTable(plans);
}

/**
 * Writes every record of tables that have been checked, in order, with {@link ANNOTATIONS} added. Rows stay as they are written, in
 * UTF-8 (with a mark, for Excel) or GB18030; UTF-16 becomes UTF-8. Titles and lines that are no records are left out.
 *
 * @throws {UsccError} `input` when the files do not make one table
 */
export async function annotate(scan: OpenScan, marks: DuplicateMarks, options: AnnotateOptions): Promise<void> {
  const { plans, ranges, pool, totalBytes } = scan;
  const [first] = plans;
  if (first === undefined) return;
  requireOneEncoding(plans, scan.files);
  const prior = await samplePrior(plans, pool);
  const { delimiter } = first;
  const lineBreak = await findLineBreak(first);
  // Files of nothing but ASCII are both.
  const encoding = scan.files.some((file) => file.encoding === 'gb18030') ? 'gb18030' : 'utf-8';
  const { columnCount } = first.dialect;
  const written: AnnotatedTable = { encoding, delimiter, hasHeader: first.header !== null, columnCount };
  await options.onAnnotated(formatHeader(first, encoding, lineBreak), written);
  let doneBytes = 0;
  let records = 0;
  await runInOrder(
    ranges.keys(),
    pool.size * 2,
    (range) => {
      options.signal?.throwIfAborted();
      const { source, dialect, range: bounds, records: count } = findRange(scan, range);
      const place = { source, dialect, range: bounds, records: count };
      return pool.run(annotateTasks, { ...place, marks: marks.of(range), delimiter, lineBreak, prior });
    },
    async (bytes, range) => {
      options.signal?.throwIfAborted();
      await options.onAnnotated(bytes, written);
      const { range: bounds, records: count } = findRange(scan, range);
      doneBytes += bounds.end - (bounds.begins ?? bounds.start);
      records += count;
      options.onProgress?.({ stage: 'write', doneBytes, totalBytes, records });
    },
  );
}

async function findLineBreak({ input }: FilePlan): Promise<string> {
  const head = await readBytes(input.source, 0, headBytes);
  return /\r\n|\n|\r/.exec(new TextDecoder('latin1').decode(head))?.[0] ?? '\n';
}

function formatHeader({ header, delimiter }: FilePlan, encoding: 'utf-8' | 'gb18030', lineBreak: string): Uint8Array {
  const text = header === null ? '' : formatRows([[...header, ...ANNOTATIONS]], delimiter, lineBreak);
  return makeEncoder(encoding)(new TextEncoder().encode((encoding === 'utf-8' ? BYTE_ORDER_MARK : '') + text));
}
