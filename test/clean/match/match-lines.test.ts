import fc from 'fast-check';
import { expect, test } from 'vitest';
import { match } from '../../../src/clean/match/match.ts';
import type { MatchOptions, MatchRow } from '../../../src/clean/match/match-report.ts';
import { maskCell } from '../../../src/code/cell/mask.ts';
import { checkCharacter, organizationCheckCharacter } from '../../../src/index.ts';
import { matchMessagesFor } from '../../../src/messages/match/index.ts';
import { formatCsv } from '../../../src/write/delimited.ts';
import { registryExport, rightCode } from '../../check/exports.ts';
import { createPlatform, inputOf } from '../../engine/platform.ts';
import { columns, openTexts } from '../registry-run.ts';

const oddPath = '=a, "b".csv';
const langs = fc.constantFrom('zh' as const, 'en' as const);

interface Table {
  text: string;
  path?: string;
  registry: string;
  rangeBytes?: number;
  options: MatchOptions;
}

async function matchTable({ text, registry, rangeBytes, options, path = oddPath }: Table): Promise<void> {
  await match({
    inputs: [{ ...inputOf(Buffer.from(text)), path }],
    registry: await openTexts([registry]),
    options,
    platform: createPlatform(rangeBytes),
    memoryBytes: 1 << 20,
  });
}

/** What a run hands over as rows, and another as lines: the kernel writes some of these. */
async function matchBoth(table: Table): Promise<{ rows: MatchRow[]; lines: string }> {
  const rows: MatchRow[] = [];
  const lines: Buffer[] = [];
  await matchTable({ ...table, options: { ...table.options, onRows: (batch) => void rows.push(...batch) } });
  const onLines = (bytes: Uint8Array): void => void lines.push(Buffer.from(bytes));
  await matchTable({ ...table, options: { ...table.options, onLines } });
  return { rows, lines: Buffer.concat(lines).toString() };
}

function formatRows(rows: MatchRow[], lang: 'zh' | 'en'): string {
  const { explain } = matchMessagesFor(lang);
  return formatCsv(
    rows.map((row) => [
      ...Object.values(row).map((value) => value ?? ''),
      explain(row.status, row.evidence, row.registryCode),
    ]),
  );
}

test('lines of CSV say what the rows say', async () => {
  await fc.assert(
    fc.asyncProperty(registryExport, registryExport, langs, async (text, registry, lang) => {
      const options = { codeColumns: [columns.codeColumn], nameColumn: columns.nameColumn, lang };
      const { rows, lines } = await matchBoth({ text, registry, rangeBytes: 64, options });
      expect(lines).toBe(formatRows(rows, lang));
    }),
    { numRuns: 60 },
  );
});

/** What makes a name one that the kernel does not write. */
const nameParts = fc.constantFrom(
  ...['甲', '乙丙丁戊己庚辛壬', '有限公司', '一', '鿿', '㐀', '𠀀', '（集团）', '(中国)', '《报》', '·', '〇', '䷀'],
  ...['A', 'abc', ' ', '-', '.', '&', '=1', '+', '@', "'", '1', '12345', '1234567', '１２３', '①', '\u00b2'],
  ...[
    '11010519491231002',
    '11010519491231002X',
    '110105491231002',
    '"',
    ',',
    '\t',
    '\n',
    '\r\n',
    '\ufffd',
    '\u200b',
    '\\',
  ],
);
const name = fc.array(nameParts, { maxLength: 6 }).map((parts) => parts.join(''));
const record = fc.record({ code: rightCode, name, isQuoted: fc.boolean(), isShort: fc.boolean(), first: nameParts });

