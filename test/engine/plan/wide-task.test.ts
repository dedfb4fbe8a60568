import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wideTasks } from '../../../src/engine/plan/text/wide-task.ts';
import { createKernel } from '../../../src/engine/scan/kernel/kernel.ts';
import { sourceOfBytes } from '../../../src/tables/byte-source.ts';

/** Units of UTF-16: letters, Han, marks, and halves of pairs that need not fit. */
const units = fc.array(fc.constantFrom(0x41, 0x4e00, 0xfeff, 0xd842, 0xdfb7, 0xd83d, 0xde00, 0x0a), { maxLength: 24 });
const cuts = fc.array(fc.nat(24), { maxLength: 12 });

test.each(['utf-16le', 'utf-16be'] as const)('parts of %s, wherever it is cut, are the whole', async (encoding) => {
  const kernel = createKernel();
  await fc.assert(
    fc.asyncProperty(units, cuts, fc.boolean(), async (list, places, hasOddByte) => {
      const pairs = list.flatMap((unit) =>
        encoding === 'utf-16le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255],
      );
      const bytes = Uint8Array.from(hasOddByte ? [...pairs, 0x41] : pairs);
      const bounds = [...new Set([0, ...places.map((place) => place * 2).filter((at) => at + 1 < bytes.length)])];
      bounds.sort((a, b) => a - b);
      let text = '';
      for (const [index, from] of bounds.entries()) {
        const to = bounds[index + 1] ?? bytes.length;
        const task = { source: null, encoding, from, to };
        const part = await wideTasks.perform(kernel, task, () => sourceOfBytes(bytes));
        text += new TextDecoder('utf-8', { ignoreBOM: true }).decode(part);
      }
      expect(text).toBe(new TextDecoder(encoding).decode(bytes));
    }),
  );
});
