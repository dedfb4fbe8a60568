import { samplePrior } from '../../check/findings/sample-prior.ts';
import type { AnnotatedTable } from '../../check/options.ts';
import type { OpenScan } from '../../engine/open-scan.ts';
import type { FilePlan } from '../../engine/plan/plan.ts';
import { findRange } from '../../engine/reread/pick.ts';
import { refuse } from '../../messages/refusal/index.ts';
import { readBytes } from '../../tables/byte-source.ts';
import { formatRows } from '../../write/delimited.ts';
import { makeEncoder } from '../../write/encoder.ts';
import { BYTE_ORDER_MARK } from '../../write/spreadsheet.ts';
import { requireOneEncoding, requireOneTable } from '../dedup/dedup-files.ts';
import { annotateRanges, type WatchOptions } from './annotate-ranges.ts';
import { annotateTasks } from './annotate-task.ts';
import type { DuplicateMarks } from './duplicate-marks.ts';
import { ANNOTATIONS } from './record-verdict.ts';

/** What takes the table, and watches. */
export interface AnnotateOptions extends WatchOptions {
  /** Takes the table part by part; bytes are only lent. */
  onAnnotated(bytes: Uint8Array, written: AnnotatedTable): void | Promise<void>;
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
  const { plans, pool } = scan;
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
  await annotateRanges(
    scan,
    options,
    (index) => {
      const { source, dialect, range, records } = findRange(scan, index);
      const place = { source, dialect, range, records };
      return pool.run(annotateTasks, { ...place, marks: marks.of(index), delimiter, lineBreak, prior });
    },
    (bytes) => options.onAnnotated(bytes, written),
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
