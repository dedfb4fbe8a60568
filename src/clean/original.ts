import type { FilePlan } from '../engine/plan/plan.ts';
import { createDecode, readCell } from '../engine/scan/cell.ts';
import { readBytes } from '../tables/byte-source.ts';
import { type Encoding, isWide, measureByteOrderMark } from '../tables/encoding.ts';
import { plainDelimiter } from '../tables/rewrite.ts';
import { formatRows } from '../write/delimited.ts';

/** The bytes of the file that a part of the scanned text came from, and where its cells lie in them. */
export interface OriginalBytes {
  bytes: Uint8Array;
  /** Start and end of each cell asked for; ascending. */
  positions: Uint32Array;
}

/**
 * The file as it is on disk, read in the parts in which its text was scanned. Text that had to be transcoded lies elsewhere
 * there:
 *
 *   scanned, UTF-8   企 业 , 9 1 … \n    3 3 1 1 1     bytes a character
 *   UTF-16           企 业 , 9 1 … \n    2 2 2 2 2     one or two units a character
 *   GB18030 with |   企 业 | 9 1 … \n    2 2 1 1 1     lines are counted, then characters
 */
export interface Original {
  /** The file's bytes for the next `length` bytes of text; `cells` are starts and ends from where those begin. */
  read(length: number, cells: Uint32Array): Promise<OriginalBytes>;
  /** Whether bytes are the cell that was scanned; anything else is left alone. Null: the file itself was scanned. */
  holds: ((bytes: Uint8Array, cell: string) => boolean) | null;
  /** ASCII text in the file's encoding. */
  encode(ascii: Uint8Array): Uint8Array;
}

/** The file that was handed in; the plan's input is its text, which may be another file. */
export async function openOriginal(plan: FilePlan): Promise<Original> {
  const { source } = plan.original;
  let at = 0;
  if (!plan.dialect.isTranscoded) {
    return {
      async read(length, cells) {
        const bytes = await readBytes(source, at, length);
        at += length;
        return { bytes, positions: cells };
      },
      holds: null,
      encode: (ascii) => ascii,
    };
  }
  const isTextWide = isWide(plan.encoding);
  const rewrite = findRewrite(plan);
  const encoder = new TextEncoder();
  const decode = createDecode(plan.encoding);
  const map = isTextWide ? mapUnits : plan.encoding === 'utf-8' ? mapRewritten : mapLines;
  const text = plan.input.source;
  let textAt = 0;
  // The decoder drops the mark, so that the text begins after it.
  const markBytes = measureByteOrderMark(await readBytes(source, 0, 3), plan.encoding);
  return {
    async read(length, cells) {
      const scanned = await readBytes(text, textAt, length);
      textAt += length;
      const isFirst = at === 0;
      if (isFirst) at = markBytes;
      // Two bytes of UTF-8 may be four of GB18030, and one may be a delimiter of several.
      const candidate = await readBytes(source, at, length * Math.max(2, rewrite.delimiter.length));
      const isLast = textAt >= text.size;
      const { end, positions } = map(scanned, candidate, cells, rewrite);
      const endAt = isLast ? source.size : Math.min(source.size, at + end);
      const startAt = isFirst ? 0 : at;
      const bytes = await readBytes(source, startAt, endAt - startAt);
      const shift = at - startAt;
      at = endAt;
      return { bytes, positions: shift === 0 ? positions : positions.map((place) => place + shift) };
    },
    holds(bytes, cell) {
      const scanned = encoder.encode(decode(bytes));
      return readCell(scanned, 0, scanned.length, createDecode('utf-8')) === cell;
    },
    encode: isTextWide ? (ascii) => encodeWide(ascii, plan.encoding) : (ascii) => ascii,
  };
}

/** What stands above the records. Converted tables get what CSV needs to be opened: a mark that Excel knows, a header. */
export async function copyHead(
  { dialect, original: { table } }: FilePlan,
  original: Original,
  take: ((bytes: Uint8Array) => void | Promise<void>) | undefined,
): Promise<void> {
  const { bytes } = await original.read(dialect.dataAt, new Uint32Array());
  const header = table?.header === undefined ? '' : formatRows([table.header], ',', '\n');
  if (table !== undefined) await take?.(new TextEncoder().encode(`\ufeff${header}`));
  if (bytes.length > 0) await take?.(bytes);
}

