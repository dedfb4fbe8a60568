import fc from 'fast-check';
import { snappyCompress } from 'hyparquet-writer/src/snappy.js';
import { expect, test } from 'vitest';
import { packBytes } from '../../../src/clean/annotate/pack-bytes.ts';
import { createKernel } from '../../../src/engine/scan/kernel/kernel.ts';

/** Bytes that recur near and far, stretches of one byte, and noise. */
const stretch = fc.oneof(
  fc.uint8Array({ maxLength: 70 }),
  fc.tuple(fc.nat(255), fc.nat(200)).map(([byte, length]) => new Uint8Array(length).fill(byte)),
  fc.constantFrom('有限责任公司', '2000万元', '1991-11-13', '市场监督管理局').map((text) => Buffer.from(text)),
  fc.tuple(fc.nat(1000), fc.constantFrom(300, 3000, 70_000)).map(([seed, length]) => makeNoise(seed, length)),
);

function makeNoise(seed: number, length: number): Uint8Array {
  let state = seed + 1;
  return Uint8Array.from({ length }, () => {
    state = Math.imul(state, 1_103_515_245) + 12_345;
    return state >>> 24;
  });
}

test('bytes are packed as another program packs them', () => {
  const kernel = createKernel();
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 30 }), fc.nat(3), (stretches, times) => {
      const once = Buffer.concat(stretches);
      const bytes = Buffer.concat(Array.from({ length: times + 1 }, () => once));
      expect(Buffer.from(packBytes(kernel, bytes)).equals(snappyCompress(bytes))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('none, one byte, and seventeen million that are noise', () => {
  const kernel = createKernel();
  for (const bytes of [new Uint8Array(), Uint8Array.of(7), makeNoise(2, 17_000_000)])
    expect(Buffer.from(packBytes(kernel, bytes)).equals(snappyCompress(bytes))).toBe(true);
});

test.each([2048, 65_536])('what recurs some %i bytes on, near the limits of what a copy takes', (limit) => {
  const kernel = createKernel();
  for (let back = limit - 3; back <= limit + 3; back++) {
    for (let length = 3; length <= 70; length++) {
      const text = makeNoise(3, length);
      const bytes = Buffer.concat([Buffer.of(1), text, new Uint8Array(back - length), text, makeNoise(4, 20)]);
      expect(Buffer.from(packBytes(kernel, bytes)).equals(snappyCompress(bytes))).toBe(true);
    }
  }
});
