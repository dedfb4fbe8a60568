import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addPair, createPairSet } from '../../../src/check/duplicates/pair-set.ts';
import { mixBits } from '../../../src/code/random.ts';

const anyWord = fc.oneof(fc.nat(3), fc.constantFrom(0xffffffff, 0x80000000), fc.nat(0xffffffff));

test('a pair is new once', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3), anyWord, anyWord), { maxLength: 600 }), (pairs) => {
      const set = createPairSet();
      const met = new Set<string>();
      for (const [group, low, high] of pairs) {
        const name = `${group} ${low} ${high}`;
        expect(addPair(set, group, low, high)).toBe(!met.has(name));
        met.add(name);
      }
    }),
  );
});

test('so are very many pairs', () => {
  const set = createPairSet();
  const count = 200_000;
  const add = (number: number): boolean => addPair(set, number % 3, mixBits(number) >>> 0, number >> 4);
  // Different numbers have different mixed bits.
  for (let number = 0; number < count; number++) if (!add(number)) expect(number).toBe('new');
  for (let number = 0; number < count; number++) if (add(number)) expect(number).toBe('met before');
  expect(add(count)).toBe(true);
});

test('and pairs of one hash, which no bit of it parts', () => {
  const set = createPairSet();
  const count = 4000;
  // See `hashOf`: what it mixes is the same of all.
  const add = (high: number): boolean => addPair(set, 0, 0x1234567 ^ Math.imul(high, 0x9e3779b1), high);
  for (let high = 0; high < count; high++) if (!add(high)) expect(high).toBe('new');
  for (let high = 0; high < count; high++) if (add(high)) expect(high).toBe('met before');
});
