import { decodePoint, type Encoder, sizeOf } from './utf8.ts';

/**
 * GB18030 out: the platform can only read it, so the table is read backwards, once.
 *
 *   one byte     00–7F                                    ASCII
 *   two bytes    81–FE, 40–7E 80–FE                       23,940 characters, all of GBK
 *   four bytes   81–FE, 30–39, 81–FE, 30–39               the rest of Unicode, in order
 */
export function makeGb18030Encoder(): Encoder {
  const table = readTable();
  return (utf8) => {
    const target = new Uint8Array(utf8.length * 2);
    let at = 0;
    for (let from = 0; from < utf8.length; ) {
      const lead = utf8[from] ?? 0;
      if (lead < 0x80) {
        target[at++] = lead;
        from++;
        continue;
      }
      const point = decodePoint(utf8, from);
      from += sizeOf(lead);
      const code = point < 0x10000 ? (table[point] ?? 0) : fourBytes(linearAstral + point - 0x10000);
      if (code > 0xffff) {
        target[at++] = code >>> 24;
        target[at++] = (code >>> 16) & 0xff;
      }
      target[at++] = (code >>> 8) & 0xff;
      target[at++] = code & 0xff;
    }
    return target.subarray(0, at);
  };
}

/** Number of the four-byte sequence 90 30 81 30, which is U+10000. */
const linearAstral = 189_000;
/** Four-byte sequences that hold the rest of the Basic Multilingual Plane: 81 30 81 30 to 84 31 A4 39. */
const linearCount = 39_420;

/** The bytes of every character below U+10000, as a number of two or four bytes. */
function readTable(): Uint32Array {
  const table = new Uint32Array(0x10000);
  for (let number = 0; number < linearCount; number += 10) enter(table, number, 10, fourBytes, 4);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    enter(table, 0, 190, (trail) => (lead << 8) | (trail < 63 ? 0x40 + trail : 0x41 + trail), 2);
  }
  return table;
}

/** Decodes `count` sequences one after another, each followed by a newline that keeps them apart. */
function enter(table: Uint32Array, from: number, count: number, codeOf: (n: number) => number, size: number): void {
  const bytes = new Uint8Array(count * (size + 1)).fill(0x0a);
  for (let index = 0; index < count; index++) {
    const code = codeOf(from + index);
    for (let at = 0; at < size; at++) bytes[index * (size + 1) + at] = (code >>> (8 * (size - 1 - at))) & 0xff;
  }
  new TextDecoder('gb18030')
    .decode(bytes)
    .split('\n')
    .forEach((text, index) => {
      if (text.length === 1 && text !== '\ufffd') table[text.charCodeAt(0)] = codeOf(from + index);
    });
}

function fourBytes(linear: number): number {
  const fourth = 0x30 + (linear % 10);
  const third = 0x81 + (Math.floor(linear / 10) % 126);
  const second = 0x30 + (Math.floor(linear / 1260) % 10);
  const first = 0x81 + Math.floor(linear / 12_600);
  return ((first << 24) | (second << 16) | (third << 8) | fourth) >>> 0;
}
