import { expect, test } from 'vitest';
import { createKernel } from '../../../src/engine/scan/kernel/kernel.ts';
import { scanRange } from '../../../src/engine/scan/scan-range.ts';
import { sourceOfBytes } from '../../../src/tables/byte-source.ts';
import { createDialect } from './readers.ts';

/*
 * Work, not seconds: bytes that the kernel is given to look at, and bytes read. What a call looked at is what it got through, and where
 * it got no further than that, all there was.
 */

const code = '91350100M000100Y43';

/** Exports of about so many bytes that would make a reader without limits start over again and again. */
const shapes: [string, (bytes: number) => string][] = [
  ['an open quote full of delimiters', (bytes) => `${code},"${','.repeat(bytes)}\n${code},b\n`],
  ['that is closed at last', (bytes) => `${code},"${',x'.repeat(bytes / 2)}"\n${code},b\n`],
  ['and full of quotes', (bytes) => `${code},"${'"",'.repeat(bytes / 3)}\n`],
  ['quotes at every cell', (bytes) => `${code}${',"'.repeat(bytes / 2)}\n`],
  ['an open quote on every line', (bytes) => `${code},"\n`.repeat(bytes / 21)],
  [
    'a quote of ninety lines, again and again',
    (bytes) => `${code},"${`${','.repeat(90)}\n`.repeat(90)}`.repeat(bytes / 8210),
  ],
  ['one cell', (bytes) => `${code},${'x'.repeat(bytes)}\n${code},b\n`],
  ['no end of line', (bytes) => `${code},"${'x'.repeat(bytes)}`],
  ['empty lines', (bytes) => '\r\n'.repeat(bytes / 2)],
  ['quotes and nothing else', (bytes) => '"'.repeat(bytes)],
  ['plain records', (bytes) => `${code},甲\n`.repeat(bytes / 23)],
];

async function countWork(text: string, rangeBytes: number): Promise<{ scanned: number; read: number }> {
  const kernel = createKernel();
  const bytes = new TextEncoder().encode(text);
  const source = sourceOfBytes(bytes);
  const dialect = createDialect();
  let read = 0;
  let scanned = 0;
  const counting = {
    size: source.size,
    read: (at: number, into: Uint8Array): number => {
      const count = source.read(at, into) as number;
      read += count;
      return count;
    },
  };
  const scan: typeof kernel.scan = (position, stop, to, isFinal) => {
    const next = kernel.scan(position, stop, to, isFinal);
    scanned += next >= stop || kernel.read('isFull') ? next - position : to - position;
    return next;
  };
  kernel.configure({ ...dialect, flags: 0 });
  let begins: number | null = 0;
  for (let start = 0; start < bytes.length; start += rangeBytes) {
    const range = { start, end: Math.min(start + rangeBytes, bytes.length), begins };
    if (begins !== null && begins >= range.end) continue;
    const { endedAt } = await scanRange({
      kernel: { ...kernel, scan },
      source: counting,
      dialect,
      range,
      inputAt: 0,
      visitor: { visit: () => {} },
    });
    begins = endedAt < 0 ? begins : endedAt;
  }
  return { scanned, read };
}

test.each(shapes)('twice the bytes, at most 2.2 times the work: %s', async (_, write) => {
  for (const rangeBytes of [1 << 19, 1 << 30]) {
    const small = await countWork(write(4 << 20), rangeBytes);
    const large = await countWork(write(8 << 20), rangeBytes);
    expect(large.scanned).toBeLessThanOrEqual(2.2 * small.scanned);
    expect(large.read).toBeLessThanOrEqual(2.2 * small.read);
    // And no more than a few times over at all.
    expect(large.scanned).toBeLessThanOrEqual(12 * (8 << 20));
  }
});
