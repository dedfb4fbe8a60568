import type { SourceReference } from '../../tables/byte-source.ts';
import type { Block } from '../scan/lists.ts';

/** A file that grows, and that workers can read too. */
export interface SpillFile {
  reference: SourceReference;
  /** Writes bytes at the end and returns where they start. */
  append(bytes: Uint8Array): number;
  /** Fills `into` from byte `at`. */
  read(at: number, into: Uint8Array): void;
}

/**
 * The keys of all ranges: in memory up to a budget, beyond it in a spill file, block by block.
 *
 *   block in memory   offsets  keys  rows
 *   block on disk     offsets  ┐
 *   spill file        …│ keys u64 × n │ rows u32 × n │…
 *                      at
 */
export interface StoredBlock {
  /** The range it came from. */
  range: number;
  count: number;
  offsets: Uint32Array;
  keys: BigUint64Array | null;
  rows: Uint32Array | null;
  /** Where its keys start in the spill file. */
  at: number;
}

export interface KeyStore {
  clean: StoredBlock[];
  hashed: StoredBlock[];
  add(which: 'clean' | 'hashed', range: number, block: Block): void;
  /** The spill file, if there was a need for one. */
  spilled(): SpillFile | null;
}

/** Bytes of a key and its row. */
const entryBytes = 12;

/** A store that keeps `budgetBytes` of keys in memory; all of them where there is nowhere to spill. */
export function createKeyStore(budgetBytes: number, createSpill: (() => SpillFile) | undefined): KeyStore {
  let heldBytes = 0;
  let spill: SpillFile | null = null;
  const store: KeyStore = {
    clean: [],
    hashed: [],
    add(which, range, { count, offsets, keys, rows }) {
      const bytes = count * entryBytes;
      if (createSpill === undefined || heldBytes + bytes <= budgetBytes) {
        heldBytes += bytes;
        store[which].push({ range, count, offsets, keys, rows, at: 0 });
        return;
      }
      spill ??= createSpill();
      const at = spill.append(bytesOf(keys));
      spill.append(bytesOf(rows));
      store[which].push({ range, count, offsets: offsets.slice(), keys: null, rows: null, at });
    },
    spilled: () => spill,
  };
  return store;
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
