import { CFB, SSF, utils, write as writeBook } from '@e965/xlsx';
import { unzipSync } from 'fflate';
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
import { chooseZip } from './zip-fields.ts';

/** The formats that a library reads for us: what we have to hold is what it throws, and how long and how much it takes. */
type BookType = 'biff8' | 'biff5' | 'xlsb' | 'ods';

/** Those of the library itself: it writes whatever formats the damaged workbooks had that it has read. */
const formats = { ...SSF.get_table() };

function writeRows(rows: string[][], bookType: BookType): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'S');
  Object.assign(book, { SSF: { ...formats } });
  return Buffer.from(writeBook(book, { type: 'buffer', bookType, codepage: 936 } as never) as Uint8Array);
}

interface BinaryRecord {
  head: Buffer;
  data: Buffer;
}

/** Records of a stream: type and length in two bytes each. */
function readRecords(stream: Buffer): BinaryRecord[] {
  const records: BinaryRecord[] = [];
  for (let at = 0; at + 4 <= stream.length; ) {
    const end = at + 4 + stream.readUInt16LE(at + 2);
    records.push({ head: Buffer.from(stream.subarray(at, at + 4)), data: Buffer.from(stream.subarray(at + 4, end)) });
    at = end;
  }
  return records;
}

/** Records of .xlsb: type in one or two bytes, length in up to four, seven bits each. */
function readRecords12(stream: Buffer): BinaryRecord[] {
  const records: BinaryRecord[] = [];
  for (let at = 0; at < stream.length; ) {
    let head = at + ((stream[at] ?? 0) & 128 ? 2 : 1);
    let length = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = stream[head++] ?? 0;
      length |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    records.push({
      head: Buffer.from(stream.subarray(at, head)),
      data: Buffer.from(stream.subarray(head, head + length)),
    });
    at = head + length;
  }
  return records;
}

function damageRecords(records: BinaryRecord[], choose: Choices): Buffer {
  for (let left = 1 + choose.below(4); left > 0; left--) {
    const at = choose.below(records.length);
    const other = choose.pick(records);
    const record = records[at];
    if (record === undefined) break;
    const kind = choose.below(7);
    if (kind === 0) records.splice(at, 1);
    else if (kind === 1) records.splice(at, 0, ...Array.from({ length: choose.pick([1, 5, 1000]) }, () => other));
    else if (kind === 2) record.head = Buffer.concat([other.head.subarray(0, 2), record.head.subarray(2)]);
    else if (kind === 3) record.head.writeUInt8(choose.below(256), choose.below(record.head.length));
    else if (kind === 4 && record.data.length >= 4) {
      record.data.writeInt32LE(Number(choose.pick(badNumbers)) | 0, choose.below(record.data.length - 3));
    } else if (kind === 5 && record.data.length >= 2) {
      record.data.writeUInt16LE(Number(choose.pick(badNumbers)) & 0xffff, choose.below(record.data.length - 1));
    } else record.data = Buffer.from(damageBytes(record.data, choose));
  }
  return Buffer.concat(records.flatMap(({ head, data }) => [head, data]));
}

/** Sectors and directory of the container, as numbers of four bytes. */
function damageContainer(bytes: Buffer, choose: Choices): Buffer {
  const now = Buffer.from(bytes);
  for (let left = 1 + choose.below(3); left > 0; left--) {
    const at = choose.oneIn(2) ? choose.below(128) : choose.below(now.length >> 2);
    if (at >= 2)
      now.writeInt32LE(choose.pick([...badNumbers.map((each) => Number(each) | 0), -2, -3, choose.below(64)]), at * 4);
  }
  return now;
}

function writeCompound(bookType: 'biff8' | 'biff5', choose: Choices): ReaderCase {
  const rows = chooseTable(choose).map((cells) =>
    cells.map((cell) => (bookType === 'biff5' ? cell.replace(/[^\u0020-\u007e\u4e00-\u9fff]/gu, '') : cell)),
  );
  const whole = writeRows(rows, bookType);
  const kind = choose.below(4);
  if (kind === 0) return { name: 'a.xls', bytes: whole, ...(bookType === 'biff8' ? { same: writePlain(rows) } : {}) };
  if (kind === 1) return { name: 'a.xls', bytes: damageContainer(whole, choose) };
  const container = CFB.read(whole, { type: 'buffer' });
  const stream = CFB.find(container, '/Workbook') ?? CFB.find(container, '/Book');
  if (stream === null) throw new Error('no stream');
  stream.content = damageRecords(readRecords(Buffer.from(stream.content as Uint8Array)), choose);
  stream.size = stream.content.length;
  const bytes = Buffer.from(CFB.write(container, { type: 'buffer' }) as Uint8Array);
  return { name: 'a.xls', bytes: kind === 3 ? damageContainer(bytes, choose) : bytes };
}

function writePackage(bookType: 'xlsb' | 'ods', choose: Choices): ReaderCase {
  const rows = chooseTable(choose);
  const name = `a.${bookType}`;
  const members = Object.entries(unzipSync(writeRows(rows, bookType))).map(([part, data]) => ({
    name: part,
    data: data as Uint8Array,
  }));
  const kind = choose.below(4);
  if (kind === 0) return { name, bytes: chooseZip(members, choose, false), same: writePlain(rows) };
  const large = members.filter(({ name: part }) => /content\.xml|\.bin$|\.rels$|workbook/.test(part));
  const part = choose.pick(large.length === 0 ? members : large);
  if (kind === 1) members.splice(members.indexOf(part), 1);
  else if (part.name.endsWith('.bin')) part.data = damageRecords(readRecords12(Buffer.from(part.data)), choose);
  else part.data = kind === 2 ? damageText(part.data, choose) : damageBytes(part.data, choose);
  return { name, bytes: chooseZip(members, choose, choose.oneIn(8)) };
}

/** Numbers and texts of markup, each by another. */
function damageText(data: Uint8Array, choose: Choices): Uint8Array {
  const pieces = Buffer.from(data)
    .toString()
    .split(/("[^"]*"|>[^<]+<)/);
  for (let left = 1 + choose.below(4); left > 0; left--) {
    const at = 1 + 2 * choose.below(Math.max(1, pieces.length >> 1));
    const piece = pieces[at];
    if (piece === undefined) continue;
    const text = choose.oneIn(2) ? String(choose.pick(badNumbers)) : choose.pick(badTexts);
    pieces[at] = `${piece.charAt(0)}${text}${piece.at(-1)}`;
  }
  return Buffer.from(pieces.join(''));
}

export const workbookReaders: FuzzedReader[] = [
  { name: 'xls', write: (choose) => writeCompound(choose.pick(['biff8', 'biff5'] as const), choose) },
  { name: 'xlsb', write: (choose) => writePackage('xlsb', choose) },
  { name: 'ods', write: (choose) => writePackage('ods', choose) },
];
