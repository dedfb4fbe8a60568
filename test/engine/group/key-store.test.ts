import { expect, test } from 'vitest';
import { createKeyStore } from '../../../src/engine/group/key-store.ts';
import type { Block } from '../../../src/engine/scan/lists.ts';

function createBlock(count: number): Block {
  return {
    count,
    bits: 1,
    keys: new BigUint64Array(count).fill(7n),
    rows: new Uint32Array(count),
    offsets: new Uint32Array(3),
  };
}

test('blocks stay in memory up to the budget all of them share, then go to the file', () => {
  const written: number[] = [];
  let end = 0;
  const store = createKeyStore(24, () => ({
    reference: null,
    append(bytes) {
      written.push(bytes.length);
      end += bytes.length;
      return end - bytes.length;
    },
    read: () => {},
  }));
  // A key and its row take 12 bytes.
  store.add('clean', 0, createBlock(1));
  store.add('hashed', 0, createBlock(1));
  store.add('clean', 1, createBlock(2));
  store.add('clean', 2, createBlock(1));
  expect(store.clean.map(({ keys, at }) => [keys === null, at])).toEqual([
    [false, 0],
    [true, 0],
    [true, 24],
  ]);
  expect(store.hashed[0]?.keys).not.toBeNull();
  expect(written).toEqual([16, 8, 8, 4]);
});
