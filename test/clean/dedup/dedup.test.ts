import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../../src/check/check.ts';
import { dateOrder } from '../../../src/clean/dedup/date-order.ts';
import type { DedupOptions } from '../../../src/clean/dedup/dedup-report.ts';
import { UsccError } from '../../../src/code/error.ts';
import { shapes } from '../../../src/generate/options.ts';
import { generateRegistry } from '../../../src/generate/registry.ts';
import { byteOrderMarks, makeEncoder, type OutputEncoding, outputEncodings } from '../../../src/write/encoder.ts';
import { registryExport } from '../../check/exports.ts';
import { createPlatform, inputOf } from '../../engine/platform.ts';
import { cutLines, dedupBytes, readRows, resolveNaively } from './dedup-run.ts';

const columns = { code: 1, name: 0, date: 2 };
const named = { codeColumn: '统一社会信用代码', nameColumn: '企业名称' };

function encode(text: string, encoding: OutputEncoding): Buffer {
  const body = makeEncoder(encoding)(new TextEncoder().encode(text));
  return Buffer.concat([Buffer.from(byteOrderMarks[encoding]), body]);
}

function decode(bytes: Uint8Array, encoding: OutputEncoding): string {
  return new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding).decode(bytes);
}

async function countRepeated(bytes: Uint8Array): Promise<number | undefined> {
  const report = await check([inputOf(bytes)], named, createPlatform());
  return report.duplicates.repeated?.codes;
}

/** What stands in front of the rows of a list, and the rows. */
function readList(text: string, delimiter: string, count: number): { values: string[]; cells: string[] }[] {
  return readRows(text, delimiter).map(({ cells }) => ({ values: cells.slice(0, count), cells: cells.slice(count) }));
}

describe.each(shapes)('shape %s', (shape) => {
  test.each(outputEncodings)('in %s: kept and removed rows make the input again', async (encoding) => {
    const options = { rows: 400, seed: 5, errors: 0.05, duplicates: 0.2, shape };
    const text = Buffer.concat([...generateRegistry(options)]).toString();
    const delimiter = shape === 'tab' ? '\t' : ',';
    const rows = readRows(text, delimiter);
    const { removed } = resolveNaively(rows, { code: 0, name: 1, date: 2 }, {});
    expect(removed.size).toBeGreaterThan(10);
    const gone = rows.filter(({ row }) => removed.has(row));
    const expected = encode(cutLines(text, delimiter, gone), encoding);
    for (const rangeBytes of [undefined, 3000]) {
      const outcome = await dedupBytes([encode(text, encoding)], {}, rangeBytes);
      expect(outcome.kept.equals(expected)).toBe(true);
      const list = readList(decode(outcome.removed, encoding), delimiter, 6);
      expect(list.map(({ cells }) => cells)).toEqual(gone.map(({ cells }) => cells));
      expect(list.map(({ values }) => values)).toEqual(
        gone.map(({ row, line }) => ['0.csv', `${row}`, `${line}`, 'repeated', '0.csv', `${removed.get(row)}`]),
      );
      expect(outcome.report).toMatchObject({ records: rows.length, kept: rows.length - gone.length, skipped: 0 });
    }
  });
});

const rules: DedupOptions[] = [
  {},
  { keep: { rule: 'last' } },
  { keep: { rule: 'most-complete' } },
  { keep: { rule: 'newest', column: '成立日期' } },
  { keep: { rule: 'oldest', column: 3 } },
  { conflicts: 'drop' },
  { conflicts: 'drop', keep: { rule: 'newest', column: '成立日期' } },
  { conflicts: 'separate' },
  { by: 'organization' },
  { by: 'organization', keep: { rule: 'last' } },
  { by: 'organization', conflicts: 'drop', keep: { rule: 'last' } },
  { by: 'organization', conflicts: 'separate', keep: { rule: 'newest', column: '成立日期' } },
  { by: 'code+name' },
  { by: 'code+name', keep: { rule: 'last' } },
];

/** Dates in the third column that make the rules differ; a line of nothing but 2021年3月4日 would be a signature. */
const datedExport = registryExport.chain((text) =>
  fc
    .array(fc.constantFrom('2020-01-01', '2021.3.4', '20190102', '2022/2/2', '不详', ' '), {
      minLength: 40,
      maxLength: 40,
    })
    .map((dates) => {
      let at = 0;
      return text.replace(/2020-01-01/g, () => dates[at++ % 40] ?? '');
    }),
);

