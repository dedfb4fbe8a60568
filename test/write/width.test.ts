import { describe, expect, test } from 'vitest';
import { alignColumns } from '../../src/write/table.ts';
import { measureWidth, pad, truncate } from '../../src/write/width.ts';

describe('measureWidth', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['统一代码', 8],
    ['ａｂ：', 6],
    ['（甲）', 6],
    ['é', 1],
    ['e\u0301', 1],
    ['한글', 4],
    ['カナ', 4],
    ['\u{20000}', 2],
    ['😀', 2],
    ['\u200b', 0],
    ['\u001b[1m重\u001b[22m', 2],
  ])('%j', (text, width) => expect(measureWidth(text)).toBe(width));
});

test('pad', () => {
  expect(pad('重码', 6)).toBe('重码  ');
  expect(pad('重码', 6, 'right')).toBe('  重码');
  expect(pad('重码', 3)).toBe('重码');
});

test('truncate', () => {
  expect(truncate('abcdef', 6)).toBe('abcdef');
  expect(truncate('abcdef', 5)).toBe('abcd…');
  expect(truncate('统一代码', 6)).toBe('统一…');
});

test('alignColumns counts columns of the terminal, not characters', () => {
  expect(
    alignColumns(
      [
        ['重码', '1', 'x'],
        ['abcde', '1,000', '甲'],
      ],
      ['left', 'right', 'left'],
    ),
  ).toEqual(['  重码       1  x', '  abcde  1,000  甲']);
});
