import { freeAt, pairCount, regionCount } from '../scan/kernel/contract.ts';
import type { Kernel } from '../scan/kernel/kernel.ts';
import { countSlices, type GroupTask } from './gather.ts';

/**
 * Where the kernel counts the regions and pairs of clean codes, before everything else of a task:
 *
 *   region counts │ pair counts │ list of regions │ …
 */
export interface Areas {
  isCounted: boolean;
  regionsAt: number;
  pairsAt: number;
  listAt: number;
  endAt: number;
}

export function placeAreas(kernel: Kernel, { isCounted, slices }: GroupTask): Areas {
  const regionRoom = isCounted ? (regionCount + 1) & ~1 : 0;
  const regionsAt = freeAt;
  const pairsAt = regionsAt + regionRoom * 4;
  const listAt = pairsAt + ((pairCount + 1) & ~1) * 4;
  const endAt = kernel.reserve(listAt + Math.min(regionRoom, countSlices(slices)) * 8);
  kernel.bytes().fill(0, regionsAt, listAt);
  return { isCounted, regionsAt, pairsAt, listAt, endAt };
}

/** Counts the areas of `count` keys, where that is asked for. */
export function countAreas(
  kernel: Kernel,
  { isCounted, regionsAt, pairsAt }: Areas,
  keysAt: number,
  count: number,
): void {
  if (isCounted) kernel.countAreas(keysAt, count, regionsAt, pairsAt);
}

/** (region, records) and records by pair, of all keys counted. */
export function takeAreas(kernel: Kernel, { isCounted, regionsAt, pairsAt, listAt }: Areas) {
  const listed = isCounted ? kernel.listCounts(regionsAt, regionCount, listAt) : 0;
  const { buffer } = kernel.memory;
  return {
    regions: new Uint32Array(buffer, listAt, listed * 2).slice(),
    pairs: new Uint32Array(buffer, pairsAt, isCounted ? pairCount : 0).slice(),
  };
}
