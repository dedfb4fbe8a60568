// Records with a clean code of which a list says the same, each as a line of CSV, written where the host takes them from:
//
//   许可.csv,│1024│,│1025│,代码,absent,│91350100M000100Y43│,│甲公司│,,,,,,未登记…⏎
//   └ before    row  line  └─ between ──┘                    └name    └─ behind
//
// Every other record is handed over, with the place where what was written before it ends.

import { keyOf } from '../values/code';
import { lineCount, rowCount } from '../records/counts';
import { countHan, isBracket } from '../values/name';
import { copy, copyPiece, hasRoom, marks, pieceLength, put, putNumber, writtenTo } from './out';
import { cellEnd, findCell } from '../records/records';
import { delimiter, nameColumn, wanted } from '../records/settings';

const CODE_LENGTH: usize = 18;
const COMMA: u8 = 0x2c;
const BEFORE: usize = 0;
const BETWEEN: usize = 1;
const BEHIND: usize = 2;
/** Two numbers and three commas, at most. */
const NUMBER_BYTES: usize = 24;
/** Fifteen digits may be an ID number, or hold one. */
const MOST_DIGITS: i32 = 14;

let firstRow: u32 = 0;
let firstLine: u32 = 0;

/** Row and line of the first record, as the list counts them. */
export function startRows(row: u32, line: u32): void {
  firstRow = row;
  firstLine = line;
}

/** Writes a line for a record whose code cell starts at `code`; false when the host has to, or nobody asked for it. */
export function listRow(record: usize, end: usize, code: usize): bool {
  const slot = load<u32>(wanted + (<usize>rowCount << 2));
  if (slot == 0 || load<u8>(marks + slot - 1) == 0) return false;
  if (code == 0 || keyOf(code) == 0) return false;
  const past = code + CODE_LENGTH;
  if (past > end || (past < end && load<u8>(past) != delimiter)) return false;
  let name: usize = 0;
  let nameEnd: usize = 0;
  if (nameColumn >= 0) {
    name = findCell(record, end, nameColumn);
    nameEnd = cellEnd;
    if (name == 0 || !isPlainName(name, nameEnd)) return false;
  }
  const texts = pieceLength(BEFORE) + pieceLength(BETWEEN) + pieceLength(BEHIND);
  if (!hasRoom(texts + NUMBER_BYTES + CODE_LENGTH + (nameEnd - name))) return false;
  copyPiece(BEFORE);
  putNumber(firstRow + rowCount);
  put(COMMA);
  putNumber(firstLine + lineCount);
  copyPiece(BETWEEN);
  copy(code, CODE_LENGTH);
  put(COMMA);
  copy(name, nameEnd - name);
  copyPiece(BEHIND);
  return true;
}

/** Whether a name stands in a list as it stands in the file: nothing in it needs quotes, is a formula, or may be an ID number. */
function isPlainName(from: usize, to: usize): bool {
  let digits = 0;
  let isFirst = true;
  while (from < to) {
    const han = countHan(from);
    if (han > 0) {
      from += han * 3;
      isFirst = false;
      continue;
    }
    const byte = load<u8>(from);
    if (byte >= 0x80) {
      if (from + 3 > to || !isMark(byte, load<u8>(from + 1), load<u8>(from + 2))) return false;
      from += 3;
    } else {
      const isDigit = byte >= 0x30 && byte <= 0x39;
      const isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
      const isOther = byte == 0x28 || byte == 0x29 || byte == 0x20 || byte == 0x2d || byte == 0x2e || byte == 0x26;
      if (!isDigit && !isLetter && (isFirst || !isOther)) return false;
      if (isDigit && ++digits > MOST_DIGITS) return false;
      from++;
    }
    isFirst = false;
  }
  return true;
}

/** （） or what `isBracket` knows. */
function isMark(first: u8, second: u8, third: u8): bool {
  return (first == 0xef && second == 0xbc && (third == 0x88 || third == 0x89)) || isBracket(first, second, third);
}
