import { createWritten } from '../../engine/reread/written.ts';
import { listRowFlag } from '../../engine/scan/kernel/contract.ts';
import type { Kernel } from '../../engine/scan/kernel/kernel.ts';
import type { Language } from '../../messages/voice.ts';
import { type ByteList, createByteList } from '../byte-list.ts';
import { listUnknownPieces } from './match-csv.ts';
import { unknown } from './match-names.ts';
import type { MatchPart } from './match-part.ts';
import type { RecordWriter } from './read-shown.ts';

/** Lines of one part after the other, by the kernel that writes them: their memory is not asked for anew with each. */
const linesOf = new WeakMap<Kernel, ByteList>();

/** Lines that the kernel writes of one part. */
export interface LineWriter extends RecordWriter {
  /** The lines, lent until the next part is written. */
  take(): Uint8Array;
}

/** Has the kernel write lines of codes about which the registry says nothing: they differ in nothing but what stands in the table. */
export function createLineWriter(
  kernel: Kernel,
  { marks, file, columns, rowBase, lineBase }: MatchPart,
  lang: Language,
): LineWriter {
  const lines = linesOf.get(kernel) ?? createByteList(0);
  linesOf.set(kernel, lines);
  // A part that failed has left some.
  lines.take();
  let length = 0;
  const written = createWritten(kernel, {
    pieces: listUnknownPieces(file, columns[0] ?? '', lang),
    marks: markUnknown(marks),
    take(memory, from, to) {
      lines.add(memory, from, to);
      length += to - from;
    },
  });
  return {
    flags: listRowFlag,
    place: written.place,
    start: ({ firstRow, firstLine }) => kernel.startRows(rowBase + firstRow + 1, lineBase + firstLine + 1),
    show(at) {
      written.takeUntil(at);
      return length;
    },
    takeRest: written.takeRest,
    take: lines.take,
  };
}

/** A byte for each record: 1 where the registry says nothing about its code. */
function markUnknown(marks: Uint8Array): Uint8Array {
  const isUnknown = new Uint8Array(marks.length);
  for (let at = 0; at < marks.length; at++) if (marks[at] === unknown) isUnknown[at] = 1;
  return isUnknown;
}
