import { BrokenError, RefusedError } from '../broken.ts';

/**
 * XML as bytes: tags and text are told apart without making strings of them. Only for the two large parts of a workbook,
 * sheets and shared strings; the small ones go through saxes.
 *
 * Why: a million rows of four columns are 285 MB of XML. Of them, saxes takes 4.6 s for the 200 MB of the sheet (Node 20, 2-core virtual
 * machine, processor time, a visitor that only counts); here, telling tokens apart takes 0.7 s for all of it. It checks what it needs (tags
 * that end, no document type), not that names match: what a zip archive holds is whole, or its checksum is wrong.
 */
export interface XmlVisitor {
  /** An element starts; its attributes stand at `from`..`to`. `<a/>` is followed by its close. */
  open(name: number, bytes: Uint8Array, from: number, to: number): void;
  close(name: number): void;
  /** Text, or a part of it. Literal text has no entities. */
  text(bytes: Uint8Array, from: number, to: number, isLiteral: boolean): void;
}

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const COLON = 0x3a;
const EQUALS = 0x3d;
const longestTokenBytes = 16 << 20;
const nameFactor = 65_599;

/** A name, without its prefix, as a number: those of the parts of a workbook that are read here have one of their own each. */
export function packName(name: string): number {
  let packed = 0;
  for (const character of name) packed = addCharacter(packed, character.charCodeAt(0));
  return packed;
}

function addCharacter(packed: number, byte: number): number {
  return (Math.imul(packed, nameFactor) + byte) | 0;
}

/**
 * Visits the XML that pieces make up. After each piece, `afterPiece` is told.
 *
 * @throws {RefusedError} on a document type: entities of its own are how small files become large
 */
export async function* scanXml<T>(
  pieces: AsyncIterable<Uint8Array>,
  visitor: XmlVisitor,
  afterPiece: () => T,
): AsyncGenerator<T> {
  let rest: Uint8Array = new Uint8Array();
  for await (const piece of decodeWide(pieces)) {
    const bytes = rest.length === 0 ? piece : concatenate(rest, piece);
    const at = scanTokens(bytes, visitor);
    rest = bytes.slice(at);
    if (rest.length > longestTokenBytes) throw new BrokenError({ kind: 'xml-open' });
    yield afterPiece();
  }
  if (rest.some((byte) => byte > 0x20)) throw new BrokenError({ kind: 'xml-cut-off' });
}

function concatenate(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}

/** UTF-16 with its mark becomes UTF-8; everything else is UTF-8. */
async function* decodeWide(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | null | undefined;
  const encoder = new TextEncoder();
  for await (const piece of pieces) {
    if (decoder === undefined) {
      const isLittle = piece[0] === 0xff && piece[1] === 0xfe;
      const isBig = piece[0] === 0xfe && piece[1] === 0xff;
      decoder = isLittle || isBig ? new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be') : null;
    }
    yield decoder === null ? piece : encoder.encode(decoder.decode(piece, { stream: true }));
  }
}

/** Visits all tokens that are complete; where the first other one starts. */
function scanTokens(bytes: Uint8Array, visitor: XmlVisitor): number {
  const end = bytes.length;
  let at = 0;
  while (at < end) {
    if (bytes[at] !== LT) {
      let to = at + 1;
      while (to < end && bytes[to] !== LT) to++;
      if (to === end) return at;
      visitor.text(bytes, at, to, false);
      at = to;
      continue;
    }
    const next = bytes[at + 1];
    const after =
      next === SLASH
        ? scanClose(bytes, at + 2, visitor)
        : next === BANG
          ? scanMarked(bytes, at, visitor)
          : next === QUESTION
            ? find(bytes, at + 2, '?>')
            : scanOpen(bytes, at + 1, visitor);
    if (after < 0) return at;
    at = after;
  }
  return at;
}

function scanClose(bytes: Uint8Array, from: number, visitor: XmlVisitor): number {
  const end = bytes.length;
  let name = 0;
  for (let at = from; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte === GT) {
      visitor.close(name);
      return at + 1;
    }
    if (byte === COLON) name = 0;
    else if (byte > 0x20) name = addCharacter(name, byte);
  }
  return -1;
}

function scanOpen(bytes: Uint8Array, from: number, visitor: XmlVisitor): number {
  const end = bytes.length;
  let at = from;
  let name = 0;
  for (; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte <= 0x20 || byte === GT || byte === SLASH || byte === LT) break;
    name = byte === COLON ? 0 : addCharacter(name, byte);
  }
  const attributesAt = at;
  let quote = 0;
  for (; at < end; at++) {
    const byte = bytes[at];
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
    else if (byte === GT) break;
    else if (byte === LT) throw new BrokenError({ kind: 'xml-tag' });
  }
  if (at >= end) return -1;
  const isEmpty = bytes[at - 1] === SLASH;
  visitor.open(name, bytes, attributesAt, isEmpty ? at - 1 : at);
  if (isEmpty) visitor.close(name);
  return at + 1;
}

/** `<!-- -->`, `<![CDATA[ ]]>`, and what is refused. */
function scanMarked(bytes: Uint8Array, at: number, visitor: XmlVisitor): number {
  if (at + 9 > bytes.length) return -1;
  if (startsWith(bytes, at, '<!--')) return find(bytes, at + 4, '-->');
  if (!startsWith(bytes, at, '<![CDATA[')) throw new RefusedError('doctype');
  const after = find(bytes, at + 9, ']]>');
  if (after >= 0) visitor.text(bytes, at + 9, after - 3, true);
  return after;
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text.charCodeAt(index)) return false;
  return true;
}

/** Where the bytes after `text` start; -1 when it is not there. */
function find(bytes: Uint8Array, from: number, text: string): number {
  for (let at = bytes.indexOf(text.charCodeAt(0), from); at >= 0; at = bytes.indexOf(text.charCodeAt(0), at + 1)) {
    if (at + text.length > bytes.length) return -1;
    if (startsWith(bytes, at, text)) return at + text.length;
  }
  return -1;
}

/** One attribute: where its name and its value stand. Filled by {@link nextAttribute}. */
export const attribute = { nameAt: 0, nameEnd: 0, valueAt: 0, valueEnd: 0 };

/** Reads one attribute at or after `from`; where the next may start, or -1 when there is none. */
export function nextAttribute(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && (bytes[at] as number) <= 0x20) at++;
  if (at >= to) return -1;
  attribute.nameAt = at;
  while (at < to && bytes[at] !== EQUALS && (bytes[at] as number) > 0x20) at++;
  attribute.nameEnd = at;
  while (at < to && bytes[at] !== QUOTE && bytes[at] !== APOSTROPHE) at++;
  const quote = bytes[at];
  attribute.valueAt = ++at;
  while (at < to && bytes[at] !== quote) at++;
  attribute.valueEnd = at;
  return at >= to ? -1 : at + 1;
}
