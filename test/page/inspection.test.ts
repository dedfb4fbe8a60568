import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { TableInspection } from '../../src/check/inspect/describe-inspection.ts';
import { inspectMessagesFor } from '../../src/messages/inspect/index.ts';
import { inspectTables } from '../../src/node/inspect-tables.ts';
import { browserPath } from '../browser/chromium.ts';
import { runUscc } from '../cli/run.ts';
import { generateAll } from '../generate/read.ts';
import { useFolder } from '../node/check.ts';
import { choose, useChecker } from './checker.ts';

const pictures = process.env.USCC_SCREENSHOTS;

/** Titles, required fields, totals; names told by their cells; a second column of codes; an ID number; JSON without a header. */
const tables = {
  'stacked.csv': [
    '某市登记信息表,,,',
    '统一社会信用代码,单位名称,主管部门,组织机构代码',
    '必填,必填,选填,选填',
    '91350100M000100Y43,甲公司,民政局,M000100Y4',
    '91350100M000100Y44,乙公司,编办,',
    '11010519491231002X,丙公司,编办,',
    '统一社会信用代码,单位名称,主管部门,组织机构代码',
    '91350100M000100Y43,丁公司,编办,',
    '合计,4,,',
    '',
  ].join('\n'),
  'by-cells.csv': [
    'a;b;c',
    '91350100M000100Y43;"好又\n多超市";福州市鼓楼区小店食品厂',
    '91350100M000100Y43;x;福州市台江区大地商贸有限公司',
    '',
  ].join('\n'),
  'records.json': JSON.stringify({
    data: [
      { 名称: '甲公司', 统一社会信用代码: '91350100M000100Y43', 原统一社会信用代码: '91350100M000100Y43' },
      { 名称: '乙公司', 统一社会信用代码: '91350100M000100Y44', 原统一社会信用代码: '' },
    ],
  }),
};

/** The command's words for what the page shows of a table. */
async function readCommand(path: string, lang: 'zh' | 'en'): Promise<object> {
  const { stdout } = await runUscc(['inspect', path, '--format', 'json', '--lang', lang]);
  const [table] = JSON.parse(stdout) as TableInspection[];
  if (table === undefined) throw new Error(stdout);
  const words = inspectMessagesFor(lang);
  // The page names its own controls where the command names flags.
  const [own] = await inspectTables([path], { lang, face: 'page' });
  return {
    columns: table.columns.map(({ name, role, why }) => [
      name,
      role === null ? '' : words.roles[role],
      why === null ? '' : words.reasons[why],
    ]),
    rows: table.rows,
    skipped: table.skipped.map(({ line, why }) => `${words.line(line)} ${words.skipped[why]}`),
    skippedTitle: table.skippedLines === 0 ? [] : [words.skippedTitle(table.skippedLines)],
    records: words.records(table.records ?? -1),
    header: table.headerLine === null ? null : words.headerLine(table.headerLine),
    warnings: (own?.warnings ?? [])
      .filter(({ code }) => code !== 'title-rows' && code !== 'skipped-lines')
      .map(({ message }) => message.replaceAll(path, path.replace(/^.*[/\\]/, ''))),
  };
}

async function readCard(page: Page, lang: 'zh' | 'en'): Promise<object> {
  const texts = (selector: string): Promise<string[]> => page.locator(selector).allTextContents();
  const columns = await page.locator('.preview th').evaluateAll((cells) =>
    cells.map((cell) => {
      const text = (part: string): string => cell.querySelector(part)?.textContent ?? '';
      return [[...cell.childNodes].at(-1)?.textContent, text('.badge'), text('.why')];
    }),
  );
  const rows = await page
    .locator('.preview tbody tr')
    .evaluateAll((lines) => lines.slice(0, 3).map((line) => [...line.children].map((cell) => cell.textContent)));
  const facts = (await page.locator('.written').textContent())?.split(' · ') ?? [];
  const words = inspectMessagesFor(lang);
  const [before] = words.headerLine(0).split('0');
  return {
    columns,
    rows,
    skipped: await texts('.skipped li'),
    skippedTitle: await texts('.skipped summary'),
    records: facts.find((fact) => /^\d+ /.test(fact)) ?? null,
    header: facts.find((fact) => fact.startsWith(before ?? '')) ?? null,
    warnings: await texts('.table-warnings li'),
  };
}

describe.skipIf(browserPath === null)('the page shows how a table is understood as the command does', () => {
  const checker = useChecker();
  const folder = useFolder();

  const cases = Object.keys(tables).flatMap((name) => (['zh', 'en'] as const).map((lang) => ({ name, lang })));
  test.each(cases)('$name in $lang', async ({ name, lang }) => {
    const path = folder.write(name, tables[name as keyof typeof tables]);
    const { page, complaints } = await checker.open(
      { viewport: { width: 390, height: 860 } },
      lang === 'en' ? '#en' : '',
    );
    await choose(page, [path]);
    expect(await readCard(page, lang)).toEqual(await readCommand(path, lang));
    expect(await page.locator('.table-card').textContent()).not.toContain('11010519491231002X');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    for (const width of pictures === undefined ? [] : [390, 1280]) {
      mkdirSync(pictures ?? '', { recursive: true });
      await page.setViewportSize({ width, height: 860 });
      await page.screenshot({ path: join(pictures ?? '', `inspection-${name}-${lang}-${width}.png`), fullPage: true });
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('of a large table only the beginning, and says so', async () => {
    const { bytes } = generateAll({ rows: 60_000, seed: 3 });
    const path = folder.write('large.csv', Buffer.concat([Buffer.from('某市登记信息表\n'), bytes]));
    const { page } = await checker.open();
    await choose(page, [path]);
    expect(await page.locator('.table-head .hint').textContent()).toMatch(/约 [0-9,]+ 条记录；这里只看了文件开头/);
    expect(await page.locator('.skipped li').allTextContents()).toEqual(['第 1 行 标题，或表头的另一行']);
    await page.close();
  });
});
