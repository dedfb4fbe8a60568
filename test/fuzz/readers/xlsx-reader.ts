import { nameColumn } from '../../tables/archives.ts';
import type { Choices } from './choices.ts';
import { badNumbers, chooseTable, damageBytes, type FuzzedReader, type ReaderCase, writePlain } from './table.ts';
import { chooseXmlStyle, damageTree, type Element, element, writeXml } from './xml-tree.ts';
import { chooseZip, type ZipMember } from './zip-fields.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const space = { 'xml:space': 'preserve' };

/** Texts of a workbook: those that are listed apart, and how a cell says one. */
function chooseCell(text: string, at: string, strings: Element[], choose: Choices): Element {
  const place: Record<string, string> = choose.oneIn(5) ? {} : { r: at };
  const runs = (): Element[] => {
    const middle = choose.below(text.length + 1);
    // A run must not part what is one character.
    const cut = /[\udc00-\udfff]/.test(text.charAt(middle)) ? 0 : middle;
    return [text.slice(0, cut), text.slice(cut)].map((part) => element('r', {}, element('t', space, part)));
  };
  const kind = choose.below(4);
  if (kind === 0) return element('c', { ...place, t: 'inlineStr' }, element('is', {}, element('t', space, text)));
  if (kind === 1) return element('c', { ...place, t: 'inlineStr' }, element('is', {}, ...runs()));
  if (kind === 2) return element('c', { ...place, t: 'str' }, element('f', {}, 'A1&""'), element('v', {}, text));
  const phonetic = choose.oneIn(3) ? [element('rPh', { sb: '0', eb: '1' }, element('t', {}, 'x'))] : [];
  strings.push(element('si', {}, ...(choose.oneIn(2) ? runs() : [element('t', space, text)]), ...phonetic));
  return element('c', { t: 's', ...place }, element('v', {}, String(strings.length - 1)));
}

interface Parts {
  workbook: Element;
  relations: Element;
  sheet: Element;
  strings: Element;
  styles: Element;
}

function chooseParts(rows: string[][], choose: Choices): Parts {
  const strings: Element[] = [];
  const listed = rows.map((cells, row) => {
    const made = cells.map((text, column) => chooseCell(text, `${nameColumn(column)}${row + 1}`, strings, choose));
    return element('row', choose.oneIn(5) ? {} : { r: String(row + 1) }, ...made);
  });
  const relation = (id: string, kind: string, target: string): Element =>
    element('Relationship', { Id: id, Type: `${kinds}/${kind}`, Target: target });
  const prefix = choose.pick(['', '/xl/']);
  return {
    workbook: element(
      'workbook',
      { xmlns: main, 'xmlns:r': kinds },
      ...(choose.oneIn(2) ? [element('workbookPr', {})] : []),
      element('sheets', {}, element('sheet', { name: 'S', sheetId: '1', 'r:id': 'r1' })),
    ),
    relations: element(
      'Relationships',
      { xmlns: relations },
      relation('r1', 'worksheet', `${prefix}worksheets/sheet1.xml`),
      relation('r2', 'sharedStrings', `${prefix}sharedStrings.xml`),
      relation('r3', 'styles', `${prefix}styles.xml`),
    ),
    sheet: element(
      'worksheet',
      { xmlns: main },
      ...(choose.oneIn(2) ? [element('dimension', { ref: choose.pick(['A1:C4', 'A1', 'A1:XFD1048576']) })] : []),
      element('sheetData', {}, ...listed),
      ...(choose.oneIn(3) ? [element('autoFilter', { ref: 'A1:C9' })] : []),
    ),
    strings: element('sst', { xmlns: main, count: String(choose.pick([strings.length, ...badNumbers])) }, ...strings),
    styles: element(
      'styleSheet',
      { xmlns: main },
      element('cellXfs', { count: '2' }, element('xf', { numFmtId: '0' }), element('xf', { numFmtId: '14' })),
    ),
  };
}

function writeParts(parts: Parts, choose: Choices): ZipMember[] {
  const name = (part: keyof Parts): string =>
    ({
      workbook: 'xl/workbook.xml',
      relations: 'xl/_rels/workbook.xml.rels',
      sheet: 'xl/worksheets/sheet1.xml',
      strings: 'xl/sharedStrings.xml',
      styles: 'xl/styles.xml',
    })[part];
  const declaration = choose.pick(['<?xml version="1.0" encoding="UTF-8"?>\n', '', '\ufeff<?xml version="1.0"?>']);
  const written = Object.entries(parts).map(([part, root]) => ({
    name: name(part as keyof Parts),
    data: Buffer.from(declaration + writeXml(root as Element, chooseXmlStyle(choose))),
  }));
  const root = element(
    'Relationships',
    { xmlns: relations },
    element('Relationship', { Id: 'b', Type: `${kinds}/officeDocument`, Target: 'xl/workbook.xml' }),
  );
  return [
    {
      name: '[Content_Types].xml',
      data: Buffer.from('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    },
    { name: '_rels/.rels', data: Buffer.from(writeXml(root)) },
    ...written,
  ];
}

/** Features that change what is read: merged cells, dates, numbers, formulas, cells out of place. */
function addFeatures({ sheet }: Parts, choose: Choices): void {
  const data = sheet.content.find((each) => typeof each !== 'string' && each.tag === 'sheetData') as Element;
  const at = (): string => `${choose.pick(['A', 'B', 'C', 'XFD', 'ZZZZ', ''])}${choose.pick(badNumbers)}`;
  const cells = Array.from({ length: 1 + choose.below(6) }, () =>
    element(
      'c',
      { r: at(), t: choose.pick(['n', 's', 'b', 'e', 'd', 'str', 'x']), s: String(choose.pick(badNumbers)) },
      ...(choose.oneIn(3) ? [element('f', { t: 'shared', si: '0', ref: `${at()}:${at()}` })] : []),
      element('v', {}, String(choose.pick(badNumbers))),
    ),
  );
  data.content.splice(
    choose.below(data.content.length + 1),
    0,
    element('row', { r: String(choose.pick(badNumbers)) }, ...cells),
  );
  if (choose.oneIn(2)) {
    const merged = Array.from({ length: 1 + choose.below(5) }, () => element('mergeCell', { ref: `${at()}:${at()}` }));
    sheet.content.push(element('mergeCells', { count: String(choose.pick(badNumbers)) }, ...merged));
  }
}

function write(choose: Choices): ReaderCase {
  const rows = chooseTable(choose);
  const parts = chooseParts(rows, choose);
  const kind = choose.below(5);
  if (kind === 0) {
    const members = choose.shuffle(writeParts(parts, choose));
    return { name: 'a.xlsx', bytes: chooseZip(members, choose, false), same: writePlain(rows) };
  }
  if (kind === 1) addFeatures(parts, choose);
  else damageTree(choose.pick(choose.shuffle(Object.values(parts) as Element[])), choose);
  let members = writeParts(parts, choose);
  if (kind === 3) {
    const part = choose.below(members.length);
    members = members.map((each, index) => (index === part ? { ...each, data: damageBytes(each.data, choose) } : each));
  }
  if (kind === 4) members.splice(choose.below(members.length), 1);
  return { name: 'a.xlsx', bytes: chooseZip(members, choose, choose.oneIn(8)) };
}

export const xlsxReader: FuzzedReader = { name: 'xlsx', write };
