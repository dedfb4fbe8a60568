import { expect, test } from 'vitest';
import { choosePlan, planFile } from '../../../src/engine/plan/plan.ts';
import { surveyFile } from '../../../src/engine/plan/survey.ts';
import { createKernel } from '../../../src/engine/scan/kernel/kernel.ts';
import { createPlatform, inputOf } from '../platform.ts';

const kernel = createKernel();
const platform = createPlatform();
const code = '91350211M0000XUF46';
const row = (index: number): string => `公司${index},${code},上海市\n`;
const rows = (count: number): string => Array.from({ length: count }, (_, index) => row(index)).join('');
const header = '企业名称,统一社会信用代码,住所\n';

/** Tables whose first eight records say all, and such as only seem to. */
const texts: Record<string, string> = {
  plain: header + rows(60),
  'fewer records than are looked at': header + rows(3),
  'one record': header + rows(1),
  'a header further down': `某市登记信息表\n\n${header}${rows(60)}`,
  'a header below the first records': rows(20) + header + rows(60),
  'a line of requirements under it': `${header}必填,必填,选填\n${rows(60)}`,
  'no header': rows(60),
  'codes under another name': `企业名称,号码,住所\n${rows(60)}`,
  'names under another name': `主体,统一社会信用代码,住所\n${rows(60)}`,
  'the same header twice, one column empty': `企业名称,统一社会信用代码,统一社会信用代码\n${rows(9).replaceAll('上海市', '')}${row(9)}`,
  'names twice': `企业名称,统一社会信用代码,企业名称\n${rows(9)}`,
  'first rows without codes': `${header}${'甲,,上海市\n'.repeat(12)}${rows(60)}`,
  'escaped quotes far down': `${header}${rows(50)}"甲\\"乙,丙",${code},上海市\n${rows(20)}`,
  'semicolons, commas in one column': (header + rows(60)).replaceAll(',', ';').replaceAll('上海市', '上海,市'),
  tabs: (header + rows(60)).replaceAll(',', '\t'),
  'quoted line breaks': header + rows(60).replaceAll('上海市', '"上海\n市"'),
  'other delimiters in quotes only': header + rows(60).replaceAll('上海市', '"上海|市;\t"'),
  'only foot lines after it': `${header}合计,,\n填表人：张三,,\n`,
};

for (const [name, text] of Object.entries(texts)) {
  test(`a few records say as much as all: ${name}`, async () => {
    const input = inputOf(text, 'table.csv');
    const whole = await settle(async () => choosePlan(await surveyFile(kernel, input, {}, platform), {}));
    expect(await settle(() => planFile(kernel, input, {}, platform))).toEqual(whole);
  });
}

async function settle(work: () => Promise<unknown>): Promise<unknown> {
  return work().catch((error: Error) => error.message);
}
