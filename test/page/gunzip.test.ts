import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gunzip } from '../../src/page/engine/gunzip.ts';

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

async function unpack(bytes: Uint8Array, size: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of gunzip(cut(bytes, size))) pieces.push(piece);
  return Buffer.concat(pieces);
}

test('any number of members, in pieces of any size, come out whole', async () => {
  const members = fc.array(fc.uint8Array({ maxLength: 5000 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(members, fc.integer({ min: 1, max: 3000 }), async (parts, size) => {
      const packed = Buffer.concat(parts.map((part) => gzipSync(part)));
      expect(await unpack(packed, size)).toEqual(Buffer.concat(parts));
    }),
    { numRuns: 60 },
  );
});

test('damage is told: a byte changed, the end cut off', async () => {
  const text = Buffer.from(Array.from({ length: 3000 }, (_, index) => `第 ${index} 行\n`).join(''));
  const packed = gzipSync(text);
  for (const at of [40, packed.length >> 1, packed.length - 6, packed.length - 2]) {
    const damaged = Buffer.from(packed);
    damaged[at] = (damaged[at] ?? 0) ^ 0x55;
    await expect(unpack(damaged, 1000), `byte ${at}`).rejects.toThrow();
  }
  for (const length of [packed.length - 1, packed.length - 8, packed.length >> 1]) {
    await expect(unpack(packed.subarray(0, length), 1000), `${length} bytes`).rejects.toThrow();
  }
});