function quote(cell: string, isQuoted: boolean): string {
  return isQuoted || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Codes that no registry has, under names of all kinds. */
const absentTable = fc
  .record({
    records: fc.array(record, { minLength: 1, maxLength: 60 }),
    isPlain: fc.boolean(),
    nameColumn: fc.constantFrom(0, 2, 3),
    lineBreak: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ records, isPlain, nameColumn, lineBreak }) => {
    const heads = ['备注甲', '备注乙', '备注丙', '备注丁'];
    heads[1] = '统一社会信用代码';
    heads[nameColumn] = '企业名称';
    const rows = records.map(({ code, name, isQuoted, isShort, first }) => {
      const cells = [quote(isPlain ? '说明' : first, false), quote(code, isQuoted && !isPlain), '乙', '丙'];
      cells[nameColumn] = quote(isPlain ? name.replace(/["\r\n]/g, '') : name, isQuoted && !isPlain);
      return cells.slice(0, isShort && !isPlain ? 3 : 4).join(',');
    });
    return { text: [heads.join(','), ...rows, ''].join(lineBreak), columns: { code: 2, name: nameColumn + 1 } };
  });

test('lines of codes about which the registry says nothing are those of their rows, whatever the names', async () => {
  await fc.assert(
    fc.asyncProperty(absentTable, langs, fc.constantFrom(200, undefined), async (table, lang, rangeBytes) => {
      const { code, name } = table.columns;
      const options = { codeColumns: [code], nameColumn: name, lang };
      const registry = '统一社会信用代码,企业名称\n91350100M000100Y43,福州某某公司\n';
      const { rows, lines } = await matchBoth({
        text: table.text,
        registry,
        options,
        ...(rangeBytes === undefined ? {} : { rangeBytes }),
      });
      expect(lines).toBe(formatRows(rows, lang));
    }),
    { numRuns: 150 },
  );
});

function codeOf(index: number): string {
  const body = String(10_000_000 + index * 37);
  const first17 = `91350100${body}${organizationCheckCharacter(body)}`;
  return first17 + checkCharacter(first17);
}

test('a long table of plain names: every line has its row, its line, its code and its name', async () => {
  const names = Array.from({ length: 3000 }, (_, index) =>
    index % 97 === 5 ? `="${index}` : `某${index}号（集团）公司`,
  );
  const codes = names.map((_, index) => codeOf(index));
  const body = names.map((name, index) => `${quote(name, false)},${codes[index]}`);
  const text = `企业名称,统一社会信用代码\n${body.join('\n')}\n`;
  const { rows, lines } = await matchBoth({
    text,
    registry: '统一社会信用代码,企业名称\n91350100M000100Y43,福州某某公司\n',
    options: { lang: 'zh' },
  });
  expect(rows.map(({ row, line, code, name }) => [row, line, code, name])).toEqual(
    names.map((name, index) => [index + 1, index + 2, codes[index], maskCell(name)]),
  );
  expect(lines).toBe(formatRows(rows, 'zh'));
});

test('lines that come to far more than the table are all there', async () => {
  const codes = Array.from({ length: 1200 }, (_, index) => codeOf(index));
  const { rows, lines } = await matchBoth({
    path: `${'长'.repeat(1500)}.csv`,
    text: `统一社会信用代码,企业名称\n${codes.map((code) => `${code},甲`).join('\n')}\n`,
    registry: '统一社会信用代码,企业名称\n91350100M000100Y43,福州某某公司\n',
    options: { lang: 'zh' },
  });
  expect(rows.map(({ code }) => code)).toEqual(codes);
  expect(lines).toBe(formatRows(rows, 'zh'));
});

test('where a range is cut into parts, what the registry knows stands among what it does not', async () => {
  const count = 40_000;
  const isKnown = (index: number): boolean => index % 700 === 3;
  const body = Array.from({ length: count }, (_, index) => {
    const code = codeOf(index);
    return `${index % 1000 === 7 ? code.replace(/.$/, code.endsWith('A') ? 'B' : 'A') : code},某${index}号公司`;
  });
  const known = Array.from({ length: count }, (_, index) => index).filter(isKnown);
  const registry = known.map((index) => `${codeOf(count + index)},某${index}号公司\n`);
  const { rows, lines } = await matchBoth({
    text: `统一社会信用代码,企业名称\n${body.join('\n')}\n`,
    registry: `统一社会信用代码,企业名称\n${registry.join('')}`,
    options: { lang: 'zh' },
  });
  expect(rows.map(({ row }) => row)).toEqual(body.map((_, index) => index + 1));
  expect(rows.filter(({ evidence }) => evidence === 'same-name').map(({ row }) => row - 1)).toEqual(known);
  expect(lines === formatRows(rows, 'zh')).toBe(true);
});
