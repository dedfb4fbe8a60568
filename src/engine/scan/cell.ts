import { fieldLimitBytes } from './kernel/contract.ts';

export const quote = 0x22;

/** Turns bytes of one encoding into text. Undecodable bytes become U+FFFD. */
export type Decode = (bytes: Uint8Array) => string;

/** A decoder for an encoding the scanner reads as bytes. */
export function createDecode(encoding: string): Decode {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return (bytes) => decoder.decode(bytes);
}

/**
 * The value of a cell that stands at `start`..`end`, quotes included, as csv-parse would give it: a cell in quotes is
 * what stands between them, with two quotes for one; when something follows the closing quote, the quotes stay.
 */
export function readCell(bytes: Uint8Array, start: number, end: number, decode: Decode): string {
  if (start === end) return '';
  if (bytes[start] !== quote) return decode(bytes.subarray(start, end));
  const close = findClose(bytes, start, end);
  if (close < 0) return decode(bytes.subarray(start, end));
  const inner = unescapeQuotes(decode(bytes.subarray(start + 1, close)));
  if (close === end - 1) return inner;
  const rest = decode(bytes.subarray(close + 1, end));
  return bytes[close + 1] === 0 ? inner + rest : `"${inner}"${rest}`;
}

/** Stands between cells that are decoded together. */
const separator = 0x1e;

/** Cells on their way to text: those that are plain are decoded together, which costs a tenth. */
export interface CellList {
  add(bytes: Uint8Array, start: number, end: number): void;
  /** The values of all cells added, as {@link readCell} gives each. */
  take(): string[];
}

/** @param expectedBytes room that is made at once */
export function createCellList(decode: Decode, expectedBytes: number): CellList {
  let joined = new Uint8Array(expectedBytes);
  let to = 0;
  const ends: number[] = [];
  const others = new Map<number, string>();
  return {
    add(bytes, start, end) {
      if (to + end - start >= joined.length) {
        const larger = new Uint8Array((to + end - start + 1) * 2);
        larger.set(joined.subarray(0, to));
        joined = larger;
      }
      const edge = findPlainEdge(bytes, start, end);
      if (edge < 0) others.set(ends.length, readCell(bytes, start, end, decode));
      // Cells are short: to make a view of each takes longer than to copy its bytes.
      else for (let at = start + edge; at < end - edge; at++) joined[to++] = bytes[at] as number;
      ends.push(to);
      joined[to++] = separator;
    },
    take() {
      const text = decode(joined.subarray(0, to));
      const values = text.split('\x1e');
      values.length--;
      // Damaged bytes at the end of a cell would reach into the next.
      const isTold = values.length === ends.length && !text.includes('\ufffd');
      if (isTold && others.size === 0) return values;
      return ends.map((end, index) => {
        const own = others.get(index) ?? (isTold ? values[index] : undefined);
        return own ?? decode(joined.subarray(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end));
      });
    },
  };
}

/**
 * The values of many cells, as {@link readCell} gives each.
 *
 * @param positions start and end of each
 */
export function readCells(bytes: Uint8Array, positions: Uint32Array, decode: Decode): string[] {
  const list = createCellList(decode, sumLengths(positions) + positions.length / 2 + 1);
  for (let at = 0; at < positions.length; at += 2) list.add(bytes, positions[at] ?? 0, positions[at + 1] ?? 0);
  return list.take();
}

/** Bytes of quotes on either side of a cell's value, 0 or 1; -1 where its bytes are not its value, whatever is taken off. */
export function findPlainEdge(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[start] !== quote || start === end) return 0;
  if (end - start > fieldLimitBytes) return -1;
  let at = start + 1;
  while (at < end && bytes[at] !== quote) at++;
  return at === end - 1 ? 1 : -1;
}

function sumLengths(positions: Uint32Array): number {
  let sum = 0;
  for (let at = 0; at < positions.length; at += 2) sum += (positions[at + 1] ?? 0) - (positions[at] ?? 0);
  return sum;
}

function findClose(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start + 1; at < end; at++) {
    if (bytes[at] !== quote) continue;
    if (bytes[at + 1] !== quote || at + 1 === end) return at - start > fieldLimitBytes ? -1 : at;
    at++;
  }
  return -1;
}

function unescapeQuotes(text: string): string {
  return text.includes('""') ? text.replaceAll('""', '"') : text;
}
