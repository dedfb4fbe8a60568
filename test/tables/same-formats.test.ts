import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generate } from '../../src/index.ts';
import { checkAll, type Outcome, useFolder } from '../node/check.ts';
import { writeFormats } from './formats.ts';

const folder = useFolder();

const code = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 6 }).map((seed) => generate({ seed })) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 4 }).map((seed) => `${generate({ seed }).slice(0, 17)}0`) },
  fc.constantFrom('', '无', '91350100m000100y43', "'91350100M000100Y43", '350100100012345', '9.135E+17', '待 定'),
);
const name = fc.constantFrom('', '某甲公司', '某乙"好又多"超市', 'A & B <C>公司', "O'Neil\\店", '某丙，某丁合作社');

/** What a report says of the table, whatever it was written in. */
function describe({ report, findings, duplicates }: Outcome): unknown {
  const { records, counts, issues, notes, duplicates: totals, rates, byAuthority, byRegion } = report;
  const found = findings.map(({ row, code, issue, name }) => [row, code, issue?.code ?? null, name]);
  const listed = duplicates.map(({ group, kind, row, name }) => [group, kind, row, name]);
  return { records, counts, issues, notes, totals, rates, byAuthority, byRegion, found, listed };
}

test('a table is the same in every format', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(code, name), { minLength: 1, maxLength: 8 }), async (pairs) => {
      // A row of nothing is no record, and where it is there at all differs by format.
      const rows = pairs.filter((cells) => cells.some((cell) => cell !== ''));
      const formats = writeFormats(
        ['序号', '统一社会信用代码', '企业名称'],
        [['1', generate({ seed: 99 }), '某公司'], ...rows.map((cells, at) => [String(at + 2), ...cells])],
      );
      let first: unknown;
      for (const [ending, bytes] of Object.entries(formats)) {
        const said = describe(await checkAll([folder.write(`t.${ending}`, bytes)], { lang: 'zh' }));
        first ??= said;
        expect([ending, said]).toEqual([ending, first]);
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);
