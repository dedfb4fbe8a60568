import { performRecords, type RecordResult } from '../../engine/reread/record-task.ts';
import type { Kernel } from '../../engine/scan/kernel/kernel.ts';
import type { OpenSource } from '../../engine/task.ts';
import type { Language } from '../../messages/voice.ts';
import { createLineWriter, isWritten } from './line-writer.ts';
import { unknown } from './match-names.ts';
import { isListed, isWritable, type MatchCase, type MatchPart, statusOf } from './match-part.ts';
import { matchStatuses } from './match-report.ts';

const missing = matchStatuses.indexOf('missing');

/** What a part holds that is listed. */
export interface ReadPart {
  /** Its codes; of a record without any, the first. Those of which the kernel wrote a line are left out. */
  cases: Iterable<MatchCase>;
  /** Lines that the kernel wrote. */
  written: Uint8Array;
}

/** @param lines the language of lines, where the kernel is to write those of which the registry says nothing; null: it is not */
export async function readPart(
  kernel: Kernel,
  part: MatchPart,
  open: OpenSource,
  lines: Language | null = null,
): Promise<ReadPart> {
  const want = { cells: [...part.codeColumns, part.dialect.nameColumn] };
  const writer = lines === null || !isWritable(part) ? null : createLineWriter(kernel, part, lines);
  const records = await performRecords(kernel, { ...part, want }, open, writer);
  return { cases: listCases(part, records, writer?.writtenTo ?? null), written: writer?.take() ?? new Uint8Array() };
}

/** One by one, so that each is gone before the collector of garbage would have to move it. */
function* listCases(
  { rows, marks, also, file, columns, rowBase, lineBase }: MatchPart,
  { lines, cells }: Pick<RecordResult, 'lines' | 'cells'>,
  writtenTo: Int32Array | null,
): Generator<MatchCase> {
  const names = cells[columns.length];
  for (let at = 0; at < rows.length; at++) {
    if (writtenTo !== null && writtenTo[at] === isWritten) continue;
    const row = rows[at] ?? 0;
    const own = marks.subarray(at * columns.length, (at + 1) * columns.length);
    const isAllMissing = own.every((mark) => mark === missing);
    for (const [index, mark] of own.entries()) {
      if (!isListed(mark, also)) continue;
      if (mark === missing && !(isAllMissing && index === 0)) continue;
      yield {
        file,
        row: rowBase + row + 1,
        line: lineBase + (lines[at] ?? 0) + 1,
        column: columns[index] ?? '',
        status: matchStatuses[statusOf(mark)] ?? 'missing',
        isUnknown: mark === unknown,
        cell: cells[index]?.[at] ?? '',
        name: names?.[at] ?? '',
        at,
        writtenTo: writtenTo?.[at] ?? 0,
      };
    }
  }
}
