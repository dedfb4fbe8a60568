import fc from 'fast-check';
import type { CheckOptions } from '../../src/check/options.ts';
import { byteOrderMarks, makeEncoder, outputEncodings } from '../../src/write/encoder.ts';
import { registryExport } from '../check/exports.ts';
import type { Trial } from './engine.ts';

const piece = fc.constantFrom(
  '"',
  '""',
  ',',
  '\t',
  ';',
  '|',
  '\n',
  '\r',
  '\r\n',
  '\0',
  ' ',
  '\u3000',
  '\u200b',
  '\ufeff',
  '=',
  "'",
  '-',
  '－',
  '(',
  ')',
  '。',
  '统一社会信用代码',
  'name',
  '91350100M000100Y43',
  '91350100m000100y43',
  '91350211M0000XUF46',
  '440301103097413',
  'MA0000005',
  '无',
  '0.0',
  '9.1E+17',
  '中',
  'é',
  '𠮷',
  '\u{1f600}',
  '\u0301',
  'x'.repeat(70),
  '\n'.repeat(101),
  'y,'.repeat(40),
);
const soup = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
const headed = soup.map((text) => `统一社会信用代码,企业名称,x\n${text}\n91350100M000100Y43,甲,1\n`);
const text = fc.oneof(
  { weight: 3, arbitrary: registryExport },
  { weight: 3, arbitrary: headed },
  { weight: 1, arbitrary: soup },
);

const encoders = outputEncodings.map((encoding) => {
  const encode = makeEncoder(encoding);
  return (content: string): number[] => [...byteOrderMarks[encoding], ...encode(new TextEncoder().encode(content))];
});

/** Bytes of one file: text in some encoding, a few bytes of it damaged, its end perhaps cut off. */
const file = fc
  .tuple(
    text,
    fc.constantFrom(...encoders),
    fc.array(fc.tuple(fc.nat(3000), fc.nat(255)), { maxLength: 2 }),
    fc.integer({ min: 0, max: 3 }),
  )
  .map(([content, encode, changes, cut]) => {
    const bytes = Uint8Array.from(encode(content));
    for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
    return bytes.subarray(0, Math.max(0, bytes.length - cut));
  });

const options: fc.Arbitrary<CheckOptions> = fc.record(
  {
    delimiter: fc.constantFrom(',', '\t', ';', '|'),
    codeColumn: fc.constantFrom(1, 2),
    nameColumn: fc.constantFrom(1, 3),
    unitColumn: fc.constantFrom('auto' as const, 1, 2, 3),
    encoding: fc.constantFrom('auto' as const, 'utf-8' as const, 'gb18030' as const),
    header: fc.boolean(),
    notes: fc.boolean(),
    memoryBytes: fc.constantFrom(1, 1 << 20),
  },
  { requiredKeys: [] },
);

/** Anything a registry might send, and much it would not. */
export const trials: fc.Arbitrary<Trial> = fc.record({
  files: fc.array(file, { minLength: 1, maxLength: 2 }),
  options,
  rangeBytes: fc.constantFrom(1, 3, 17, 64, 200),
});
