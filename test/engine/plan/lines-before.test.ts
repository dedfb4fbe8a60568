import { expect, test } from 'vitest';
import { planFile } from '../../../src/engine/plan/plan.ts';
import { createKernel } from '../../../src/engine/scan/kernel/kernel.ts';
import { createPlatform, inputOf } from '../platform.ts';

test('line breaks in quoted titles, and blank lines, count where the header and the data are', async () => {
  const rows = '甲,91350100M000100Y43\n乙,91210246600037341A\n';
  const text = `"某市\n登记表",\n\r\n企业名称,统一社会信用代码\n${rows}`;
  const { headerLine, dialect } = await planFile(createKernel(), inputOf(text), {}, createPlatform());
  expect([headerLine, dialect.linesBefore]).toEqual([4, 4]);
  expect(dialect.dataAt).toBe(new TextEncoder().encode(text).length - new TextEncoder().encode(rows).length);
});
