import type { SpillFile } from '../engine/group/key-store.ts';
import { type PairBlock, type PairListName, pairLists, pairWords } from './pairs.ts';

/** A block of one range, in memory or in the spill file. */
interface StoredPairs {
  offsets: Uint32Array;
  words: Uint32Array | null;
  /** Where its words start in the spill file. */
  at: number;
  /** Number of the range's first record among those of all files. */
  base: number;
}

/** The entries of all ranges: in memory up to a budget, beyond it in a file, block by block. */
export interface PairStore {
  add(list: PairListName, block: PairBlock, base: number): void;
  /** All entries of one partition, rows counted over all files; a copy that may be handed over. */
  read(list: PairListName, partition: number): Uint32Array<ArrayBuffer>;
}

/** A store that keeps `budgetBytes` in memory; everything where there is nowhere to spill. */
export function createPairStore(budgetBytes: number, createSpill: (() => SpillFile) | undefined): PairStore {
  const blocks = Object.fromEntries(pairLists.map((list) => [list, [] as StoredPairs[]])) as Record<
    PairListName,
    StoredPairs[]
  >;
  let heldBytes = 0;
  let spill: SpillFile | null = null;
  return {
    add(list, { offsets, words }, base) {
      if (words.length === 0) return;
      heldBytes += words.byteLength;
      if (createSpill === undefined || heldBytes <= budgetBytes) {
        blocks[list].push({ offsets, words, at: 0, base });
        return;
      }
      heldBytes -= words.byteLength;
      spill ??= createSpill();
      const at = spill.append(new Uint8Array(words.buffer, words.byteOffset, words.byteLength));
      blocks[list].push({ offsets, words: null, at, base });
    },
    read(list, partition) {
      const parts = blocks[list].map((block) => ({
        block,
        from: (block.offsets[partition] ?? 0) * pairWords,
        to: (block.offsets[partition + 1] ?? 0) * pairWords,
      }));
      const all = new Uint32Array(parts.reduce((sum, { from, to }) => sum + to - from, 0));
      let at = 0;
      for (const { block, from, to } of parts) {
        const part = all.subarray(at, at + to - from);
        if (block.words !== null) part.set(block.words.subarray(from, to));
        else if (to > from) {
          const bytes = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
          (spill as SpillFile).read(block.at + from * 4, bytes);
        }
        for (let row = 4; row < part.length; row += pairWords) part[row] = (part[row] as number) + block.base;
        at += to - from;
      }
      return all;
    },
  };
}
