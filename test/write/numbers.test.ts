import { describe, expect, test } from 'vitest';
import { formatBytes, formatCount, formatRate, formatShare } from '../../src/write/numbers.ts';

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [36_739, '36,739'],
  [1_234_567_890, '1,234,567,890'],
])('formatCount %i', (count, text) => expect(formatCount(count)).toBe(text));

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1500, '1.5 kB'],
  [3_385_258, '3.4 MB'],
  [999_999, '1.0 MB'],
  [1_550_000_000, '1.6 GB'],
])('formatBytes %i', (bytes, text) => expect(formatBytes(bytes)).toBe(text));

describe('formatRate', () => {
  test.each([
    [0, 100, '0%'],
    [0, 0, '–'],
    [555, 3_000_000, '0.0185%'],
    [287, 36_195, '0.7929%'],
    [1, 2, '50.0000%'],
    [1, 1, '100%'],
    [2, 3, '66.6667%'],
    // Four digits would say none.
    [1, 100_000_000, '0.000001%'],
  ])('%i of %i', (numerator, denominator, text) => expect(formatRate({ numerator, denominator })).toBe(text));

  test.each([
    [1, 10_000, '0.0100%'],
    // Four digits would say that it is the target itself.
    [99_999, 1_000_000_000, '0.0099999%'],
    [100_001, 1_000_000_000, '0.0100001%'],
  ])('%i of %i, held against 0.01%%', (numerator, denominator, text) =>
    expect(formatRate({ numerator, denominator }, 0.0001)).toBe(text),
  );
});

test.each([
  [0.0001, '0.01%'],
  [0.000123, '0.0123%'],
  [0, '0%'],
  [1, '100%'],
  [0.07, '7%'],
])('formatShare %d', (share, text) => expect(formatShare(share)).toBe(text));
