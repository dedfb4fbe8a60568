import { type ByteSource, readBytes } from './byte-source.ts';

/** What the bytes of a line are beyond doubt; null: ASCII, or either, or neither. */
type LineEncoding = 'utf-8' | 'gb18030' | null;

const LF = 0x0a;
/** Fewer characters than these may be either by chance. */
const fewestCharacters = 2;
/** As many are no chance any more. */
const sureCharacters = 4;
const sampleCount = 32;
const sampleBytes = 8 << 10;

/**
 * Whether lines of a source are UTF-8 and others GBK: files of two programs, one behind the other. Looks at its beginning, its end, and
 * pieces between, so that a part of more than a thirtieth is found.
 *
 *   head ▒▒▒▒▒ ─────── ▒ ─────── ▒ ─────── ▒ … ▒ end
 *
 * @param isHeadUtf8 the head is known to be UTF-8 that is more than ASCII
 * @param isUtf8 whether bytes are UTF-8 to the last, where something faster than looking at each can tell
 */
export async function isMixed(
  source: ByteSource,
  head: Uint8Array,
  isHeadUtf8 = false,
  isUtf8: (bytes: Uint8Array) => boolean = () => false,
): Promise<boolean> {
  const found = new Set<LineEncoding>(isHeadUtf8 ? ['utf-8'] : []);
  if (!isHeadUtf8) collect(head, found, source.size <= head.length);
  if (found.size === 0 || source.size <= head.length) return found.size > 1;
  const step = (source.size - head.length - sampleBytes) / (sampleCount - 1);
  for (let sample = 0; sample < sampleCount && found.size < 2; sample++) {
    const at = Math.max(head.length, Math.floor(head.length + sample * step));
    const bytes = await readBytes(source, at, sampleBytes);
    // It may begin and end within a character.
    const lines = bytes.subarray(bytes.indexOf(LF) + 1, bytes.lastIndexOf(LF) + 1);
    if (!(found.has('utf-8') && isUtf8(lines))) collect(lines, found, false);
  }
  return found.size > 1;
}

/** Adds what whole lines are; the last one is whole where the source ends with it. */
function collect(bytes: Uint8Array, found: Set<LineEncoding>, isWhole: boolean): void {
  let start = 0;
  while (start < bytes.length && found.size < 2) {
    let end = bytes.indexOf(LF, start);
    if (end < 0 && !isWhole) return;
    if (end < 0) end = bytes.length;
    const encoding = tellLine(bytes, start, end);
    if (encoding !== null) found.add(encoding);
    start = end + 1;
  }
}

/** UTF-8: several characters of three bytes, as Han has; GBK: pairs as GB 2312 has them, which are no UTF-8. */
export function tellLine(bytes: Uint8Array, from: number, to: number): LineEncoding {
  let at = from;
  while (at < to && (bytes[at] as number) < 0x80) at++;
  if (at === to) return null;
  const characters = countUtf8(bytes, at, to);
  // Two characters of UTF-8 may be three of GB 2312, by chance.
  if (characters >= sureCharacters) return 'utf-8';
  if (characters >= fewestCharacters && countPairs(bytes, at, to) < 0) return 'utf-8';
  return countPairs(bytes, at, to) >= fewestCharacters && characters < 0 ? 'gb18030' : null;
}

/** Characters of three bytes; -1: the bytes are no UTF-8. */
function countUtf8(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte < 0x80) continue;
    const more =
      byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : 0;
    if (more === 0 || at + more >= to) return -1;
    for (let next = 1; next <= more; next++) if (((bytes[at + next] as number) & 0xc0) !== 0x80) return -1;
    if (more === 2) count++;
    at += more;
  }
  return count;
}

/** Pairs of bytes of GB 2312; -1: there are others. */
function countPairs(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte < 0x80) continue;
    const next = at + 1 < to ? (bytes[at + 1] as number) : 0;
    if (byte < 0xa1 || byte > 0xf7 || next < 0xa1 || next > 0xfe) return -1;
    count++;
    at++;
  }
  return count;
}

/** What was found while lines were decoded each in its own encoding. */
export interface MixedFacts {
  /** Lines of the encoding that the first does not have, and the first of them. */
  otherCount: number;
  firstOther: number;
}

/** Decodes every line in its own encoding; one that may be either, in that of the line before. */
export function createMixedDecoder(facts: MixedFacts): (piece: Uint8Array, isLast: boolean) => string {
  const decoders = { 'utf-8': new TextDecoder('utf-8', { ignoreBOM: true }), gb18030: new TextDecoder('gb18030') };
  let rest = new Uint8Array();
  let line = 0;
  let first: LineEncoding = null;
  let last: Exclude<LineEncoding, null> = 'utf-8';

  function decodeLine(bytes: Uint8Array): string {
    line++;
    const told = tellLine(bytes, 0, bytes.length);
    last = told ?? last;
    first ??= told;
    if (told !== null && told !== first && facts.otherCount++ === 0) facts.firstOther = line;
    const text = decoders[last].decode(bytes);
    return line === 1 ? text.replace(/^\ufeff/, '') : text;
  }

  return (piece, isLast) => {
    const bytes = new Uint8Array(rest.length + piece.length);
    bytes.set(rest);
    bytes.set(piece, rest.length);
    const texts: string[] = [];
    let start = 0;
    for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, start)) {
      texts.push(decodeLine(bytes.subarray(start, end + 1)));
      start = end + 1;
    }
    rest = bytes.slice(start);
    if (isLast && rest.length > 0) texts.push(decodeLine(rest));
    return texts.join('');
  };
}
