import type { PageColumn } from './schema.ts';

/**
 * What stands in a data page, checked before the library decodes it: it repeats a value as often as a run says, and makes room for as
 * many bytes as a length says, so that a page of a few bytes can ask for milliards.
 *
 *   first version    │ size │ repetition levels │ size │ definition levels │ width │ runs of indexes into the dictionary, or values │
 *   second version   │ repetition levels │ definition levels │ … the same, with sizes in the head │
 *   a run            │ count << 1 │ value │        or │ groups of eight << 1 | 1 │ values, packed │
 */
export interface PageContents {
  version: 1 | 2;
  encoding: number;
  /** All of the page, and of the second version how many of them are null. */
  values: number;
  nulls: number;
  /** Bytes of levels, of the second version. */
  repetitionBytes: number;
  definitionBytes: number;
}

const encodings = { plainDictionary: 2, runs: 3, deltaBytes: 7, dictionary: 8 };
/** Packed values come in groups of eight, and writers fill up to 63 groups. */
const mostPadding = 504;
/** Texts that share their beginnings may come to more than the page has, but not without end. */
const mostSharedBytes = 256 << 20;

/**
 * Whether runs and lengths come to no more than the page's values.
 *
 * @param levels those of the second version, which stand before its values and are never packed; else the page
 */
export function holdsContents(levels: Uint8Array, page: Uint8Array, about: PageContents, column: PageColumn): boolean {
  const { version, values, nulls, repetitionBytes } = about;
  const [repeated, defined] = [widthOf(column.repetition), widthOf(column.definition)];
  if (version === 2) {
    if (repeated > 0 && countRuns(levels, { from: 0, width: repeated, values }) === null) return false;
    const from = repetitionBytes;
    if (defined > 0 && countRuns(levels, { from, width: defined, values }) === null) return false;
    return holdsValues(page, 0, values - nulls, about, column);
  }
  let at = 0;
  let filled: number | null = values;
  if (repeated > 0) {
    if (countRuns(page, { from: at + 4, width: repeated, values }) === null) return false;
    at += 4 + readSize(page, at);
  }
  if (defined > 0) {
    filled = countRuns(page, { from: at + 4, width: defined, values, wanted: column.definition });
    at += 4 + readSize(page, at);
  }
  return filled !== null && holdsValues(page, at, filled, about, column);
}

function holdsValues(page: Uint8Array, at: number, values: number, about: PageContents, column: PageColumn): boolean {
  const { version, encoding } = about;
  if (encoding === encodings.deltaBytes) return sharesLittle(page, at, values);
  const isIndexed = encoding === encodings.plainDictionary || encoding === encodings.dictionary;
  if (!isIndexed && encoding !== encodings.runs) return true;
  // Runs of truth values have their size before them.
  const isTruth = version === 1 ? column.isBoolean : encoding === encodings.runs;
  if (isTruth) return countRuns(page, { from: at + 4, width: 1, values }) !== null;
  return countRuns(page, { from: at + 1, width: page[at] ?? 0, values }) !== null;
}

function widthOf(level: number): number {
  return 32 - Math.clz32(level);
}

function readSize(bytes: Uint8Array, at: number): number {
  return bytes.length < at + 4 ? bytes.length : new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true);
}

interface Runs {
  from: number;
  /** Bits of a value. */
  width: number;
  /** How many there have to be. */
  values: number;
  /** The value that is counted. */
  wanted?: number;
}

/** How many values are the one wanted; null when a run goes on beyond the last value or the bytes end before it. */
function countRuns(bytes: Uint8Array, { from, width, values, wanted }: Runs): number | null {
  let at = from;
  let found = 0;
  for (let seen = 0; seen < values; ) {
    if (at >= bytes.length) return null;
    const head = readNumber(bytes, at);
    at = head.at;
    if ((head.value & 1) === 0) {
      const count = head.value >>> 1;
      if (count > values - seen) return null;
      let value = 0;
      for (let shift = 0; shift < width; shift += 8) value |= (bytes[at++] ?? 0) << shift;
      if (value === wanted) found += count;
      seen += count;
      continue;
    }
    const count = (head.value >> 1) * 8;
    if (count < 0 || count > values - seen + mostPadding) return null;
    if (wanted !== undefined) {
      for (let index = 0; index < Math.min(count, values - seen); index++) {
        if (readBits(bytes, at * 8 + index * width, width) === wanted) found++;
      }
    }
    at += (count * width) / 8;
    seen += count;
  }
  return found;
}

function readBits(bytes: Uint8Array, from: number, width: number): number {
  let value = 0;
  for (let bit = 0; bit < width; bit++) {
    const place = from + bit;
    value |= (((bytes[place >> 3] ?? 0) >> (place & 7)) & 1) << bit;
  }
  return value;
}

/** A number of seven bits a byte, of which the library keeps 32. */
function readNumber(bytes: Uint8Array, from: number): { value: number; at: number } {
  let value = 0;
  let at = from;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++] ?? 0;
    value |= (byte & 127) << shift;
    if (byte < 128) return { value, at };
  }
}

/**
 * Whether texts that are written as how much they share with the one before, and the rest, come to what can be held. The lengths that are
 * shared come first:
 *
 *   values a block │ parts a block │ values │ first │ block: least step │ bits of each part │ steps, packed │ block …
 */
function sharesLittle(bytes: Uint8Array, from: number, values: number): boolean {
  const next = (): number => {
    const head = readNumber(bytes, at);
    at = head.at;
    return head.value;
  };
  const nextFolded = (): number => {
    const folded = next();
    return (folded >>> 1) ^ -(folded & 1);
  };
  let at = from;
  const blockValues = next();
  const parts = next();
  next();
  let length = nextFolded();
  let shared = length;
  const each = blockValues / parts;
  if (values > 1 && !(Number.isInteger(each) && each > 0 && parts <= bytes.length)) return false;
  for (let seen = 1; seen < values; ) {
    if (at >= bytes.length) return false;
    const least = nextFolded();
    const widths = at;
    at += parts;
    for (let part = 0; part < parts && seen < values; part++) {
      const width = bytes[widths + part] ?? 0;
      for (let index = 0; index < each && seen < values; index++, seen++) {
        length = (length + least + readBits(bytes, at * 8 + index * width, Math.min(width, 32))) | 0;
        if (length < 0) return false;
        shared += length;
        if (shared > mostSharedBytes) return false;
      }
      at += (each * width) / 8;
    }
  }
  return shared <= mostSharedBytes;
}
