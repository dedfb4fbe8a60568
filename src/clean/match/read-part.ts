import type { Kernel } from '../../engine/scan/kernel/kernel.ts';
import type { OpenSource } from '../../engine/task.ts';
import type { Language } from '../../messages/voice.ts';
import { createLineWriter } from './line-writer.ts';
import { unknown } from './match-names.ts';
import { isListed, isWritable, type MatchCase, type MatchPart, statusOf } from './match-part.ts';
import { matchStatuses } from './match-report.ts';
import { readShown, type ShownRecords } from './read-shown.ts';

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
  const { codeColumns, dialect } = part;
  const columns = [...codeColumns, dialect.nameColumn];
  const writer = lines === null || !isWritable(part) ? null : createLineWriter(kernel, part, lines);
  const shown = await readShown(kernel, part, open, { columns, writer });
  return { cases: listCases(part, shown), written: writer?.take() ?? new Uint8Array() };
}

/** One by one, so that each is gone before the collector of garbage would have to move it. */
function* listCases(
  { rows, marks, also, file, columns, rowBase, lineBase }: MatchPart,
  { places, lines, writtenTo, cells }: ShownRecords,
): Generator<MatchCase> {
  const width = columns.length;
  for (const [number, at] of places.entries()) {
    const own = marks.subarray(at * width, (at + 1) * width);
    const isAllMissing = own.every((mark) => mark === missing);
    for (const [index, mark] of own.entries()) {
      if (!isListed(mark, also)) continue;
      if (mark === missing && !(isAllMissing && index === 0)) continue;
      yield {
        file,
        row: rowBase + (rows[at] ?? 0) + 1,
        line: lineBase + (lines[number] ?? 0) + 1,
        column: columns[index] ?? '',
        status: matchStatuses[statusOf(mark)] ?? 'missing',
        isUnknown: mark === unknown,
        cell: cells[number * (width + 1) + index] ?? '',
        name: cells[number * (width + 1) + width] ?? '',
        at,
        writtenTo: writtenTo[number] ?? 0,
      };
    }
  }
}
