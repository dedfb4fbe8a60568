import { crc32 as whole } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32 } from '../../src/node/zlib.ts';

test('piece by piece as the whole, pieces of nothing included', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array()), (pieces) => {
      const checksum = pieces.reduce((before, piece) => crc32(piece, before), 0);
      expect(checksum).toBe(pieces.some(({ length }) => length > 0) ? whole(Buffer.concat(pieces)) : 0);
    }),
  );
});
