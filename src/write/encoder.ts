import { makeGb18030Encoder } from './gb18030.ts';
import { decodePoint, type Encoder, sizeOf } from './utf8.ts';

/** Encodings that text is written in, the default first. */
export const outputEncodings = ['utf-8', 'utf-8-bom', 'gb18030', 'utf-16le', 'utf-16be'] as const;
export type OutputEncoding = (typeof outputEncodings)[number];

/** What stands before the first byte of text. */
export const byteOrderMarks: Readonly<Record<OutputEncoding, readonly number[]>> = {
  'utf-8': [],
  'utf-8-bom': [0xef, 0xbb, 0xbf],
  gb18030: [],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
};

/** Turns UTF-8 into an encoding, without a byte order mark. */
export function makeEncoder(encoding: OutputEncoding): Encoder {
  if (encoding === 'gb18030') return makeGb18030Encoder();
  if (encoding === 'utf-16le') return (utf8) => toUtf16(utf8, 0, 1);
  if (encoding === 'utf-16be') return (utf8) => toUtf16(utf8, 1, 0);
  return (utf8) => utf8;
}

/** `low` and `high` say which byte of a unit holds its lower and its higher half. */
function toUtf16(utf8: Uint8Array, low: number, high: number): Uint8Array {
  const target = new Uint8Array(utf8.length * 2);
  let at = 0;
  for (let from = 0; from < utf8.length; ) {
    const lead = utf8[from] ?? 0;
    let point = lead;
    if (lead < 0x80) from += 1;
    else {
      point = decodePoint(utf8, from);
      from += sizeOf(lead);
    }
    if (point >= 0x10000) {
      const first = 0xd7c0 + (point >> 10);
      target[at + low] = first & 0xff;
      target[at + high] = first >> 8;
      at += 2;
      point = 0xdc00 + (point & 0x3ff);
    }
    target[at + low] = point & 0xff;
    target[at + high] = point >> 8;
    at += 2;
  }
  return target.subarray(0, at);
}
