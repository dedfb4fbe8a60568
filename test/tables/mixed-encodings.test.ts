import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tellLine } from '../../src/tables/mixed-encodings.ts';
import { makeGb18030Encoder } from '../../src/write/gb18030.ts';
import { checkAll, useFolder } from '../node/check.ts';

const folder = useFolder();
const encode = makeGb18030Encoder();
const encodeGb18030 = (text: string): Uint8Array => encode(Buffer.from(text)).slice();
const codes = ['91110000600037341L', '9144030071526726XG', '91110000710926094P'];
const header = '企业名称,统一社会信用代码\n';

function makeRows(count: number, name: string): string {
  return Array.from({ length: count }, (_, row) => `${name}${row}有限公司,${codes[row % 3]}\n`).join('');
}

describe('UTF-8 and GBK in one file: every line is read in its own, and said', () => {
  test.each([
    ['UTF-8 first', Buffer.from(header + makeRows(50, '甲')), encodeGb18030(makeRows(40, '乙')), 52, 40],
    ['GBK first', encodeGb18030(header + makeRows(50, '甲')), Buffer.from(makeRows(3, '乙')), 52, 3],
    ['a mark first', Buffer.from(`\ufeff${header}${makeRows(9, '甲')}`), encodeGb18030(makeRows(9, '乙')), 11, 9],
    ['far down', Buffer.from(header + makeRows(20_000, '甲')), encodeGb18030(makeRows(2_000, '乙')), 20_002, 2_000],
    [
      'far down, the other way',
      encodeGb18030(header + makeRows(20_000, '甲')),
      Buffer.from(makeRows(2_000, '乙')),
      20_002,
      2_000,
    ],
  ])('%s', async (_, first, second, line, count) => {
    const path = folder.write('mixed.csv', Buffer.concat([first, second]));
    const { report, duplicates } = await checkAll([path]);
    expect(report.counts.conforming).toBe(report.records);
    expect(report.warnings).toContainEqual(expect.objectContaining({ code: 'mixed-encodings', line, count }));
    const names = new Set(duplicates.map(({ name }) => name?.replace(/\d+/, '')));
    expect(names).toEqual(new Set(['甲有限公司', '乙有限公司']));
    expect(report.files[0]?.nameColumn).toBe('企业名称');
  });
});

test('a file in one encoding is not mixed', async () => {
  for (const bytes of [Buffer.from(header + makeRows(500, '联通')), encodeGb18030(header + makeRows(500, '联通'))]) {
    const { report } = await checkAll([folder.write('one.csv', bytes)]);
    expect(report.warnings.map(({ code }) => code)).not.toContain('mixed-encodings');
  }
});

test('lines of Han are never taken for the other encoding', () => {
  const han = fc.string({
    unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code)),
    minLength: 3,
    maxLength: 40,
  });
  fc.assert(
    fc.property(han, (text) => {
      const utf8 = Buffer.from(text);
      const gbk = encodeGb18030(text);
      expect(tellLine(utf8, 0, utf8.length)).toBe('utf-8');
      // Characters that names are made of: GB 2312 has them. Others may be UTF-8 by chance.
      if (gbk.every((byte) => byte >= 0xa1)) expect(tellLine(gbk, 0, gbk.length)).not.toBe('utf-8');
    }),
    { numRuns: 2000 },
  );
});

test('GBK text padded with NUL and an end mark is text', async () => {
  const bytes = Buffer.concat([encodeGb18030(header + makeRows(5, '甲')), Buffer.alloc(3000), Buffer.from([0x1a])]);
  expect((await checkAll([folder.write('padded.csv', bytes)])).report.records).toBe(5);
});

test('GBK behind the mark of UTF-8 is GBK, and its first header is whole', async () => {
  const mark = Buffer.from([0xef, 0xbb, 0xbf]);
  const file = folder.write('mark.csv', Buffer.concat([mark, encodeGb18030(header + makeRows(5, '联通'))]));
  for (const encoding of ['auto', 'gb18030'] as const) {
    const { report } = await checkAll([file], { encoding });
    expect(report.files[0]).toMatchObject({
      encoding: 'gb18030',
      records: 5,
      nameColumn: header.split(',')[0]?.trim(),
    });
    expect(report.warnings.map(({ code }) => code)).not.toContain('undecodable');
  }
  // One bad byte in UTF-8 does not make it GBK.
  const bad = Buffer.concat([mark, Buffer.from(header + makeRows(500, '联通')), Buffer.from([0xff, 0x0a])]);
  expect((await checkAll([folder.write('bad.csv', bad)])).report.files[0]).toMatchObject({ encoding: 'utf-8' });
});

test('a table without a header, of GBK with bars that cut characters seem to swallow', async () => {
  const codes = ['91110000600037341L', '9144030071526726XG', '91110000710926094P'];
  const line = (code: string): Buffer =>
    Buffer.concat([encodeGb18030('1|某某商贸公司').subarray(0, -1), Buffer.from(`|${code}|x\n`)]);
  const { report } = await checkAll([folder.write('cut.txt', Buffer.concat(codes.map(line)))]);
  expect(report.counts).toMatchObject({ conforming: 3 });
  expect(report.warnings).toContainEqual(expect.objectContaining({ code: 'cut-characters', count: 3 }));
});
