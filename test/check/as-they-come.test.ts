import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generate } from '../../src/index.ts';
import { makeEncoder } from '../../src/write/encoder.ts';
import { checkAll, type Outcome, useFolder } from '../node/check.ts';
import { writeRows, writeWorkbook, writeZip } from '../tables/archives.ts';

const folder = useFolder();
const header = ['序号', '企业名称', '统一社会信用代码', '地址'];

const code = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 9 }).map((seed) => generate({ seed })) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 4 }).map((seed) => `${generate({ seed }).slice(0, 17)}0`) },
  fc.constantFrom('', '无', '350100100012345', '9.135E+17', '待定', '370100200012345'),
);
const name = fc.constantFrom(
  '某甲公司',
  '某乙商店',
  '丙村村民委员会',
  '合计科技公司',
  '丁合作社',
  '小计五金店',
  '戊中学',
);
const records = fc
  .array(fc.tuple(code, name), { minLength: 3, maxLength: 12 })
  .map((pairs) => [[generate({ seed: 77 }), '某公司'] as const, ...pairs])
  .map((pairs) => pairs.map(([code, name], at) => [String(at + 1), name, code, `某路${at}号`]));

/** Lines that are no records, as people and programs add them. */
const titles = [
  ['某市企业名单'],
  ['附件1'],
  ['填报单位：某局（盖章）', '', '', '填报日期：2026-11-02'],
  ['导出时间：2026-11-02'],
];
const lowerLines = [
  ['XH', 'QYMC', 'TYSHXYDM', 'DZ'],
  ['', '必填', '必填', '选填'],
  ['1', '2', '3', '4'],
  ['甲', '乙', '丙', '丁'],
];
const feet = [
  ['合计', '', '12户'],
  ['填表人：张三', '', '审核人：李四', '联系电话：0531-88888888'],
  ['注：1.本表由各单位填报'],
  ['', '', '', '2026年11月2日'],
  ['第1页，共1页'],
  ['(12 rows)'],
];
const between = [header, ['一、市直单位'], ['小计', '4户'], ['第1页 共2页'], ['', '', '', '（公章）']];
const few = (lines: string[][]): fc.Arbitrary<string[][]> => fc.subarray(lines, { maxLength: 3 });
const table = fc.record({
  records,
  above: few(titles),
  under: fc.constantFrom([], ...lowerLines.map((line) => [line])),
  middle: few(between),
  below: few(feet),
  at: fc.nat(12),
});

const delimiters = [',', '\t', ';', '|', '^', '~', '\u0001', '||', '|+|', '@@', '，'];
const encodings = ['utf-8', 'mark', 'gb18030', 'utf-16le', 'utf-16le without a mark', 'utf-16be'] as const;
const breaks = ['\n', '\r\n', '\r'];

function encode(text: string, encoding: (typeof encodings)[number]): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'mark') return Buffer.from(`\ufeff${text}`);
  if (encoding === 'gb18030') return makeEncoder('gb18030')(Buffer.from(text)).slice();
  const wide = Buffer.from(encoding === 'utf-16le without a mark' ? text : `\ufeff${text}`, 'utf16le');
  return encoding === 'utf-16be' ? wide.swap16() : wide;
}

/** What a report says of records, wherever they stand. */
function describe({ report, findings, duplicates }: Outcome): unknown {
  const { records, counts, issues, notes, duplicates: totals, rates, byAuthority, byRegion } = report;
  const found = findings.map(({ row, code, issue, name }) => [row, code, issue?.code ?? null, name]);
  const listed = duplicates.map(({ group, kind, row, name }) => [group, kind, row, name]);
  return { records, counts, issues, notes, totals, rates, byAuthority, byRegion, found, listed };
}

const pad = (row: string[]): string[] => [...row, ...header.slice(row.length).map(() => '')];

test('titles, lines under the header, in the middle and at the foot change nothing, in any delimiter, encoding or format', async () => {
  const writing = fc.record({
    delimiter: fc.constantFrom(...delimiters),
    encoding: fc.constantFrom(...encodings),
    lineBreak: fc.constantFrom(...breaks),
    format: fc.constantFrom('text', 'text', 'text', 'workbook', 'archive'),
  });
  await fc.assert(
    fc.asyncProperty(table, writing, async ({ records, above, under, middle, below, at }, how) => {
      const plain = [header, ...records].map((row) => `${row.join(',')}\n`).join('');
      const expected = describe(await checkAll([folder.write('plain.csv', plain)]));
      const place = Math.min(at, records.length);
      const rows = [
        ...above,
        header,
        ...under,
        ...records.slice(0, place),
        ...middle,
        ...records.slice(place),
        ...below,
      ];
      const text = rows.map((row) => pad(row).join(how.delimiter) + how.lineBreak).join('');
      const bytes = encode(text, how.encoding);
      const file =
        how.format === 'workbook'
          ? folder.write('odd.xlsx', writeWorkbook({ sheets: [{ name: 'S', rows: writeRows(rows) }] }))
          : how.format === 'archive'
            ? folder.write('odd.zip', writeZip([{ name: 'a.txt', data: Buffer.from(bytes) }]))
            : folder.write('odd.txt', bytes);
      const outcome = await checkAll([file]);
      expect(describe(outcome)).toEqual(expected);
      expect(outcome.report.skippedLines).toBe(under.length + middle.length + below.length);
      expect(outcome.report.warnings.some(({ code }) => code === 'title-rows')).toBe(above.length > 0);
    }),
    { numRuns: 60 },
  );
}, 120_000);
