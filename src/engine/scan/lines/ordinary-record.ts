import type { Dialect } from '../../plan/dialect.ts';
import { mayBeginLine } from '../../plan/lines/record-lines.ts';
import { type Decode, quote, readCell } from '../cell.ts';
import type { Starters } from './line-starters.ts';

/** First bytes of the Chinese characters in use: a cell that has one, or a visible ASCII character, holds something. */
const hanBytes: Record<Dialect['encoding'], readonly [number, number]> = {
  'utf-8': [0xe4, 0xe9],
  gb18030: [0xb0, 0xf7],
};
const fewestCells = 3;
const apostrophe = 0x27;
const colon = 0x3a;
const backtick = 0x60;

/**
 * Whether a record whose code cell holds no word is an ordinary one, by as little of it as that takes: three cells hold
 * something, none begins as the header of the codes does, and the first two are no words of other lines. Most are; `false` says nothing.
 *
 * @returns a test of a record's bytes and the start and end of each of its cells
 */
export function createOrdinaryTest(
  { headerPairs }: Starters,
  codeColumn: number,
  encoding: Dialect['encoding'],
  decode: Decode,
): (bytes: Uint8Array, positions: Uint32Array) => boolean {
  const pairAt = (bytes: Uint8Array, at: number): number =>
    ((bytes[at] ?? 0) << 8) | ((bytes[at] ?? 0) < 0x80 ? 0 : (bytes[at + 1] ?? 0));
  const [hanFrom, hanTo] = hanBytes[encoding];
  const trailBytes = encoding === 'gb18030' ? 1 : 0;
  const holdsSomething = (bytes: Uint8Array, start: number, end: number): boolean => {
    for (let at = start; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte < 0x80 ? isVisible(byte) : byte >= hanFrom && byte <= hanTo) return true;
      if (byte >= 0x80) at += trailBytes;
    }
    return false;
  };
  return (bytes, positions) => {
    if (headerPairs === null) return false;
    const filled: number[] = [];
    let count = 0;
    for (let at = 0; at < positions.length; at += 2) {
      const start = positions[at] ?? 0;
      const end = positions[at + 1] ?? 0;
      if (!holdsSomething(bytes, start, end)) continue;
      const inner = bytes[start] === quote ? start + 1 : start;
      const isCode = at === 2 * codeColumn;
      if (!isCode && ((bytes[inner] ?? 0) <= quote || headerPairs.has(pairAt(bytes, inner)))) return false;
      if (count++ < 2) filled.push(start, end);
    }
    if (count < fewestCells) return false;
    const [from = 0, to = 0, secondFrom = 0, secondTo = 0] = filled;
    return !mayBeginLine(readCell(bytes, from, to, decode), () => readCell(bytes, secondFrom, secondTo, decode));
  };
}

/** Whether an ASCII character is left when a cell is folded as headers are; of the rare ones that are, some are not told. */
function isVisible(byte: number): boolean {
  return byte > apostrophe && byte < 0x7f && byte !== colon && byte !== backtick;
}
