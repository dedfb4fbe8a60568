import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrapText } from '../../src/cli/wrap-text.ts';
import { measureWidth } from '../../src/report/width.ts';

const withoutSpace = (text: string) => text.replace(/\s/g, '');

test('nothing but space is lost, and lines fit when their words do', () => {
  const word = fc.constantFrom('查找', '重码，', '（默认 ', 'auto）', 'utf-8、', '“没有”', ' Excel ', '一个', '。');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), fc.integer({ min: 12, max: 80 }), (words, width) => {
      const text = words.join('');
      const wrapped = wrapText(text, width);
      expect(withoutSpace(wrapped)).toBe(withoutSpace(text));
      for (const line of wrapped.split('\n').slice(1)) expect(line).not.toMatch(/^ /);
    }),
  );
});

test('no line begins with a closing mark or ends with an opening one', () => {
  const text = '代码列：列名，或列号（从 1 数起；默认按表头和内容识别）。写 auto（自动识别），“没有”就不写。';
  for (let width = 12; width <= 60; width++) {
    const lines = wrapText(text, width).split('\n');
    for (const line of lines) {
      expect(line).not.toMatch(/^[，。、；：）”]|[（“]$/);
      expect(measureWidth(line)).toBeLessThanOrEqual(width);
    }
  }
});

test('English breaks at spaces only', () => {
  expect(wrapText('one two-three four', 9)).toBe('one\ntwo-three\nfour');
});