test.each(rules)('what goes and what stays is what a plain reading of the rules says: %j', async (options) => {
  await fc.assert(
    fc.asyncProperty(datedExport, fc.constantFrom(undefined, 1, 7, 64), async (text, rangeBytes) => {
      const delimiter = text.charAt(4);
      const rows = readRows(text, delimiter);
      const { removed, conflicting } = resolveNaively(rows, columns, options);
      const isGone = (row: number): boolean =>
        removed.has(row) || (options.conflicts === 'separate' && conflicting.has(row));
      const outcome = await dedupBytes([Buffer.from(text)], { ...named, ...options }, rangeBytes);
      const gone = rows.filter(({ row }) => isGone(row));
      expect(outcome.kept.toString()).toBe(cutLines(text, delimiter, gone));
      const list = readList(outcome.removed.toString(), delimiter, 6);
      expect(list.map(({ values }) => [Number(values[1]), Number(values[5])])).toEqual(
        [...removed].sort(([a], [b]) => a - b),
      );
      const cellsOf = (row: number): string[] => rows[row - 1]?.cells ?? [];
      for (const { values, cells } of list) expect(cells).toEqual(cellsOf(Number(values[1])));
      const conflicts = readList(outcome.conflicts.toString(), delimiter, 4);
      const inConflict = [...conflicting].sort(([a], [b]) => a - b);
      const groups = [...new Set(inConflict.map(([, group]) => group))];
      expect(conflicts.map(({ values }) => [Number(values[0]), Number(values[2])])).toEqual(
        inConflict.map(([row, group]) => [groups.indexOf(group) + 1, row]),
      );
      for (const { values, cells } of conflicts) expect(cells).toEqual(cellsOf(Number(values[2])));
      expect(outcome.report.kept).toBe(rows.length - gone.length);
      expect(outcome.report.removed.repeated + outcome.report.removed.conflicting).toBe(removed.size);
      expect(await countRepeated(outcome.kept)).toBe(0);
      const again = await dedupBytes([outcome.kept], { ...named, ...options }, rangeBytes);
      expect(again.kept.equals(outcome.kept)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

describe('by organization code', () => {
  const header = '统一社会信用代码,企业名称,成立日期\n';
  test.each([
    [
      'what has no right one is compared by its text',
      [
        '440301103097413,甲',
        'X1110101MA0000007T,甲',
        '440301103097413,甲',
        '91110101MA0000007A,乙',
        '91110101MA0000007A,乙',
      ],
      [2, 4],
    ],
    [
      'a code, its taxpayer number and its organization code',
      ['91110101MA0000007T,甲', '110101MA0000007,甲', 'MA0000007,', 'MA000000-7,甲'],
      [1, 2, 3],
    ],
    ['a pilot-era code and a common one', ['91350211M0000XUF46,甲', '91350211M0000XUF4R,甲'], [1]],
    ['in a conflict one code repeats', ['91110101MA0000007T,', '91110101MA0000007T,甲', '37110101MA0000007E,乙'], [0]],
  ] as const)('%s', async (_, rows, gone) => {
    const { kept, report } = await dedupBytes([Buffer.from(header + rows.map((row) => `${row},\n`).join(''))], {
      by: 'organization',
    });
    const stay = rows.filter((_, index) => !(gone as readonly number[]).includes(index));
    expect(kept.toString()).toBe(header + stay.map((row) => `${row},\n`).join(''));
    expect(report.removed).toEqual({ repeated: gone.length, conflicting: 0 });
  });
});

test('several files become one table under the first header', async () => {
  await fc.assert(
    fc.asyncProperty(registryExport, registryExport, async (first, second) => {
      fc.pre(first.charAt(4) === second.charAt(4));
      const delimiter = first.charAt(4);
      // The last record of the first file has no line break of its own.
      const open = first.slice(0, -1);
      const { kept, removed, report } = await dedupBytes(
        [open, second].map((text) => Buffer.from(text)),
        named,
        7,
      );
      const rows = readRows(first + second.slice(second.indexOf('\n') + 1), delimiter);
      const naive = resolveNaively(rows, columns, {});
      const stay = rows.filter(({ row }) => !naive.removed.has(row)).map(({ cells }) => cells);
      expect(readRows(kept.toString(), delimiter).map(({ cells }) => cells)).toEqual(stay);
      expect(readList(removed.toString(), delimiter, 6).length).toBe(naive.removed.size);
      expect(report.kept).toBe(stay.length);
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['columns', '代码,名称\n', '代码,名字\n', {}],
  ['a column more', '代码,名称\n', '代码,名称,日期\n', {}],
  ['delimiters', '代码,名称\n', '代码;名称\n', {}],
])('files that differ in %s are refused', async (_, first, second) => {
  const row = (header: string): Buffer => Buffer.from(header + header.replace('代码', '91350100M000100Y43'));
  const files = [row(first), row(second)];
  await expect(dedupBytes(files, { codeColumn: 1, nameColumn: 2 })).rejects.toThrow(UsccError);
});

test('files in different outputEncodings are refused; one of nothing but ASCII agrees with either', async () => {
  const text = 'uscc,name\n91350100M000100Y43,甲公司\n';
  const files = [encode(text, 'utf-8'), encode(text, 'gb18030')];
  await expect(dedupBytes(files)).rejects.toMatchObject({
    refusal: { kind: 'different-encodings', encoding: 'gb18030', first: { encoding: 'utf-8' } },
  });
  const plain = Buffer.from('uscc,name\n91350100M000100Y43,abc\n');
  expect((await dedupBytes([plain, files[1] as Buffer])).report.kept).toBe(2);
});

test('without names only rows that are the same throughout are repeated', async () => {
  const text = 'uscc,日期\n91350100M000100Y43,1\n91350100M000100Y43,1\n91350211M0000XUF46,1\n91350211M0000XUF46,2\n';
  const { kept, report } = await dedupBytes([Buffer.from(text)]);
  expect(kept.toString()).toBe('uscc,日期\n91350100M000100Y43,1\n91350211M0000XUF46,1\n91350211M0000XUF46,2\n');
  expect(report.duplicates.conflicting).toEqual({ codes: 1, records: 2, excess: 1 });
  await expect(dedupBytes([Buffer.from(text)], { by: 'code+name' })).rejects.toMatchObject({
    refusal: { kind: 'needs-names', remedies: [{ kind: 'name-column' }] },
  });
});

test('a repetition stays where an open quote would be closed without it', async () => {
  const row = '91350100M000100Y43,甲公司\n';
  const filler = Array.from({ length: 96 }, (_, at) => `X${at},\n`).join('');
  const text = `uscc,name\n1,"open\n${row}${row}${row}${filler}2,"closed"\n`;
  const before = readRows(text, ',');
  const { kept, report } = await dedupBytes([Buffer.from(text)]);
  expect(report.skipped).toBe(2);
  expect(readRows(kept.toString(), ',')).toEqual(before);
});

test('a repetition stays that holds an open quote itself: among the removed rows it might be closed', async () => {
  const text = 'uscc,name,n\n91350100M000100Y43,甲,1\n91350100M000100Y43,甲,"2\n91350211M0000XUF46,乙,3\n';
  const { kept, removed, report } = await dedupBytes([Buffer.from(text)]);
  expect(report).toMatchObject({ kept: 3, skipped: 1 });
  expect(kept.toString()).toBe(text);
  expect(readRows(removed.toString(), ',')).toEqual([]);
});

test('dates are read however clerks write them', () => {
  const day = dateOrder('2023-07-01');
  for (const text of [
    '2023/7/1',
    '2023年7月1日',
    '20230701',
    '2023.07.01',
    ' 2023 年 7 月 1 日',
    '２０２３－７－１',
    '45108',
  ]) {
    expect(dateOrder(text), text).toBe(day);
  }
  expect(dateOrder('2023-07-01 08:30:00')).toBe((day ?? 0) + 8.5 * 3_600_000);
  expect(dateOrder('2023-07-01T08:30')).toBe((day ?? 0) + 8.5 * 3_600_000);
  expect(dateOrder('2023年7月')).toBe(day);
  for (const text of ['', '不详', '2023-02-30', '2023-13-01', '长期', '1/7/2023', '91350100']) {
    expect(dateOrder(text), text).toBeNull();
  }
});
