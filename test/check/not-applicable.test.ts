import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generate } from '../../src/code/generate.ts';
import { checkRegistry } from '../../src/node/registry.ts';

const cells = [
  '',
  '无',
  '0',
  ' ',
  generate({ seed: 1 }),
  generate({ seed: 2 }),
  '600037341',
  '11010519491231002X',
  '错',
];
const categories = ['法人及非法人组织', '自然人', ' 自然人', '个体工商户', '', '其他'];
const missing = ['', '无', '0', ' '];

const rows = fc.array(
  fc.record({
    category: fc.constantFrom(...categories),
    code: fc.constantFrom(...cells),
    body: fc.constantFrom('甲局', '乙局', ''),
  }),
  { minLength: 1, maxLength: 40 },
);

function write(list: { category: string; code: string; body: string }[]): Uint8Array {
  const lines = list.map(({ category, code, body }) => `名称,${category},${code},${body},文号`);
  return new TextEncoder().encode(`XK_XDR_MC,XK_XDR_LB,XK_XDR_SHXYM,XK_XKJG,XK_WSH\n${lines.join('\n')}\n`);
}

test('a natural person without a code is not applicable, in every table, by either scanner', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (list) => {
      const bytes = write(list);
      const options = { lang: 'zh', unitColumn: 'XK_XKJG' } as const;
      const { elapsedSeconds: _, ...report } = await checkRegistry([bytes], options);
      const { elapsedSeconds: __, ...reference } = await checkRegistry([bytes], { ...options, scanner: 'reference' });
      expect(report).toEqual(reference);
      const isExcused = ({ category, code }: (typeof list)[number]): boolean =>
        category.trim() === '自然人' && missing.includes(code);
      expect(report.notApplicable).toBe(list.filter(isExcused).length);
      expect(report.counts.missing).toBe(list.filter((row) => missing.includes(row.code) && !isExcused(row)).length);
      for (const table of [report.byAuthority, report.byRegion, report.byUnit ?? []]) {
        const sum = (of: (row: (typeof table)[number]) => number): number =>
          table.reduce((all, row) => all + of(row), 0);
        expect(sum(({ records }) => records)).toBe(list.length);
        expect(sum(({ notApplicable = -1 }) => notApplicable)).toBe(report.notApplicable);
        for (const row of table) {
          const { conforming, erroneous, unconverted, notApplicable = 0 } = row;
          expect(conforming + erroneous + unconverted + row.missing + notApplicable).toBe(row.records);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('it is no finding', async () => {
  const findings: string[] = [];
  await checkRegistry(
    [
      write([
        { category: '自然人', code: '', body: '' },
        { category: '法人', code: '', body: '' },
      ]),
    ],
    {
      onFindings: (batch) => void findings.push(...batch.map(({ row, issue }) => `${row} ${issue?.code}`)),
    },
  );
  expect(findings).toEqual(['2 missing']);
});

test('other tables do not speak of it', async () => {
  const report = await checkRegistry([new TextEncoder().encode('企业名称,统一社会信用代码\n甲,\n')], {});
  expect(report).not.toHaveProperty('notApplicable');
  expect(report.byAuthority[0]).not.toHaveProperty('notApplicable');
});