/** What was written otherwise before the text was scanned. */
interface Rewritten {
  /** The delimiter that {@link plainDelimiter} stands for, in the file's encoding and in characters; empty: it is itself. */
  delimiter: Uint8Array;
  characters: number;
  /** `\\\\` became one backslash. */
  isEscaped: boolean;
}

function findRewrite({ delimiter, dialect, original }: FilePlan): Rewritten {
  const isRewritten = dialect.delimiter === plainDelimiter.charCodeAt(0) && delimiter !== plainDelimiter;
  return {
    delimiter: new TextEncoder().encode(isRewritten ? delimiter : ''),
    characters: isRewritten ? delimiter.length : 1,
    isEscaped: original.table === undefined && !dialect.mayEscape,
  };
}

const plainByte = plainDelimiter.charCodeAt(0);
const backslash = 0x5c;

interface Mapped {
  /** Where the part ends. */
  end: number;
  positions: Uint32Array;
}

/** A character of four UTF-8 bytes is two units of UTF-16, any other is one. */
function mapUnits(text: Uint8Array, _: Uint8Array, cells: Uint32Array, { characters }: Rewritten): Mapped {
  const positions = new Uint32Array(cells.length);
  let units = 0;
  let next = 0;
  for (let at = 0; at < text.length; at++) {
    while (next < cells.length && cells[next] === at) positions[next++] = units * 2;
    const byte = text[at] ?? 0;
    if (byte === plainByte) units += characters;
    else if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  positions.fill(units * 2, next);
  return { end: units * 2, positions };
}

/** Line breaks are one byte in both, and characters on a line are counted: undecodable bytes upset no other line. */
function mapLines(text: Uint8Array, original: Uint8Array, cells: Uint32Array, rewrite: Rewritten): Mapped {
  const positions = new Uint32Array(cells.length);
  let lineAt = 0;
  let characters = 0;
  let next = 0;
  for (let at = 0; at < text.length; at++) {
    while (next < cells.length && cells[next] === at) positions[next++] = passCharacters(original, lineAt, characters);
    const byte = text[at] ?? 0;
    if (isBreak(byte)) {
      lineAt = passLine(original, lineAt);
      characters = 0;
    } else if ((byte & 0xc0) !== 0x80) characters += byte === plainByte ? rewrite.characters : 1;
  }
  while (next < cells.length) positions[next++] = passCharacters(original, lineAt, characters);
  return { end: lineAt, positions };
}

/** Both are UTF-8, and lines are the same; within a line only delimiters and backslashes are longer in the file. */
function mapRewritten(text: Uint8Array, original: Uint8Array, cells: Uint32Array, rewrite: Rewritten): Mapped {
  const positions = new Uint32Array(cells.length);
  let to = 0;
  let lineAt = 0;
  let next = 0;
  for (let at = 0; at < text.length; at++) {
    while (next < cells.length && cells[next] === at) positions[next++] = to;
    const byte = text[at] ?? 0;
    if (isBreak(byte)) {
      lineAt = passLine(original, lineAt);
      to = lineAt;
    } else if (byte === plainByte && rewrite.delimiter.length > 0) to += rewrite.delimiter.length;
    else if (rewrite.isEscaped && byte === backslash && original[to + 1] === backslash) to += 2;
    else to++;
  }
  positions.fill(to, next);
  return { end: to, positions };
}

function passCharacters(bytes: Uint8Array, from: number, count: number): number {
  let at = from;
  for (let passed = 0; passed < count; passed++) {
    const lead = bytes[at] ?? 0;
    const trail = bytes[at + 1] ?? 0;
    at += lead <= 0x80 || lead === 0xff ? 1 : trail >= 0x30 && trail <= 0x39 ? 4 : 2;
  }
  return at;
}

function passLine(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && !isBreak(bytes[at] ?? 0)) at++;
  return at + 1;
}

function isBreak(byte: number): boolean {
  return byte === 0x0a || byte === 0x0d;
}

function encodeWide(ascii: Uint8Array, encoding: Encoding): Uint8Array {
  const bytes = new Uint8Array(ascii.length * 2);
  const first = encoding === 'utf-16le' ? 0 : 1;
  for (let at = 0; at < ascii.length; at++) bytes[at * 2 + first] = ascii[at] ?? 0;
  return bytes;
}
