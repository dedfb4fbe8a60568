import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess, DEFAULT_TARGET, parseTarget } from '../../src/check/assess/target.ts';
import { UsccError } from '../../src/code/error.ts';

describe('parseTarget', () => {
  test.each([
    ['0.01%', 1n, 10_000n],
    ['0.01 %', 1n, 10_000n],
    ['0.01％', 1n, 10_000n],
    ['０.０１％', 1n, 10_000n],
    ['.01%', 1n, 10_000n],
    ['0.0001', 1n, 10_000n],
    ['1e-4', 1n, 10_000n],
    ['1E-4', 1n, 10_000n],
    ['0.1‰', 1n, 10_000n],
    ['1‱', 1n, 10_000n],
    ['1/10000', 1n, 10_000n],
    ['万分之一', 1n, 10_000n],
    ['万分之1', 1n, 10_000n],
    ['千分之0.1', 1n, 10_000n],
    ['0', 0n, 1n],
    ['0%', 0n, 1n],
    ['0.000', 0n, 1n],
    ['1.5%', 3n, 200n],
    ['100%', 1n, 1n],
    ['1', 1n, 1n],
    ['0.0123%', 123n, 1_000_000n],
  ])('%s', (text, numerator, denominator) => {
    expect(parseTarget(text)).toEqual({ numerator, denominator, value: Number(numerator) / Number(denominator) });
  });

  test.each([
    '',
    'x',
    '%',
    '.',
    '-1%',
    '+1%',
    '101%',
    '1.01',
    '1/0',
    '1e',
    '0,01%',
    '0.01%%',
    '1e-9999',
    'NaN',
    '万分之',
  ])('refuses %j', (text) => {
    expect(() => parseTarget(text)).toThrow(UsccError);
  });

  test('the default is 0.01%', () => expect(DEFAULT_TARGET).toEqual(parseTarget('0.01%')));
});

describe('assess', () => {
  const percent = parseTarget('0.01%');
  const zero = parseTarget('0');
  test.each([
    // 0.01% of 36,195 is 3.6195: three are below it.
    [287, 36_195, percent, { met: false, allowed: 3, excess: 284 }],
    [3, 36_195, percent, { met: true, allowed: 3, excess: 0 }],
    [4, 36_195, percent, { met: false, allowed: 3, excess: 1 }],
    // Exactly at the target is not below it.
    [1, 10_000, percent, { met: false, allowed: 0, excess: 1 }],
    [0, 10_000, percent, { met: true, allowed: 0, excess: 0 }],
    [1, 10_001, percent, { met: true, allowed: 1, excess: 0 }],
    [0, 1, percent, { met: true, allowed: 0, excess: 0 }],
    [0, 500, zero, { met: true, allowed: 0, excess: 0 }],
    [1, 500, zero, { met: false, allowed: 0, excess: 1 }],
    [0, 0, zero, { met: false, allowed: 0, excess: 0 }],
    [0, 0, percent, { met: false, allowed: 0, excess: 0 }],
    [10, 10, parseTarget('100%'), { met: false, allowed: 9, excess: 1 }],
    // A double says 0.0001 × 9,007,199,254,740,000 = 900,719,925,474.0000…; the fraction is exact.
    [900_719_925_474, 9_007_199_254_740_000, percent, { met: false, allowed: 900_719_925_473, excess: 1 }],
  ])('%i of %i', (numerator, denominator, target, expected) => {
    expect(assess({ numerator, denominator }, target)).toEqual(expected);
  });

  test('allowed is the largest numerator within target', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1000 }), (denominator, parts) => {
        const target = parseTarget(`${parts}/100000`);
        const below = (n: number) => n * 100_000 < parts * denominator;
        const { allowed } = assess({ numerator: 0, denominator }, target);
        expect(below(allowed)).toBe(true);
        expect(below(allowed + 1)).toBe(false);
      }),
    );
  });
});
