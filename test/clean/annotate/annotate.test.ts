import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTables } from '../../../src/check/check.ts';
import { annotate } from '../../../src/clean/annotate/annotate.ts';
import { createDuplicateMarks } from '../../../src/clean/annotate/duplicate-marks.ts';
import { validate } from '../../../src/index.ts';
import { checkRegistry } from '../../../src/node/registry.ts';
import { createPlatform, inputOf } from '../../engine/platform.ts';

const added = ['partition', 'issue', 'normalized', 'suggestion', 'duplicate'];

async function annotateFile(table: string | Buffer, options: object = {}): Promise<Buffer> {
  const parts: Buffer[] = [];
  await checkRegistry([Buffer.from(table)], {
    ...options,
    onAnnotated: (bytes) => void parts.push(Buffer.from(bytes)),
  });
  return Buffer.concat(parts);
}

const read = (bytes: Buffer): string[][] => parse(bytes, { bom: true, relax_column_count: true });

/** Right, pilot-era, with a wrong check character, an organization code, nothing, in small letters. */
const codes = ['91110000600037341L', '91350211M0000XUF46', '911100006000373411', '600037341', '', '91110000710926094p'];
const names = ['甲公司', '乙,公司', '丙"公司', ''];

describe('every record with its verdict', () => {
  test('says what validate says, and which duplicate it is of', async () => {
    const record = fc.tuple(fc.constantFrom(...codes), fc.constantFrom(...names));
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 12 }), async (records) => {
        const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
        const lines = records.map(([code, name], index) => `${index},${code},${quote(name)}`);
        const [header, ...rows] = read(await annotateFile(`序号,统一社会信用代码,企业名称\n${lines.join('\n')}\n`));
        expect(header).toEqual(['序号', '统一社会信用代码', '企业名称', ...added]);
        expect(rows.map((row) => row.slice(0, 3))).toEqual(
          records.map(([code, name], index) => [String(index), code, name]),
        );
        for (const [index, row] of rows.entries()) {
          const [code = ''] = records[index] ?? [];
          const { partition, normalized, issues } = validate(code);
          expect(row.slice(3, 6)).toEqual([partition, issues[0]?.code ?? '', normalized]);
          const same = records.filter(([other]) => other.toUpperCase() === code.toUpperCase());
          const known = new Set(same.map(([, name]) => name).filter((name) => name !== ''));
          const isUnnamed = same.some(([, name]) => name === '');
          const kind = known.size > 1 ? 'conflicting' : isUnnamed ? 'unnamed' : 'repeated';
          expect(row[7]).toBe(code !== '' && same.length > 1 ? kind : '');
        }
      }),
      { numRuns: 60 },
    );
  });

  test('suggests for what is erroneous only', async () => {
    const [, ...rows] = read(await annotateFile('代码,统一社会信用代码\n1,911100006000373411\n2,91110000600037341L\n'));
    expect(rows.map((row) => row[5])).toEqual(['91110000600037341L', '']);
  });

  test('of a cell that only begins with a code, it says what validate says of the whole', async () => {
    const [code = ''] = codes;
    const cells = [
      code,
      `"${code}"`,
      `${code}X`,
      `"${code}X"`,
      `"${code} "`,
      `${code} `,
      ` ${code}`,
      `"${code}X,z"`,
      `"${code}""`,
    ];
    const text = (header: string, rows: string[]): string => `${header}\n${rows.join('\n')}\n`;
    for (const table of [
      text(
        '统一社会信用代码,企业名称',
        cells.map((cell) => `${cell},甲`),
      ),
      text(
        '企业名称,统一社会信用代码',
        cells.map((cell) => `甲,${cell}`),
      ),
    ]) {
      const [header = [], ...rows] = read(await annotateFile(table));
      const column = header.indexOf('统一社会信用代码');
      expect(rows.length).toBe(cells.length);
      for (const row of rows) {
        const { partition, normalized, issues } = validate(row[column] ?? '');
        expect(row.slice(2, 5)).toEqual([partition, issues[0]?.code ?? '', normalized]);
      }
    }
  });

  test('keeps columns in line: short records are filled up, cells beyond the header come last', async () => {
    const [, short, long] = read(
      await annotateFile('名称,统一社会信用代码,备注\n甲,91110000600037341L\n乙,91110000600037341L,x,y,z\n'),
    );
    expect(short).toEqual(['甲', '91110000600037341L', '', 'conforming', '', '91110000600037341L', '', 'conflicting']);
    expect(long?.slice(3)).toEqual(['conforming', '', '91110000600037341L', '', 'conflicting', 'y', 'z']);
  });

  test('an open quote does not swallow what is added, nor a cell that a spreadsheet would run', async () => {
    const [, open, formula] = read(await annotateFile('名称,统一社会信用代码\n"甲,91110000600037341L\n乙,=1+1\n'));
    expect(open).toEqual(['"甲', '91110000600037341L', 'conforming', '', '91110000600037341L', '', '']);
    expect(formula?.[4]).toBe("'=1+1");
  });

  test('GB18030 stays, UTF-16 becomes UTF-8, line breaks stay', async () => {
    const text = '名称,统一社会信用代码\r\n甲公司,91110000600037341L\r\n';
    const gbk = Buffer.from(
      'c3fbb3c62ccdb3d2bbc9e7bbe1d0c5d3c3b4fac2eb0d0abcd7b9abcbbe2c39313131303030303630303033373334314c0d0a',
      'hex',
    );
    expect(new TextDecoder('gb18030').decode(gbk)).toBe(text);
    const expected = text
      .replace('代码\r', `代码,${added.join(',')}\r`)
      .replace('341L\r', '341L,conforming,,91110000600037341L,,\r');
    expect(new TextDecoder('gb18030').decode(await annotateFile(gbk))).toBe(expected);
    expect((await annotateFile(Buffer.from(`\ufeff${text}`, 'utf16le'))).toString()).toBe(`\ufeff${expected}`);
  });

  test('what is parted by several characters stays so', async () => {
    const table = '名称||统一社会信用代码\n甲公司||91110000600037341L\n';
    expect((await annotateFile(table, { delimiter: '||' })).toString()).toBe(
      `\ufeff名称||统一社会信用代码||${added.join('||')}\n甲公司||91110000600037341L||conforming||||91110000600037341L||||\n`,
    );
  });

  test('ranges of any width give the same', async () => {
    const rows = Array.from({ length: 2000 }, (_, index) => `公司${index},${codes[index % codes.length]}`);
    const table = `名称,统一社会信用代码\n${rows.join('\n')}\n`;
    const marks = createDuplicateMarks();
    const parts: Buffer[] = [];
    const { scan } = await checkTables([inputOf(table)], {}, createPlatform(4096), { compared: marks.add });
    expect(scan.ranges.length).toBeGreaterThan(5);
    await annotate(scan, marks, { onAnnotated: (bytes) => void parts.push(Buffer.from(bytes)) });
    expect(Buffer.concat(parts).equals(await annotateFile(table))).toBe(true);
  });

  test('tables whose columns differ are refused before anything is written', async () => {
    const handed: Uint8Array[] = [];
    const other = Buffer.from('统一社会信用代码,名称\n91110000600037341L,甲\n');
    await expect(
      checkRegistry([Buffer.from('名称,统一社会信用代码\n甲,91110000600037341L\n'), other], {
        onAnnotated: (bytes) => void handed.push(bytes),
      }),
    ).rejects.toMatchObject({ refusal: { kind: 'different-columns' } });
    expect(handed).toEqual([]);
  });
});
