import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createByteList } from '../../src/clean/byte-list.ts';

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('某'.repeat(30_000), 'x'.repeat(70_000)),
  fc.uint8Array({ maxLength: 20 }),
);

test('pieces come out as one, however much the buffer had to grow', () => {
  fc.assert(
    fc.property(fc.array(fc.array(piece, { maxLength: 8 }), { maxLength: 3 }), (batches) => {
      const list = createByteList();
      for (const pieces of batches) {
        for (const each of pieces) {
          if (typeof each === 'string') list.addText(each);
          else list.add(each);
        }
        expect(Buffer.concat(pieces.map((each) => Buffer.from(each as string))).equals(list.take())).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});
