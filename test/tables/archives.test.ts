import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { checkAll, useFolder } from '../node/check.ts';
import { writeRows, writeWorkbook, writeZip } from './archives.ts';

const folder = useFolder();
const csv = '统一社会信用代码,企业名称\n91110000600037341L,甲\n91350100M000100Y43,乙\n';

describe('zip', () => {
  test('every table in it, what is none is said, what desktops add is not', async () => {
    const zip = writeZip([
      { name: '子/', data: '' },
      { name: '子/一.csv', data: csv },
      { name: '二.txt', data: csv },
      { name: '__MACOSX/._二.txt', data: 'x' },
      { name: '.DS_Store', data: 'x' },
      { name: 'readme.md', data: 'x' },
    ]);
    const { report } = await checkAll([folder.write('a.zip', zip)]);
    expect(report.files.map(({ path }) => path.replace(/.*a\.zip/, ''))).toEqual(['#子/一.csv', '#二.txt']);
    expect(report.files.map(({ bytes }) => bytes)).toEqual([Buffer.byteLength(csv), Buffer.byteLength(csv)]);
    expect(report.duplicates.codes).toBe(2);
    const skipped = report.warnings.find(({ code }) => code === 'skipped-files');
    expect(skipped?.message).toMatch(/readme\.md\.$/);
  });

  test('names in GBK', async () => {
    // 企业.csv
    const name = Buffer.from('c6f3d2b52e637376', 'hex');
    const { report } = await checkAll([folder.write('gbk.zip', writeZip([{ name, data: csv }]))]);
    expect(report.files[0]?.path).toMatch(/gbk\.zip#企业\.csv$/);
  });

  test('names are never paths', async () => {
    const temp = folder.path('temp');
    mkdirSync(temp);
    const names = [
      '../../out.csv',
      '/etc/out.csv',
      'C:\\out.csv',
      'a/../../out.csv',
      '\u0000.csv',
      `${'x'.repeat(5000)}.csv`,
    ];
    const zip = writeZip(names.map((name) => ({ name, data: csv })));
    const { report } = await checkAll([folder.write('paths.zip', zip)], { tempDir: temp });
    expect(report.records).toBe(12);
    expect(existsSync(folder.path('out.csv'))).toBe(false);
    expect(readdirSync(temp)).toEqual([]);
  });

  test.each<[string, () => Buffer, RegExp]>([
    ['a password', () => writeZip([{ name: 'a.csv', data: csv, isEncrypted: true }]), /password/],
    ['nothing in it', () => writeZip([]), /no tables/],
    ['no table in it', () => writeZip([{ name: 'a.doc', data: 'x' }]), /no tables/],
    ['a size that is not true', () => writeZip([{ name: 'a.csv', data: csv, claimedBytes: 10 }]), /not 10/],
    [
      'a size that no disk holds',
      () => writeZip([{ name: 'a.csv', data: csv, claimedBytes: 0xfffffff0 }]),
      /needed|not 4,294,967,280/,
    ],
    ['another format of workbook', () => writeZip([{ name: 'xl/workbook.bin', data: '' }]), /damaged/],
    [
      'OpenDocument',
      () =>
        writeZip([
          { name: 'mimetype', data: '' },
          { name: 'content.xml', data: '' },
        ]),
      /damaged/,
    ],
  ])('%s', async (_, data, message) => {
    await expect(checkAll([folder.write('bad.zip', data())])).rejects.toThrowError(message);
  });

  test('within itself, without end', async () => {
    let zip = writeZip([{ name: 'a.csv', data: csv }]);
    for (let depth = 1; depth < 4; depth++) zip = writeZip([{ name: 'a.zip', data: zip }]);
    expect((await checkAll([folder.write('deep.zip', zip)])).report.records).toBe(2);
    zip = writeZip([{ name: 'a.zip', data: zip }]);
    await expect(checkAll([folder.write('deeper.zip', zip)])).rejects.toThrowError(/more than 4 deep/);
  });

  test('the same bytes listed many times, or reaching into the next', async () => {
    const one = writeZip([{ name: 'a.csv', data: csv }]);
    const localBytes = one.indexOf('PK\u0001\u0002', 0, 'latin1');
    const same = writeZip([
      { name: 'a.csv', data: csv },
      { name: 'a.csv', data: csv, backBytes: localBytes },
    ]);
    await expect(checkAll([folder.write('same.zip', same)])).rejects.toThrowError(/lies over another/);
    const partly = writeZip([
      { name: 'a.csv', data: csv },
      { name: 'b.csv', data: csv, backBytes: 3 },
    ]);
    await expect(checkAll([folder.write('partly.zip', partly)])).rejects.toThrowError(/lies over another/);
    const directory = Buffer.from(one);
    directory.writeUInt32LE(localBytes, directory.length - 6);
    const last = Buffer.from(directory);
    last.writeUInt32LE(localBytes - 25, localBytes + 20);
    await expect(checkAll([folder.write('last.zip', last)])).rejects.toMatchObject({ code: 'input' });
  });
});

describe('what unpacks too far', () => {
  const zeros = Buffer.alloc(300 << 20, 0x20);
  const bombs: [string, () => Buffer][] = [
    ['bomb.csv.gz', () => gzipSync(zeros)],
    ['bomb.zip', () => writeZip([{ name: 'a.csv', data: zeros }])],
    ['bomb.xlsx', () => writeWorkbook({ sheets: [{ name: 'S', rows: '<x/>'.repeat(70 << 20) }] })],
    [
      'commas.xlsx',
      () =>
        writeWorkbook({
          sheets: [
            {
              name: 'S',
              rows: Array.from(
                { length: 40_000 },
                (_, row) => `<row r="${row + 1}"><c r="XFD${row + 1}"><v>1</v></c></row>`,
              ).join(''),
            },
          ],
        }),
    ],
  ];
  test.each(bombs)('%s', async (name, data) => {
    const temp = folder.path(`temp-${name}`);
    mkdirSync(temp);
    const path = folder.write(name, data());
    await expect(checkAll([path], { tempDir: temp })).rejects.toThrowError(/250 times/);
    expect(readdirSync(temp)).toEqual([]);
    await expect(checkAll([path], { maxExpandBytes: 1 << 20 })).rejects.toThrowError(/more than 1\.0 MB|--max-expand/);
  });

  test('archives in an archive count together, however little each holds', async () => {
    const temp = folder.path('temp-nested');
    mkdirSync(temp);
    const repeat = (name: string, data: Buffer, count: number): Buffer =>
      writeZip(Array.from({ length: count }, (_, index) => ({ name: `${index}${name}`, data })));
    const inner = repeat('.csv', Buffer.from(csv + '91110000600037341L,甲\n'.repeat(200_000)), 8);
    const gz = writeZip([{ name: 'a.csv.gz', data: gzipSync(csv + '91110000600037341L,甲\n'.repeat(200_000)) }]);
    for (const [name, data] of [
      ['nested.zip', repeat('.zip', repeat('.zip', inner, 8), 8)],
      ['gz.zip', repeat('.zip', repeat('.zip', gz, 8), 16)],
      [
        'workbooks.zip',
        repeat(
          '.xlsx',
          writeWorkbook({
            sheets: [{ name: 'S', rows: `<row><c><v>1</v></c></row>${'<row></row>'.repeat(1 << 19)}` }],
          }),
          64,
        ),
      ],
    ] as const) {
      const run = checkAll([folder.write(name, data)], { tempDir: temp });
      await expect(run, name).rejects.toThrowError(new RegExp(`${name}: unpacks to more than 250 times`));
      expect(readdirSync(temp)).toEqual([]);
    }
  });

  test('--max-expand is for all inputs together', async () => {
    const path = folder.write('small.csv.gz', gzipSync(csv));
    const size = Buffer.byteLength(csv);
    const copy = folder.write('copy.csv.gz', gzipSync(csv));
    expect((await checkAll([path, copy], { maxExpandBytes: 2 * size })).report.records).toBe(4);
    await expect(checkAll([path, copy], { maxExpandBytes: 2 * size - 1 })).rejects.toThrowError(/more than 167 B/);
  });
});

describe('gzip', () => {
  test('cut off, or with a byte changed', async () => {
    const packed = gzipSync(csv.repeat(50));
    for (const length of [3, 11, 40, packed.length - 9, packed.length - 1]) {
      const path = folder.write('cut.csv.gz', packed.subarray(0, length));
      await expect(checkAll([path]), `${length}`).rejects.toMatchObject({ code: 'input' });
    }
    const changed = Buffer.from(packed);
    changed[packed.length - 6] = (changed[packed.length - 6] ?? 0) ^ 1;
    await expect(checkAll([folder.write('changed.csv.gz', changed)])).rejects.toThrowError(/gzip is damaged/);
  });
});

test.each([
  ['zstd', '28b52ffd', /zstd/],
  ['7z', '377abcaf271c', /7z/],
  ['RAR', '526172211a0700', /RAR/],
  ['PDF', '255044462d312e37', /PDF/],
])('%s is named', async (_, bytes, message) => {
  await expect(checkAll([folder.write('x.csv', Buffer.from(bytes, 'hex'))])).rejects.toThrowError(message);
});

test.each([
  '<html><table>',
  '<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
  '<!DOCTYPE html>',
])('a web page without a table, called .xls: %s', async (text) => {
  await expect(checkAll([folder.write('x.xls', text)])).rejects.toThrowError(/damaged|no table/);
});

test('an interrupted run leaves nothing', async () => {
  const temp = folder.path('interrupted');
  mkdirSync(temp);
  const controller = new AbortController();
  const rows = Array.from({ length: 20_000 }, (_, index) => ['91110000600037341L', `甲${index}`]);
  const path = folder.write('big.xlsx', writeWorkbook({ sheets: [{ name: 'S', rows: writeRows(rows) }] }));
  const seen: string[] = [];
  const onProgress = ({ stage }: { stage: string }): void => {
    seen.push(stage);
    controller.abort();
  };
  const run = checkAll([path], { tempDir: temp, signal: controller.signal, onProgress });
  await expect(run).rejects.toMatchObject({ code: 'aborted' });
  expect(seen[0]).toBe('spool');
  expect(readdirSync(temp)).toEqual([]);
});

test('a folder for temporary files that is not there', async () => {
  const path = folder.write('t.csv.gz', gzipSync(csv));
  const run = checkAll([path], { tempDir: folder.path('nowhere') });
  await expect(run).rejects.toMatchObject({ code: 'output', message: expect.stringContaining('nowhere: ') });
});
