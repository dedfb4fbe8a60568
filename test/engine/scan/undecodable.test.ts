import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeAt } from '../../../src/engine/scan/kernel/contract.ts';
import { createKernel } from '../../../src/engine/scan/kernel/kernel.ts';

const kernel = createKernel();

function countUndecodable(bytes: Uint8Array, isGb18030: boolean): number {
  const at = freeAt + 64;
  kernel.reserve(at + bytes.length + 128);
  kernel.bytes().set(bytes, at);
  kernel.bytes().fill(0x80, at + bytes.length, at + bytes.length + 64);
  return kernel.countUndecodable(at, at + bytes.length, isGb18030 ? 1 : 0);
}

function isDecodable(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const character = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('中', '公', '司', 'ａ', '（') },
  { weight: 4, arbitrary: fc.constantFrom('a', ',', '\n', '"') },
  { weight: 1, arbitrary: fc.constantFrom('é', '한', '힣', '𠮷', '😀', '\u0800', '\ue000', '\ud7ff', '\u{10ffff}') },
);
const damage = fc.array(
  fc.tuple(fc.nat(400), fc.constantFrom(0x80, 0xbf, 0xc0, 0xc2, 0xe0, 0xe4, 0xed, 0xf0, 0xf4, 0xf5, 0xff, 0x41)),
  { maxLength: 3 },
);

test('UTF-8 is told from other bytes wherever the damage lies', () => {
  fc.assert(
    fc.property(
      fc.array(character, { minLength: 30, maxLength: 150 }),
      damage,
      fc.nat(3),
      (characters, changes, cut) => {
        const whole = new TextEncoder().encode(characters.join(''));
        for (const [at, byte] of changes) if (at < whole.length) whole[at] = byte;
        const bytes = whole.subarray(0, whole.length - cut);
        expect(countUndecodable(bytes, false) === 0).toBe(isDecodable(bytes, 'utf-8'));
      },
    ),
    { numRuns: 5000 },
  );
});

test('lines with undecodable bytes are counted once each', () => {
  const lines = ['正常', 'a\xff\xffb', 'ok', '\xe4\xb8', '好'];
  const bytes = Buffer.concat(
    lines.flatMap((line) => [
      Buffer.from(line, /[\x80-\xff]/.test(line) && !/[^\x00-\xff]/.test(line) ? 'latin1' : 'utf-8'),
      Buffer.from('\r\n'),
    ]),
  );
  expect(countUndecodable(bytes, false)).toBe(2);
  expect(kernel.read('firstUndecodable')).toBe(1);
});

test('GB18030: two and four bytes, and what is neither', () => {
  const good = [0xb9, 0xab, 0xcb, 0xbe, 0x0a, 0x81, 0x30, 0x81, 0x30, 0x0a, 0x41, 0x80];
  expect(countUndecodable(Uint8Array.from(good), true)).toBe(0);
  expect(countUndecodable(Uint8Array.from([...good, 0xff]), true)).toBe(1);
  expect(countUndecodable(Uint8Array.from([0xb9, 0x7f, 0x0a, 0x81, 0x30, 0x41]), true)).toBe(2);
});

/** Of two high bytes, of one and a letter, of four, and ASCII. */
const wide = fc.oneof(
  { weight: 70, arbitrary: fc.tuple(fc.integer({ min: 0xb0, max: 0xf7 }), fc.integer({ min: 0xa1, max: 0xfe })) },
  { weight: 20, arbitrary: fc.tuple(fc.constantFrom(0x2c, 0x0a, 0x41, 0x30)) },
  { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 0x81, max: 0xfe }), fc.integer({ min: 0x40, max: 0x7e })) },
  { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 0x81, max: 0xfe }), fc.integer({ min: 0x80, max: 0xfe })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom([0x81, 0x30, 0x81, 0x30], [0x84, 0x31, 0xa4, 0x37], [0x95, 0x32, 0x82, 0x36]),
  },
);
const wideDamage = fc.array(fc.tuple(fc.nat(600), fc.constantFrom(0x80, 0xff, 0x41, 0x7f, 0x30, 0xb9, 0x20)), {
  maxLength: 2,
});

test('GB18030 is told from other bytes wherever the damage lies', () => {
  let right = 0;
  fc.assert(
    fc.property(
      fc.array(wide, { minLength: 60, maxLength: 250 }),
      fc.boolean(),
      wideDamage,
      fc.nat(3),
      (characters, isDamaged, changes, cut) => {
        const whole = Uint8Array.from(characters.flat());
        for (const [at, byte] of isDamaged ? changes : []) if (at < whole.length) whole[at] = byte;
        const bytes = whole.subarray(0, whole.length - (isDamaged ? cut : 0));
        const isRight = isDecodable(bytes, 'gb18030');
        if (isRight) right++;
        expect(countUndecodable(bytes, true) === 0).toBe(isRight);
      },
    ),
    { numRuns: 5000 },
  );
  expect(right).toBeGreaterThan(1000);
});
