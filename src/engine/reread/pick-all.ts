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

/** What records are shown to. */
export interface RecordViewer {
  /** Flags of the kernel beside `pickFlag`. */
  flags: number;
  show(event: ScanEvent): void;
  /** Takes what it needs of the kernel's memory from `at` on, and returns the first address after that. */
  place?(at: number): number;
  /** Called when a stretch has been shown. */
  scanned?(): void;
}

/** Shows every record of a range, its code and its name. */
export async function pickAll(
  kernel: Kernel,
  { source, dialect, range, records }: WholeRange,
  open: OpenSource,
  { flags, show, place, scanned }: RecordViewer,
): Promise<void> {
  const wantedEnd = kernel.reserve(freeAt + (((records + 2) * 4 + 7) & ~7));
  new Uint32Array(kernel.memory.buffer, freeAt, records + 1).fill(1);
  kernel.configure({ ...dialect, flags: flags | pickFlag, wantedAt: freeAt });
  const inputAt = place?.(wantedEnd) ?? wantedEnd;
  const visit = (event: ScanEvent): void => {
    if (event.kind === pickedEvent) show(event);
  };
  await scanRange({
    kernel,
    source: open(source),
    dialect,
    range,
    inputAt,
    visitor: { visit, ...(scanned === undefined ? {} : { scanned }) },
  });
}
