import { expect, test } from 'vitest';
import { findCodeHeaders } from '../../src/tables/headers/code-headers.ts';
import { recallHeader } from '../../src/tables/headers/known-headers.ts';

test('a header that was met before is the same array, however many came between', () => {
  const first = recallHeader(['统一社会信用代码', '企业名称']);
  expect(recallHeader(['统一社会信用代码', '企业名称'])).toBe(first);
  for (let other = 0; other < 1000; other++) recallHeader(['统一社会信用代码', String(other)]);
  expect(recallHeader(['统一社会信用代码', '企业名称'])).toStrictEqual(first);
});

test('headers whose cells only join alike are two', () => {
  recallHeader(['a\u0001b', 'c']);
  expect(recallHeader(['a', 'b\u0001c'])).toStrictEqual(['a', 'b\u0001c']);
  expect(recallHeader(['a', 'b', 'c'])).toStrictEqual(['a', 'b', 'c']);
});

test('what is found in a header is found of the cells, not of an array before it', () => {
  expect(findCodeHeaders(['企业名称', '统一社会信用代码'])).toStrictEqual([1]);
  expect(findCodeHeaders(['统一社会信用代码', '企业名称'])).toStrictEqual([0]);
});
