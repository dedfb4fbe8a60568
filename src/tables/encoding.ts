/** Encodings of a source before it is scanned. */
export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** Whether it is one of UTF-16. */
export function isWide(encoding: Encoding): boolean {
  return encoding === 'utf-16le' || encoding === 'utf-16be';
}

/** What the beginning of a source says about its encoding. */
export interface EncodingGuess {
  encoding: Encoding;
  /** Length of the byte order mark. */
  markBytes: number;
  /** Only ASCII so far: the first other byte decides between UTF-8 and GB18030. */
  isOpen: boolean;
}

/**
 * Guesses from the first bytes of a source; `isWhole` when they are all of it.
 *
 * @param isUtf8 whether bytes are UTF-8 to the last, where something faster than decoding them can tell
 */
export function guessEncoding(
  head: Uint8Array,
  isWhole: boolean,
  isUtf8: (bytes: Uint8Array) => boolean = () => false,
): EncodingGuess {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) {
    return {
      encoding: isMarkWrong(head.subarray(3), isWhole, isUtf8) ? 'gb18030' : 'utf-8',
      markBytes: 3,
      isOpen: false,
    };
  }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', markBytes: 2, isOpen: false };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', markBytes: 2, isOpen: false };
  const wide = guessWide(head);
  if (wide !== null) return { encoding: wide, markBytes: 0, isOpen: false };
  if (head.every((byte) => byte < 0x80)) return { encoding: 'utf-8', markBytes: 0, isOpen: true };
  if (isUtf8(isWhole ? head : dropCutCharacter(head))) return { encoding: 'utf-8', markBytes: 0, isOpen: false };
  const utf8 = countReplacements(head, 'utf-8', isWhole);
  if (utf8 === 0) return { encoding: 'utf-8', markBytes: 0, isOpen: false };
  const gb18030 = countReplacements(head, 'gb18030', isWhole);
  return { encoding: gb18030 < utf8 ? 'gb18030' : 'utf-8', markBytes: 0, isOpen: false };
}

/** Some programs write the mark of UTF-8 in front of GBK. */
function isMarkWrong(head: Uint8Array, isWhole: boolean, isUtf8: (bytes: Uint8Array) => boolean): boolean {
  if (head.length === 0 || isUtf8(isWhole ? head : dropCutCharacter(head))) return false;
  return countReplacements(head, 'gb18030', isWhole) * 10 < countReplacements(head, 'utf-8', isWhole);
}

const wideShare = 0.95;
const wideSampleBytes = 4096;

/** UTF-16 without a byte order mark: read so, nearly all of it is what tables are made of, and bytes of zero show which half is which. */
function guessWide(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = trimPadding(head).subarray(0, wideSampleBytes);
  if (sample.length < 16 || !sample.includes(0)) return null;
  let low = 0;
  let high = 0;
  for (let at = 0; at + 1 < sample.length; at += 2) {
    if (sample[at] === 0) high++;
    if (sample[at + 1] === 0) low++;
  }
  if (Math.max(low, high) * 40 < sample.length) return null;
  const encoding = low > high ? 'utf-16le' : 'utf-16be';
  const text = new TextDecoder(encoding).decode(sample.subarray(0, sample.length & ~1));
  const usual =
    text.match(/[\x01\x02\x1f\t\r\n\x20-\x7e\u2010-\u203f\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g)?.length ?? 0;
  return usual >= text.length * wideShare ? encoding : null;
}

/** Looks at four bytes at once: in text, only those with a control character among them are looked at one by one. */
function countStrange(bytes: Uint8Array): number {
  const count = (from: number, to: number): number => {
    let strange = 0;
    for (let at = from; at < to; at++) strange += isStrange[bytes[at] as number] as number;
    return strange;
  };
  const first = Math.min(-bytes.byteOffset & 3, bytes.length);
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + first, (bytes.length - first) >> 2);
  let strange = count(0, first) + count(first + words.length * 4, bytes.length);
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as number;
    // A byte below 0x20 borrows from its highest bit, which it does not have.
    if (((word - 0x20202020) & ~word & 0x80808080) !== 0) strange += count(first + index * 4, first + index * 4 + 4);
  }
  return strange;
}

/** Without the zeros that fill up its end, and the end mark of DOS behind or before them. */
function trimPadding(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0 || bytes[end - 1] === 0x1a)) end--;
  return end === bytes.length ? bytes : bytes.subarray(0, end + 1);
}

/** Length of the byte order mark of a source whose encoding was named. */
export function measureByteOrderMark(head: Uint8Array, encoding: Encoding): number {
  const guess = guessEncoding(head.subarray(0, 3), true);
  const isOf = guess.encoding === encoding || (guess.encoding === 'utf-8' && encoding === 'gb18030');
  return isOf ? guess.markBytes : 0;
}

/** Bytes without the beginning of a UTF-8 character at their end. */
function dropCutCharacter(bytes: Uint8Array): Uint8Array {
  const first = Math.max(0, bytes.length - 4);
  let at = bytes.length - 1;
  while (at > first && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--;
  const length = [0xc0, 0xe0, 0xf0].reduce((sum, lead) => sum + ((bytes[at] ?? 0) >= lead ? 1 : 0), 1);
  return at + length > bytes.length ? bytes.subarray(0, at) : bytes;
}

/** A character cut off at the end counts only when the source ends there. */
function countReplacements(head: Uint8Array, encoding: Encoding, isWhole: boolean): number {
  const text = new TextDecoder(encoding).decode(head, { stream: !isWhole });
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++;
  return count;
}

const signatures: [string, number[]][] = [
  ['Excel (.xlsx) / ZIP', [0x50, 0x4b, 0x03, 0x04]],
  ['Excel (.xls)', [0xd0, 0xcf, 0x11, 0xe0]],
  ['gzip', [0x1f, 0x8b]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['Parquet', [0x50, 0x41, 0x52, 0x31]],
];
const binaryShare = 0.05;
const binarySampleBytes = 16 << 10;
/** TAB, LF, CR, ESC, the end of a file of DOS, and what machines put between cells and rows. */
const usualControls = [0x09, 0x0a, 0x0d, 0x1b, 0x1a, 0x01, 0x02, 0x1c, 0x1d, 0x1e, 0x1f];
const isStrange = Uint8Array.from({ length: 256 }, (_, byte) => (byte < 0x20 && !usualControls.includes(byte) ? 1 : 0));

/** What a source that is not text is: a name, null when unknown, or undefined for text. */
export function findBinary(head: Uint8Array): string | null | undefined {
  for (const [name, bytes] of signatures) if (bytes.every((byte, at) => head[at] === byte)) return name;
  const bytes = trimPadding(head.subarray(0, binarySampleBytes));
  const strange = countStrange(bytes);
  return strange > bytes.length * binaryShare ? null : undefined;
}
