import { expect, test } from 'vitest';
import { UsccError } from '../../src/code/error.ts';
import { checkAll, useFolder } from '../node/check.ts';

/*
 * A few bytes that would cost far more than they are: elements in one another, cells far out, spans that reach on, what is opened and never
 * closed. Each of these ran for minutes, or out of memory. Nothing is timed: a test that goes on for ever fails by itself.
 */

const folder = useFolder();
const header = '统一社会信用代码';
const office =
  'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"';
const sheet = (rows: string): string =>
  `<?xml version="1.0"?><Workbook ${office}><Worksheet ss:Name="S"><Table>${rows}</Table></Worksheet></Workbook>`;
const page = (rows: string): string => `<html><table><tr><td>${header}</td></tr>${rows}</table></html>`;
const far = Array.from({ length: 9000 }, (_, index) => `C;Y${index + 1};X16384;K1`).join('\n');

const cases: [what: string, name: string, text: string, why: RegExp][] = [
  ['elements in one another', 'deep.xls', sheet('<Row>'.repeat(100_000)), /nested too deep/],
  [
    'cells of a sheet far out',
    'far.xls',
    sheet('<Row><Cell ss:Index="16384"><Data/></Cell></Row>'.repeat(9000)),
    /1,000,000 cells/,
  ],
  [
    'sheets of rows far down',
    'rows.xls',
    sheet('<Row ss:Index="1048576"/></Table></Worksheet><Worksheet><Table>'.repeat(99)),
    /1,000,000 cells/,
  ],
  [
    'a wide sheet, and a code over rows far down',
    'merged.xls',
    sheet(
      `<Row><Cell><Data>${header}</Data></Cell><Cell ss:Index="999"><Data>x</Data></Cell></Row><Row><Cell ss:MergeDown="16777216"><Data>91110000600037341L</Data></Cell></Row>`,
    ),
    /1,000,000 cells/,
  ],
  [
    'cells of a page that reach far',
    'wide.html',
    page('<tr><td colspan="99999">x</td></tr>'.repeat(9000)),
    /1,000,000 cells/,
  ],
  [
    'cells of a page that reach far both ways',
    'both.html',
    page('<tr><td colspan=99999 rowspan=99999>x</td></tr>'.repeat(4000)),
    /1,000,000 cells/,
  ],
  [
    'a code over rows without cells',
    'down.html',
    page(`<tr><td colspan=9999></td><td rowspan=65535>91110000600037341L</td></tr>${'<tr>'.repeat(60_000)}`),
    /1,000,000 cells/,
  ],
  ['scripts that do not end', 'scripts.html', `${page('')}${'<script>'.repeat(100_000)}`, /no row below/],
  ['cells of SYLK far out', 'far.slk', `ID;PWXL\n${far}\nE\n`, /1,000,000 cells/],
  [
    'arrays in one another',
    'a.json',
    `[{"${header}":${'['.repeat(100_000)}${']'.repeat(100_000)}}]`,
    /nested too deep/,
  ],
  ['objects in one another', 'o.json', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, /nested too deep/],
  ['lines that look like those of a web archive', 'head.csv', `${'a:\r\n'.repeat(900)}x\n`, /no column/],
];

test.each(cases)('%s', async (_, name, text, why) => {
  const failure: unknown = await checkAll([folder.write(name, text)]).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UsccError);
  expect((failure as UsccError).message).toMatch(why);
});
