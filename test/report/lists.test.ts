import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { DUPLICATES_HEADER, formatDuplicates } from '../../src/report/lists/duplicates-csv.ts';
import { FINDINGS_HEADER, formatFindings } from '../../src/report/lists/findings-csv.ts';
import { sampleDuplicates, sampleFindings } from './sample.ts';

const files = ['城区.csv', 'county/b.txt'];

test('columns, after a byte order mark', () => {
  expect(FINDINGS_HEADER).toBe(
    '\ufefffile,row,line,severity,issue,code,normalized,explanation,suggestion,authority,region,name,unit,sheet,sheet_row\r\n',
  );
  expect(DUPLICATES_HEADER).toBe('\ufeffgroup,kind,code,file,row,line,name,unit,sheet,sheet_row\r\n');
});

test('findings: a row for the issue and one for each listed note', () => {
  const text = FINDINGS_HEADER + formatFindings(sampleFindings, { files, sheets: [], lang: 'zh', notes: false });
  const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
  expect(rows.map(({ row, severity, issue }) => `${row} ${severity} ${issue}`)).toEqual([
    '12 error check-digit',
    '12 info authority-category',
    '1 warning missing',
    '2 info pilot-era',
  ]);
  expect(rows[0]).toMatchObject({
    file: '城区.csv',
    row: '12',
    line: '13',
    code: '9935 0100M000100Y44',
    normalized: '99350100M000100Y44',
    suggestion: '99350100M000100Y43',
    authority: '9',
    region: '350100',
    name: '甲"乙",丙公司',
  });
  expect(rows[0]?.explanation).toMatch(/校验码/);
  // A cell that a spreadsheet would run.
  expect(rows[2]).toMatchObject({ code: "'=无", suggestion: '', name: '' });
});

test('findings with every note', () => {
  const text =
    FINDINGS_HEADER + formatFindings(sampleFindings, { files, sheets: ['有限公司', null], lang: 'en', notes: true });
  const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
  expect(rows.map(({ row, severity, issue }) => `${row} ${severity} ${issue}`)).toEqual([
    '12 error check-digit',
    '12 info authority-category',
    '12 info format',
    '1 warning missing',
    '2 info pilot-era',
    '3 info region-unlisted',
  ]);
});

test('duplicates: a row per record', () => {
  const text = DUPLICATES_HEADER + formatDuplicates(sampleDuplicates, files, [null, '乙表']);
  const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
  expect(rows).toHaveLength(5);
  expect(rows[1]).toEqual({
    group: '1',
    kind: 'conflicting',
    code: '91350100M000100Y43',
    file: 'county/b.txt',
    row: '3',
    line: '4',
    name: '乙公司',
    unit: '',
    sheet: '乙表',
    sheet_row: '4',
  });
  const [unknown] = sampleDuplicates.map((record) => ({ ...record, kind: null, name: null }));
  expect(formatDuplicates(unknown === undefined ? [] : [unknown], files, [null])).toBe(
    '1,,91350100M000100Y43,城区.csv,5,6,,,,\r\n',
  );
});
