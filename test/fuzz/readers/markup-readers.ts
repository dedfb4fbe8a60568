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
import { chooseXmlStyle, damageTree, type Element, element, listElements, writeXml } from './xml-tree.ts';

const office = 'urn:schemas-microsoft-com:office:spreadsheet';

/** A sheet of XML Spreadsheet 2003. */
function writeWorkbook2003(rows: string[][]): Element {
  const cell = (text: string): Element => element('Cell', {}, element('Data', { 'ss:Type': 'String' }, text));
  const listed = rows.map((cells) => element('Row', {}, ...cells.map(cell)));
  return element(
    'Workbook',
    { xmlns: office, 'xmlns:ss': office },
    element('Worksheet', { 'ss:Name': 'S' }, element('Table', {}, ...listed)),
  );
}

function writeXmlWorkbook(choose: Choices): ReaderCase {
  const rows = chooseTable(choose);
  const root = writeWorkbook2003(rows);
  const kind = choose.below(3);
  if (kind !== 0) addAttributes(root, ['ss:Index', 'ss:MergeAcross', 'ss:MergeDown', 'ss:Type'], choose);
  if (kind === 2) damageTree(root, choose);
  const head = choose.pick([
    '<?xml version="1.0"?>\n',
    '<?xml version="1.0" encoding="utf-8"?><?mso-application progid="Excel.Sheet"?>',
  ]);
  const bytes = Buffer.from(head + writeXml(root, chooseXmlStyle(choose)));
  if (kind === 0) return { name: 'a.xls', bytes, same: writePlain(rows) };
  return { name: 'a.xls', bytes: choose.oneIn(4) ? damageBytes(bytes, choose) : bytes };
}

/** Attributes that say how far a cell reaches, or where it stands. */
function addAttributes(root: Element, names: readonly string[], choose: Choices): void {
  const all = listElements(root);
  for (let left = 1 + choose.below(5); left > 0; left--) {
    choose.pick(all).attributes.push([choose.pick(names), String(choose.pick(badNumbers))]);
  }
}

function writePage(rows: string[][], choose: Choices, kind: number): string {
  const cell = (text: string): Element => element(choose.pick(['td', 'th']), {}, text);
  const table = element('table', {}, ...rows.map((cells) => element('tr', {}, ...cells.map(cell))));
  const noise = [
    element('script', {}, 'if (a < b) document.write("<table>")'),
    element('style', {}, 'td > p {}'),
    element('div', {}, '<!-- x -->'),
  ];
  const root = element('html', {}, element('body', {}, ...noise.slice(0, choose.below(4)), table));
  if (kind !== 0) addAttributes(root, ['colspan', 'rowspan'], choose);
  if (kind === 2) damageTree(root, choose);
  const text = writeXml(root, { ...chooseXmlStyle(choose), isLong: true, between: choose.pick(['', '\n', '\r\n  ']) });
  const lost = ['</td>', '</tr>', '</table>', '<', '>', '"', '<!--', '<script>', '<style', '</', '<td colspan=99999>'];
  if (kind !== 3) return text;
  const pieces = text.split(/(?=<)/);
  for (let left = 1 + choose.below(4); left > 0; left--) {
    const more = Array.from({ length: choose.pick([1, 3, 2000]) }, () => choose.pick(lost)).join('');
    pieces.splice(choose.below(pieces.length), choose.below(3), more);
  }
  return pieces.join('');
}

function writeHtml(choose: Choices): ReaderCase {
  const rows = chooseTable(choose);
  const kind = choose.below(4);
  const page = writePage(rows, choose, kind);
  return {
    name: choose.pick(['a.xls', 'a.html']),
    bytes: Buffer.from(page),
    ...(kind === 0 ? { same: writePlain(rows) } : {}),
  };
}

function writeMhtml(choose: Choices): ReaderCase {
  const rows = chooseTable(choose);
  const kind = choose.below(4);
  const page = Buffer.from(writePage(rows, choose, kind));
  const mark = choose.pick(['b', '----=_NextPart_01', '=_x']);
  const packing = choose.pick(['base64', 'quoted-printable', '8bit']);
  const packed = {
    base64: page.toString('base64').replace(/.{76}/g, '$&\r\n'),
    'quoted-printable': page
      .toString('latin1')
      .replace(/[^ -<>-~]|=/g, (each) => `=${each.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`),
    '8bit': page.toString('latin1'),
  }[packing];
  const lines = [
    'MIME-Version: 1.0',
    `Content-Type: multipart/related;\r\n\tboundary="${mark}"`,
    '',
    `--${mark}`,
    'Content-Type: text/html;\r\n charset="utf-8"',
    `Content-Transfer-Encoding: ${packing}`,
    '',
    packed ?? '',
    `--${mark}--`,
    '',
  ];
  for (let left = kind === 0 ? 0 : choose.below(4); left > 0; left--) {
    const at = choose.below(lines.length);
    const more = choose.pick(['a:', ' ', ...lines, ...badTexts]);
    lines.splice(at, choose.below(2), ...Array.from({ length: choose.pick([1, 40, 400]) }, () => more));
  }
  const bytes = Buffer.from(lines.join('\r\n'), 'latin1');
  return { name: 'a.mht', bytes, ...(kind === 0 ? { same: writePlain(rows) } : {}) };
}

function writeSylk(choose: Choices): ReaderCase {
  const rows = chooseTable(choose);
  const cells = rows.flatMap((row, at) =>
    row.map((text, column) => `C;Y${at + 1};X${column + 1};K"${text.replaceAll('"', '""').replaceAll(';', ';;')}"`),
  );
  const lines = ['ID;PWXL;N;E', 'P;PGeneral', ...cells, 'E'];
  const kind = choose.below(3);
  for (let left = kind === 0 ? 0 : 1 + choose.below(5); left > 0; left--) {
    const more = `C;Y${choose.pick(badNumbers)};X${choose.pick(badNumbers)};K${choose.pick(badTexts)}`;
    lines.splice(1 + choose.below(lines.length), choose.below(3), choose.pick([more, 'F;X5', 'C;', 'C;K"', 'E']));
  }
  const bytes = Buffer.from(lines.join(choose.pick(['\r\n', '\n', '\r'])));
  if (kind === 0) return { name: 'a.slk', bytes, same: writePlain(rows) };
  return { name: 'a.slk', bytes: kind === 1 ? bytes : damageBytes(bytes, choose) };
}

export const markupReaders: FuzzedReader[] = [
  { name: 'xml', write: writeXmlWorkbook },
  { name: 'html', write: writeHtml },
  { name: 'mhtml', write: writeMhtml },
  { name: 'sylk', write: writeSylk },
];
