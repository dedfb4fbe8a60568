import type { MixedFacts } from './mixed-encodings.ts';

/** What is changed of text while it is transcoded, so that the scanner can read it. */
export interface Rewrite {
  /** A delimiter that is not one byte of it, which {@link plainDelimiter} stands for afterwards. */
  delimiter?: string;
  /** Every line is decoded in its own encoding, UTF-8 or GB18030. */
  isMixed?: boolean;
  /** `\"` becomes `""`, everywhere. */
  isEscaped?: boolean;
  /** Text of GB18030 in which a cut character may have swallowed this delimiter, and how many a line should have. */
  cut?: { delimiter: string; count: number };
}

/** What was found on the way. */
export interface RewriteFacts extends MixedFacts {
  /** Lines in which a cut character had swallowed a delimiter, and the first of them. */
  cutCount: number;
  firstCut: number;
}

/** A control character that separates units, by its name, and never stands in text. */
export const plainDelimiter = '\x1f';

/** Changes text that comes in pieces. */
export function createRewriter({ delimiter, isEscaped = false }: Rewrite): (piece: string, isLast: boolean) => string {
  let kept = '';
  return (piece, isLast) => {
    let text = kept + piece;
    kept = '';
    if (!isLast) {
      const hold = Math.max(isEscaped ? trailingBackslashes(text) : 0, (delimiter?.length ?? 1) - 1);
      kept = hold > 0 ? text.slice(text.length - hold) : '';
      text = hold > 0 ? text.slice(0, text.length - hold) : text;
    }
    // Both are as long as what they stand for, or shorter: lines stay where they are.
    if (isEscaped) text = text.replace(/\\([\\"])/g, (_, character: string) => (character === '"' ? '""' : '\\'));
    return delimiter === undefined ? text : text.replaceAll(delimiter, plainDelimiter);
  };
}

function trailingBackslashes(text: string): number {
  let count = 0;
  while (count < text.length && text.charCodeAt(text.length - 1 - count) === 0x5c) count++;
  return count;
}

const LF = 0x0a;
const CR = 0x0d;

/**
 * Decodes lines of GB18030 whose delimiter may also be the second byte of a character. A line that is short of cells, and is not when
 * the byte always delimits, is read so: the lone first byte before it was half of a character that had been cut off, and is left out.
 */
export function createCutDecoder(
  { delimiter, count }: NonNullable<Rewrite['cut']>,
  facts: RewriteFacts,
): (piece: Uint8Array, isLast: boolean) => string {
  const decoder = new TextDecoder('gb18030');
  const byte = delimiter.charCodeAt(0);
  let rest = new Uint8Array();
  let line = 0;

  function decodeLine(bytes: Uint8Array): string {
    line++;
    const text = decoder.decode(bytes);
    let raw = 0;
    for (const each of bytes) if (each === byte) raw++;
    if (raw !== count || countOf(text, delimiter) >= count) return text;
    if (facts.cutCount++ === 0) facts.firstCut = line;
    const parts: string[] = [];
    let start = 0;
    for (let at = 0; at <= bytes.length; at++) {
      if (at < bytes.length && bytes[at] !== byte) continue;
      parts.push(decoder.decode(bytes.subarray(start, at)).replace(/\ufffd$/, ''));
      start = at + 1;
    }
    return parts.join(delimiter);
  }

  return (piece, isLast) => {
    const bytes = new Uint8Array(rest.length + piece.length);
    bytes.set(rest);
    bytes.set(piece, rest.length);
    let text = '';
    let start = 0;
    for (let at = 0; at < bytes.length; at++) {
      if (bytes[at] !== LF && bytes[at] !== CR) continue;
      const end = bytes[at] === CR && bytes[at + 1] === LF ? at + 1 : at;
      if (bytes[at] === CR && at + 1 === bytes.length && !isLast) break;
      text += decodeLine(bytes.subarray(start, at)) + (end > at ? '\r\n' : String.fromCharCode(bytes[at] ?? LF));
      start = end + 1;
      at = end;
    }
    rest = bytes.slice(start);
    if (!isLast || rest.length === 0) return text;
    const last = decodeLine(rest);
    rest = new Uint8Array();
    return text + last;
  };
}

function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count++;
  return count;
}
