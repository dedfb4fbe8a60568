/**
 * The text of one cell as UTF-8, collected from parts, and written out as a CSV cell. Line breaks become spaces, so that a
 * row of a table is a line of text: codes and names are compared without either.
 */
export interface CellBytes {
  bytes: Uint8Array;
  length: number;
  /** Whether it needs quotes. */
  isSpecial: boolean;
  /** Whether it may hold `_x000D_` and the like. */
  mayBeEscaped: boolean;
}

const AMPERSAND = 0x26;
const SEMICOLON = 0x3b;
const COMMA = 0x2c;
const QUOTE = 0x22;
const UNDERSCORE = 0x5f;
const SPACE = 0x20;
const LF = 0x0a;
const CR = 0x0d;
const longestEntityBytes = 12;
const encoder = new TextEncoder();

export function createCellBytes(): CellBytes {
  return { bytes: new Uint8Array(1024), length: 0, isSpecial: false, mayBeEscaped: false };
}

export function clearCell(cell: CellBytes): void {
  cell.length = 0;
  cell.isSpecial = false;
  cell.mayBeEscaped = false;
}

/** Adds XML text; entities are what they stand for, unless it is literal. */
export function addXmlText(cell: CellBytes, bytes: Uint8Array, from: number, to: number, isLiteral: boolean): void {
  if (cell.length + (to - from) > cell.bytes.length) growCell(cell, to - from);
  const out = cell.bytes;
  let length = cell.length;
  for (let at = from; at < to; at++) {
    let byte = bytes[at] as number;
    if (byte === AMPERSAND && !isLiteral) {
      const end = findEntityEnd(bytes, at, to);
      if (end > 0) {
        const text = encoder.encode(readEntity(bytes, at + 1, end));
        for (const one of text) out[length++] = one === LF || one === CR ? SPACE : one;
        if (text[0] === QUOTE || text[0] === COMMA) cell.isSpecial = true;
        if (text[0] === UNDERSCORE) cell.mayBeEscaped = true;
        at = end;
        continue;
      }
    }
    if (byte === COMMA || byte === QUOTE) cell.isSpecial = true;
    else if (byte === LF || byte === CR) byte = SPACE;
    else if (byte === UNDERSCORE) cell.mayBeEscaped = true;
    out[length++] = byte;
  }
  cell.length = length;
}

/** Makes the text that of a string. */
export function setText(cell: CellBytes, text: string): void {
  clearCell(cell);
  const bytes = encoder.encode(text);
  addXmlText(cell, bytes, 0, bytes.length, true);
}

export function readText(cell: CellBytes): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(cell.bytes.subarray(0, cell.length));
}

/** Excel writes what XML cannot hold as `_x000D_`, and `_x005F_` for an underscore that would be read so. */
export function undoEscapes(cell: CellBytes): void {
  const text = readText(cell);
  const plain = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
  if (plain !== text) setText(cell, plain);
}

function growCell(cell: CellBytes, more: number): void {
  const bytes = new Uint8Array(Math.max(cell.bytes.length * 2, cell.length + more));
  bytes.set(cell.bytes.subarray(0, cell.length));
  cell.bytes = bytes;
}

function findEntityEnd(bytes: Uint8Array, at: number, to: number): number {
  for (let end = at + 1; end < to && end - at <= longestEntityBytes; end++) if (bytes[end] === SEMICOLON) return end;
  return -1;
}

/** An entity is never longer as text than as written. Unknown ones stay as they are. */
function readEntity(bytes: Uint8Array, from: number, to: number): string {
  const name = String.fromCharCode(...bytes.subarray(from, to));
  const known = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[name];
  if (known !== undefined) return known;
  const code = /^#x[0-9a-f]+$/i.test(name)
    ? Number.parseInt(name.slice(2), 16)
    : /^#[0-9]+$/.test(name)
      ? Number(name.slice(1))
      : -1;
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : `&${name};`;
}
