import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startRewriting } from '../../src/clean/rewrite.ts';

test('edits made as they come are those of splicing text, however much longer it grows', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(100), fc.nat(90), fc.nat(200)), { maxLength: 12 }),
      fc.nat(100),
      (pieces, tail) => {
        let before = '';
        let after = '';
        const edits: { start: number; end: number; text: string }[] = [];
        for (const [index, [kept, dropped, added]] of pieces.entries()) {
          const same = 'k'.repeat(kept);
          const text = String.fromCharCode(65 + index).repeat(added);
          const start = before.length + kept;
          before += same + 'd'.repeat(dropped);
          after += same + text;
          edits.push({ start, end: start + dropped, text });
        }
        const rewriting = startRewriting(Buffer.from(before + 't'.repeat(tail)));
        for (const { start, end, text } of edits) rewriting.replace(start, end, Buffer.from(text));
        expect(Buffer.from(rewriting.finish()).toString()).toBe(after + 't'.repeat(tail));
      },
    ),
  );
});
