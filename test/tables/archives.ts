import { crc32, deflateRawSync } from 'node:zlib';

/** Writers of zip archives and workbooks that share nothing with what reads them. */

export interface Member {
  name: string | Buffer;
  data: string | Buffer;
  /** Default: deflated. */
  isStored?: boolean;
  isEncrypted?: boolean;
  /** What the directory says, where that is not so. */
  claimedBytes?: number;
  /** Bytes before the end of what stands there already at which the directory says that it begins. */
  backBytes?: number;
}

export function writeZip(members: Member[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, isStored = false, isEncrypted = false, claimedBytes, backBytes = 0 } of members) {
    const nameBytes = Buffer.isBuffer(name) ? name : Buffer.from(name);
    const bytes = Buffer.from(data);
    const packed = isStored ? bytes : deflateRawSync(bytes);
    const flags = (Buffer.isBuffer(name) ? 0 : 0x800) | (isEncrypted ? 1 : 0);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(flags, 2);
    facts.writeUInt16LE(isStored ? 0 : 8, 4);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(claimedBytes ?? bytes.length, 18);
    facts.writeUInt16LE(nameBytes.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at - backBytes, 10);
    directory.push(Buffer.from('504b01021400', 'hex'), facts, place, nameBytes);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), facts, nameBytes, packed]);
    parts.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, list, end]);
}

export interface TestSheet {
  name: string;
  /** What stands in `<sheetData>`. */
  rows: string;
  /** Behind it: `<mergeCells>` and the like. */
  after?: string;
  state?: 'hidden' | 'veryHidden';
}

export interface TestWorkbook {
  sheets: TestSheet[];
  /** What stands in `<sst>`. */
  strings?: string;
  styles?: string;
  is1904?: boolean;
  /** In front of the root element of every sheet. */
  prolog?: string;
  /** Prefix of the elements of sheets and strings: `x:`. */
  prefix?: string;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function listWorkbookMembers(workbook: TestWorkbook): Member[] {
  const { sheets, strings, styles, is1904 = false, prolog = '', prefix = '' } = workbook;
  const relation = (id: number | string, kind: string, target: string): string =>
    `<Relationship Id="r${id}" Type="${kinds}/${kind}" Target="${target}"/>`;
  const space = prefix === '' ? `xmlns="${main}"` : `xmlns:${prefix.slice(0, -1)}="${main}"`;
  const listed = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="r${index}"/>`,
  );
  return [
    {
      name: '[Content_Types].xml',
      data: `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    },
    {
      name: '_rels/.rels',
      data: `${declaration}<Relationships xmlns="${relations}">${relation('b', 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `${declaration}<workbook xmlns="${main}" xmlns:r="${kinds}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `${declaration}<Relationships xmlns="${relations}">${sheets.map((_, index) => relation(index, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('')}${strings === undefined ? '' : relation('s', 'sharedStrings', 'sharedStrings.xml')}${styles === undefined ? '' : relation('f', 'styles', 'styles.xml')}</Relationships>`,
    },
    ...sheets.map(({ rows, after = '' }, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      data: `${declaration}${prolog}<${prefix}worksheet ${space}><${prefix}dimension ref="A1:H100"/><${prefix}sheetData>${rows}</${prefix}sheetData><${prefix}autoFilter ref="A1:H100"/>${after}</${prefix}worksheet>`,
    })),
    ...(strings === undefined
      ? []
      : [{ name: 'xl/sharedStrings.xml', data: `${declaration}<${prefix}sst ${space}>${strings}</${prefix}sst>` }]),
    ...(styles === undefined
      ? []
      : [{ name: 'xl/styles.xml', data: `${declaration}<styleSheet xmlns="${main}">${styles}</styleSheet>` }]),
  ];
}

export function writeWorkbook(workbook: TestWorkbook): Buffer {
  return writeZip(listWorkbookMembers(workbook));
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** `AB` for 27. */
export function nameColumn(column: number): string {
  return (column >= 26 ? nameColumn(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** Rows of text cells, inline. */
export function writeRows(rows: string[][]): string {
  const cell = (text: string, row: number, column: number): string =>
    text === ''
      ? `<c r="${nameColumn(column)}${row + 1}" s="0"/>`
      : `<c r="${nameColumn(column)}${row + 1}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
  return rows
    .map((cells, row) => `<row r="${row + 1}">${cells.map((text, column) => cell(text, row, column)).join('')}</row>`)
    .join('\n');
}
