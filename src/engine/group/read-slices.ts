import { type ByteSource, fillBytes, readBytes } from '../../tables/byte-source.ts';
import type { Kernel } from '../scan/kernel/kernel.ts';
import type { OpenSource } from '../task.ts';
import type { GroupTask, Slice } from './gather.ts';

/** What slices that are not in memory are read from; null: all are. */
export function openSpill({ spill }: Pick<GroupTask, 'spill'>, open: OpenSource): ByteSource | null {
  return spill === null ? null : open(spill);
}

/** Brings the keys of all slices together at `keysAt`. */
export async function fillKeys(
  kernel: Kernel,
  { slices }: Pick<GroupTask, 'slices'>,
  keysAt: number,
  spill: ByteSource | null,
): Promise<void> {
  let at = keysAt;
  for (const slice of slices) {
    const place = kernel.bytes().subarray(at, at + slice.count * 8);
    if (slice.keys !== null) place.set(new Uint8Array(slice.keys.buffer, slice.keys.byteOffset, place.length));
    else if (spill !== null && place.length > 0) await fillBytes(spill, slice.keysAt, place);
    at += place.length;
  }
}

/** Turns (group, place among the task's entries) into (group, range, row), three numbers for two. */
export async function locateEntries(
  { slices }: Pick<GroupTask, 'slices'>,
  places: Uint32Array,
  spill: ByteSource | null,
  entries: Uint32Array<ArrayBuffer>,
): Promise<void> {
  const bases = [0];
  for (const { count } of slices) bases.push((bases.at(-1) ?? 0) + count);
  const rows: (Uint32Array | undefined)[] = [];
  let index = 0;
  for (let at = 0, to = 0; at < places.length; at += 2, to += 3) {
    const place = places[at + 1] ?? 0;
    // Most often the entry before it is of the same slice.
    if (place < (bases[index] ?? 0) || place >= (bases[index + 1] ?? 0)) index = findSlice(bases, place);
    const slice = slices[index] as Slice;
    const sliceRows = rows[index] ?? (await readRows(slice, spill));
    rows[index] = sliceRows;
    entries[to] = places[at] ?? 0;
    entries[to + 1] = slice.range;
    entries[to + 2] = sliceRows[place - (bases[index] ?? 0)] ?? 0;
  }
}

/** Rows of a slice's entries, from 0 at its range's start. */
export async function readRows({ rows, rowsAt, count }: Slice, spill: ByteSource | null): Promise<Uint32Array> {
  if (rows !== null) return rows;
  const bytes = spill === null ? new Uint8Array() : await readBytes(spill, rowsAt, count * 4);
  return new Uint32Array(bytes.buffer, 0, bytes.length / 4);
}

/** The slice whose entries hold `place`: the last that does not start after it. */
function findSlice(bases: number[], place: number): number {
  let low = 0;
  let high = bases.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((bases[middle] ?? 0) <= place) low = middle;
    else high = middle;
  }
  return low;
}
