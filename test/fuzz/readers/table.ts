import { spellings } from '../../leaks/spellings.ts';
import type { Choices } from './choices.ts';

/** Codes of every kind: right ones, of which several are the same, and wrong ones. */
const codes = [
  '91110000600037341L',
  '91350100M000100Y43',
  '91440300192203821X',
  '91350211M0000XUF46',
  '91110000600037341M',
  '9111000060003734',
  '440301103097413',
  'MA0000005',
  '11010519491231002X',
  '无',
];
const names = [
  '甲有限公司',
  '乙(集团)股份有限公司',
  '上海"好又多"超市',
  "O'Brien & <b>Söhne</b>",
  '丙,丁;戊|己',
  '𠮷野家',
  'a\\b',
];

/** Numbers of which a careless reader allocates too much, or counts backwards. */
export const badNumbers = [
  0, 1, -1, 2, 7, 127, 128, 255, 256, 65535, 65536, 1048576, 1048577, 16777216, 2147483647, 2147483648, 4294967295,
  -2147483648, 9007199254740992, 1e21,
] as const;

/** Texts that stand where others are expected. */
export const badTexts = [
  '',
  ' ',
  '0',
  '-1',
  '1e999',
  'NaN',
  '4294967296',
  'XFD1048577',
  'AAAAAAA1',
  '../../../etc/passwd',
  '__proto__',
  'constructor',
  '\u0000',
  '\ufeff',
  '\ud800',
  '&#x110000;',
  '&#0;',
  ']]>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '"',
  "'",
  '\\',
  '%s',
  // One of 15 digits is none unless it is alone in a cell of names or remarks.
  ...spellings.filter((each) => !/^\d{15}$/.test(each)),
] as const;

/** A table of text, its header first. Cells have no line breaks, and no white space around them. */
export function chooseTable(choose: Choices): string[][] {
  const count = 2 + choose.below(6);
  const rows = Array.from({ length: count }, (_, index) => [
    index < 2 ? (codes[index] ?? '') : choose.pick(codes),
    choose.oneIn(6) ? `经营者${choose.pick(spellings).replace(/\s+/g, '')}` : choose.pick(names),
    String(choose.below(100)),
  ]);
  return [['统一社会信用代码', '企业名称', '数量'], ...rows];
}

/** A case: what is read; and the same table written plainly, where the report on both is the same. */
export interface ReaderCase {
  name: string;
  bytes: Uint8Array;
  same?: Uint8Array;
}

/** One reader, and how files for it are made of choices. */
export interface FuzzedReader {
  name: string;
  write(choose: Choices): ReaderCase;
}

/** The table as delimited text that leaves no doubt. */
export function writePlain(rows: string[][]): Uint8Array {
  const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  return Buffer.from(rows.map((cells) => `${cells.map(quote).join(',')}\n`).join(''));
}

/** Bytes changed, cut out, doubled and moved, as a bad line or disk does. */
export function damageBytes(bytes: Uint8Array, choose: Choices): Uint8Array {
  let now = Buffer.from(bytes);
  for (let left = 1 + choose.below(4); left > 0 && now.length > 0; left--) {
    const at = choose.below(now.length);
    const length = 1 + choose.below(64);
    const [before, part, after] = [now.subarray(0, at), now.subarray(at, at + length), now.subarray(at + length)];
    const kind = choose.below(6);
    if (kind === 0) now[at] = choose.below(256);
    else if (kind === 1 && at + 4 <= now.length) now.writeInt32LE(Number(choose.pick(badNumbers)) | 0, at);
    else if (kind === 2) now = Buffer.from(before);
    else if (kind === 3) now = Buffer.concat([before, after]);
    else if (kind === 4) now = Buffer.concat([before, part, part, after]);
    else now = Buffer.concat([before, after, part]);
  }
  return now;
}
