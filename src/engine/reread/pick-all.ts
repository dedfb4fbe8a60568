import type { SourceReference } from '../../tables/byte-source.ts';
import type { Dialect } from '../plan/dialect.ts';
import { freeAt, pickedEvent, pickFlag } from '../scan/kernel/contract.ts';
import type { Kernel } from '../scan/kernel/kernel.ts';
import { type Range, type ScanEvent, scanRange } from '../scan/scan-range.ts';
import type { OpenSource } from '../task.ts';

/** A range of which every record is read again. */
export interface WholeRange {
  source: SourceReference;
  dialect: Dialect;
  /** Its first record's start is known. */
  range: Range;
  records: number;
}

/** Shows every record of a range, its code and its name; `flags` are those of the kernel beside `pickFlag`. */
export async function pickAll(
  kernel: Kernel,
  { source, dialect, range, records }: WholeRange,
  open: OpenSource,
  flags: number,
  show: (event: ScanEvent) => void,
): Promise<void> {
  const inputAt = kernel.reserve(freeAt + (((records + 2) * 4 + 7) & ~7));
  new Uint32Array(kernel.memory.buffer, freeAt, records + 1).fill(1);
  kernel.configure({ ...dialect, flags: flags | pickFlag, wantedAt: freeAt });
  const visit = (event: ScanEvent): void => {
    if (event.kind === pickedEvent) show(event);
  };
  await scanRange({ kernel, source: open(source), dialect, range, inputAt, visitor: { visit } });
}
