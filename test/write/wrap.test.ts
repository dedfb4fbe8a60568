import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measureWidth } from '../../src/write/width.ts';
import { wrapText } from '../../src/write/wrap.ts';

test.each([
  ['one two three', 7, ['one two', 'three']],
  ['代码一共三个，全部错误。', 13, ['代码一共三', '个，全部错', '误。']],
  ['共 12,345 个代码', 9, ['共 12,345', '个代码']],
  ['toolongforaline x', 5, ['toolongforaline', 'x']],
  ['', 5, []],
])('%s in %i columns', (text, width, lines) => expect(wrapText(text, width)).toEqual(lines));

test('nothing but spaces is lost, and lines are as long as asked where the text has places to break', () => {
  const word = fc.constantFrom('a', 'code', '代', '码，', '错。', '12', '（', '）', '校验');
  fc.assert(
    fc.property(fc.array(word), fc.integer({ min: 8, max: 40 }), (words, width) => {
      const text = words.join(' ');
      const lines = wrapText(text, width);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      for (const line of lines) expect(measureWidth(line)).toBeLessThanOrEqual(width);
    }),
  );
});

test('no line begins with a closing mark or ends with an opening one', () => {
  const text = '代码列：列名，或列号（从 1 数起；默认按表头和内容识别）。写 auto（自动识别），“没有”就不写。';
  for (let width = 12; width <= 60; width++) {
    for (const line of wrapText(text, width)) {
      expect(line).not.toMatch(/^[，。、；：）”]|[（“]$/);
      expect(measureWidth(line)).toBeLessThanOrEqual(width);
    }
  }
});

test('English breaks at spaces only', () => {
  expect(wrapText('one two-three four', 9)).toEqual(['one', 'two-three', 'four']);
});
