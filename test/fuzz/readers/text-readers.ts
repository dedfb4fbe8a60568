import { byteOrderMarks, makeEncoder, outputEncodings } from '../../../src/write/encoder.ts';
import type { Choices } from './choices.ts';
import {
  badNumbers,
  badTexts,
  chooseTable,
  damageBytes,
  type FuzzedReader,
  type ReaderCase,
  writePlain,
} from './table.ts';

const encoders = outputEncodings.map((encoding) => {
  const encode = makeEncoder(encoding);
  return (text: string): Uint8Array =>
    Buffer.concat([Buffer.from(byteOrderMarks[encoding]), encode(new TextEncoder().encode(text))]);
});

const delimiters = [',', '\t', ';', '|', '^', '~', '#', '@', '!', '，', '\x01', '\x1f', '||', '@@', '|+|'];

/** Pieces of dialects, where they do not belong. */
const scraps = [
  '"',
  '""',
  '\\"',
  '\\',
  "'",
  '\n',
  '\r',
  '\r\n',
  '\0',
  '\x1a',
  ...delimiters,
  '="',
  '"\n',
  ',"',
  '\n"',
  '\ufeff',
  'a:\r\n',
  'sep=;\n',
  '（',
];

function writeDelimited(choose: Choices): ReaderCase {
  const rows = chooseTable(choose);
  const delimiter = choose.pick(delimiters);
  const isQuoted = !choose.oneIn(3);
  const quote = (cell: string): string => {
    const needsQuotes = [delimiter, '"', '\n'].some((each) => cell.includes(each));
    return isQuoted || needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
  };
  const end = choose.pick(['\n', '\r\n', '\r']);
  const lines = rows.map((cells) => cells.map(quote).join(delimiter));
  const kind = choose.below(4);
  const encode = choose.pick(encoders);
  const name = choose.pick(['a.csv', 'a.txt']);
  if (kind === 0) {
    // In these no delimiter is part of a cell, and each is found by itself.
    const isCertain = isQuoted && delimiter.length === 1 && ',\t;'.includes(delimiter);
    const bytes = encode(`${lines.join(end)}${choose.pick(['', end, end + end])}`);
    return { name, bytes, ...(isCertain ? { same: writePlain(rows) } : {}) };
  }
  for (let left = 1 + choose.below(6); left > 0; left--) {
    const at = choose.below(lines.length);
    const line = lines[at] ?? '';
    const place = choose.below(line.length + 1);
    const scrap = choose.oneIn(4) ? choose.pick(badTexts) : choose.pick(scraps);
    lines[at] =
      line.slice(0, place) + scrap.repeat(choose.pick([1, 2, 50, 3000])) + line.slice(place + choose.below(4));
    if (choose.oneIn(4))
      lines.splice(at, 0, line, choose.pick(['合计', '', delimiter.repeat(choose.below(40)), lines[0] ?? '']));
  }
  const bytes = encode(lines.join(choose.oneIn(4) ? choose.pick(['\n', '\r']) : end));
  return { name, bytes: kind === 3 ? damageBytes(bytes, choose) : bytes };
}

function writeSql(choose: Choices): ReaderCase {
  const rows = chooseTable(choose);
  const [header = [], ...records] = rows;
  const text = (cell: string): string =>
    `'${cell.replaceAll('\\', '\\\\').replaceAll("'", choose.pick(["''", "\\'"]))}'`;
  const name = choose.pick(['t', '`t`', '"public"."t"', '[dbo].[t]', 'db.t']);
  const [open, close] = choose.pick([
    ['`', '`'],
    ['"', '"'],
    ['[', ']'],
    ['', ''],
  ] as const);
  const space = choose.pick([' ', '\n', '  ', ' /* ; ( */ ', ' -- x\n']);
  const columns = `(${header.map((each) => open + each + close).join(`,${space}`)})`;
  const verb = choose.pick(['INSERT INTO', 'insert into', 'REPLACE INTO', 'INSERT IGNORE INTO']);
  const tuple = (cells: string[]): string => `(${cells.map(text).join(`,${space}`)})`;
  const isCopied = choose.oneIn(4);
  const isTogether = choose.oneIn(2);
  const copied = (cell: string): string => cell.replaceAll('\\', '\\\\').replaceAll('\t', '\\t');
  const lists = isTogether ? [records] : records.map((each) => [each]);
  const statements = isCopied
    ? [
        `COPY t (${header.map((each) => `"${each}"`).join(', ')}) FROM stdin;\n${records.map((cells) => `${cells.map(copied).join('\t')}\n`).join('')}\\.\n`,
      ]
    : lists.map((list) => `${verb} ${name} ${columns} VALUES${space}${list.map(tuple).join(`,${space}`)};`);
  const heads = [
    '',
    '-- dump\n',
    '/*!40101 SET NAMES utf8 */;\n',
    'SET x = 1;\nBEGIN;\n',
    `CREATE TABLE t (${header.map((each) => `\`${each}\` varchar(18)`).join(', ')});\n`,
  ];
  const dump = `${choose.pick(heads)}${statements.join('\n')}\n${choose.pick(['', 'COMMIT;\n', '-- end'])}`;
  const kind = choose.below(3);
  if (kind === 0) return { name: 'a.sql', bytes: Buffer.from(dump), same: writePlain(rows) };
  const pieces = dump.split(/(?=[,();'"`\n])/);
  const marks = [
    "'",
    '"',
    '`',
    '(',
    ')',
    ',',
    ';',
    '--',
    '/*',
    '*/',
    '\\',
    "\\'",
    'VALUES',
    'INSERT INTO t VALUES (',
    '\\.',
    'COPY t FROM stdin;\n',
    '$$',
    "E'",
    "N'",
    '0x',
    'NULL',
    'CREATE TABLE t (',
  ];
  for (let left = 1 + choose.below(5); left > 0; left--) {
    const mark = choose.oneIn(3)
      ? String(choose.pick(badNumbers))
      : choose.oneIn(2)
        ? choose.pick(badTexts)
        : choose.pick(marks);
    pieces.splice(choose.below(pieces.length), choose.below(3), mark.repeat(choose.pick([1, 1, 20, 3000])));
  }
  const bytes = Buffer.from(pieces.join(''));
  return { name: 'a.sql', bytes: kind === 2 && choose.oneIn(2) ? damageBytes(bytes, choose) : bytes };
}

export const textReaders: FuzzedReader[] = [
  { name: 'delimited', write: writeDelimited },
  { name: 'sql', write: writeSql },
];
