import type { Cell } from './cell.ts';

/** Ways in which exports write a code that is right: normalizing takes each of them off again. */
export type Dress =
  | 'none'
  | 'lower'
  | 'apostrophe'
  | 'tab-before'
  | 'tab-after'
  | 'space-before'
  | 'space-after'
  | 'space-inside'
  | 'wide-space-inside'
  | 'no-break-space-after'
  | 'zero-width-inside'
  | 'full-width'
  | 'formula'
  | 'brackets'
  | 'dashes'
  | 'full-stop';

/** These leave any value with the same meaning; the others suit a code, not every damaged one. */
export const gentleDresses: readonly [Dress, ...Dress[]] = [
  'none',
  'lower',
  'apostrophe',
  'tab-before',
  'tab-after',
  'space-before',
  'space-after',
  'wide-space-inside',
];

export const allDresses: readonly [Dress, ...Dress[]] = [
  ...gentleDresses,
  'space-inside',
  'no-break-space-after',
  'zero-width-inside',
  'full-width',
  'formula',
  'brackets',
  'dashes',
  'full-stop',
];

/** Bytes put before, into the middle of, and after a value. */
interface Addition {
  before?: number[];
  inside?: number[];
  after?: number[];
}

const additions: Partial<Record<Dress, Addition>> = {
  apostrophe: { before: [0x27] },
  'tab-before': { before: [0x09] },
  'tab-after': { after: [0x09] },
  'space-before': { before: [0x20] },
  'space-after': { after: [0x20, 0x20] },
  'space-inside': { inside: [0x20] },
  'wide-space-inside': { inside: [0xe3, 0x80, 0x80] },
  'no-break-space-after': { after: [0xc2, 0xa0] },
  'zero-width-inside': { inside: [0xe2, 0x80, 0x8b] },
  formula: { before: [0x3d, 0x22], after: [0x22] },
  brackets: { before: [0xef, 0xbc, 0x88], after: [0xef, 0xbc, 0x89] },
  dashes: { inside: [0x2d] },
  'full-stop': { after: [0xe3, 0x80, 0x82] },
};

const copy = new Uint8Array(1024);

/** Dresses the cell in place. An empty cell stays empty. */
export function dressCell(cell: Cell, dress: Dress): void {
  if (dress === 'none' || cell.length === 0) return;
  if (dress === 'lower') lowerCase(cell);
  else if (dress === 'full-width') widen(cell);
  else surround(cell, additions[dress] ?? {});
}

function surround(cell: Cell, addition: Addition): void {
  const { before = [], inside = [], after = [] } = addition;
  const middle = inside.length > 0 ? middleOf(cell) : cell.length;
  const { length } = cell;
  copy.set(cell.bytes.subarray(0, length));
  cell.length = 0;
  for (const byte of before) cell.push(byte);
  for (let at = 0; at < length; at++) {
    if (at === middle) for (const byte of inside) cell.push(byte);
    cell.push(copy[at] ?? 0);
  }
  for (const byte of after) cell.push(byte);
}

function lowerCase(cell: Cell): void {
  for (let at = 0; at < cell.length; at++) {
    const byte = cell.bytes[at] ?? 0;
    if (byte >= 0x41 && byte <= 0x5a) cell.bytes[at] = byte + 32;
  }
}

/** ASCII to the full-width forms U+FF01 to U+FF5E: EF BC 81 to EF BD 9E. */
function widen(cell: Cell): void {
  const { length } = cell;
  copy.set(cell.bytes.subarray(0, length));
  cell.length = 0;
  for (let at = 0; at < length; at++) {
    const byte = copy[at] ?? 0;
    if (byte > 0x20 && byte < 0x7f) {
      cell.push(0xef);
      cell.push(byte < 0x60 ? 0xbc : 0xbd);
      cell.push(byte < 0x60 ? byte + 0x60 : byte + 0x20);
    } else cell.push(byte);
  }
}

/** The first beginning of a character at or past the middle. */
function middleOf(cell: Cell): number {
  let at = cell.length >> 1;
  while (at < cell.length && ((cell.bytes[at] ?? 0) & 0xc0) === 0x80) at++;
  return at;
}
