import { fieldLimitBytes } from './kernel/contract.ts';

const quote = 0x22;

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
