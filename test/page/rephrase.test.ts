import { expect, test } from 'vitest';
import { inputMessagesFor } from '../../src/messages/input/index.ts';
import { reportMessagesFor } from '../../src/messages/report/index.ts';
import { rephrase } from '../../src/page/rephrase.ts';

test.each(['zh', 'en'] as const)('%s: what the engine says of flags, the page says of its own fields', (lang) => {
  const input = inputMessagesFor(lang);
  const { warning } = reportMessagesFor(lang);
  const said = [
    input.noCodeColumn('a.csv', ['x']),
    input.severalCodeColumns('a.csv', ['x', 'y']),
    input.columnNotThere('a.csv', 'z', '--code-column', ['x'], null),
    input.columnNotThere('a.csv', 'z', '--name-column', ['x'], 'y'),
    input.unclearEncoding('a.csv', 3, 7),
    input.tooManyUnits('a.csv', 'x', 1000),
    input.noSheet('a.xlsx', 'S', ['T']),
    input.needsXlsLibrary('a.xls'),
    input.warning.hiddenSheet('a.xlsx#S'),
    input.warning.sheetWithoutCodes('a.xlsx#S'),
    warning.undecodable({ file: 'a.csv', line: 1, count: 2 }),
    warning.noNames({ file: 'a.csv' }),
    reportMessagesFor(lang).moreWarnings('3'),
  ];
  for (const text of said) expect(rephrase(text, lang)).not.toMatch(/--|e965/);
  // These cannot be had in a page: the command is named.
  expect(rephrase(input.expandsTooFar('a.zip', '64 GB'), lang)).toMatch(/命令行|the command/);
  expect(rephrase(input.expandsTooSteeply('a.zip', 250), lang)).toMatch(/命令行|the command/);
});
