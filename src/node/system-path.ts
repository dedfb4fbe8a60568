import { isAscii } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { realpath } from 'node:fs/promises';

/*
 * Names of files are bytes on Linux, and archives packed on a Chinese Windows unpack to names in GBK. In a string each byte that
 * is not part of UTF-8 stands as a lone surrogate (as in Python's surrogateescape), so that the string leads back to the bytes:
 *
 *   bytes   b9 ab 2e 63 73 76   ── readName ──▶   \uDCB9 \uDCAB . c s v   ── toSystem ──▶   the same bytes, for node:fs
 *                                                     └──── showPath ──▶   \xb9\xab.csv, for people
 */

const escaped = /[\uDC80-\uDCFF]/u;
const allEscaped = /[\uDC80-\uDCFF]/gu;
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The string of a name as the system has it. */
export function readName(bytes: Uint8Array): string {
  if (isAscii(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const whole = decode(bytes);
  if (whole !== null) return whole;
  let name = '';
  for (let at = 0; at < bytes.length; ) {
    const [text, length] = readCharacter(bytes, at);
    name += text;
    at += length;
  }
  return name;
}

function readCharacter(bytes: Uint8Array, at: number): [text: string, length: number] {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length++) {
    const text = decode(bytes.subarray(at, at + length));
    if (text !== null) return [text, length];
  }
  return [String.fromCharCode(0xdc00 + (bytes[at] ?? 0)), 1];
}

function decode(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

/** What `node:fs` takes for a path: bytes where the string stands for some that are not UTF-8. */
export function toSystem(path: string): string | Buffer {
  if (!escaped.test(path)) return path;
  const toBytes = (character: string): Buffer =>
    escaped.test(character) ? Buffer.of(character.charCodeAt(0) - 0xdc00) : Buffer.from(character);
  return Buffer.concat(Array.from(path, toBytes));
}

/** A path as it is shown: bytes that are not UTF-8 as `\xb9`. */
export function showPath(path: string): string {
  return path.replace(allEscaped, (character) => `\\x${(character.charCodeAt(0) - 0xdc00).toString(16)}`);
}

/** The path behind links; rejects when there is nothing. */
export async function findRealPath(path: string): Promise<string> {
  return readName(await realpath(toSystem(path), { encoding: 'buffer' }));
}

/** Arguments as they were given: Node puts U+FFFD for what is not UTF-8 in them; Linux keeps the bytes. */
export function readArguments(given: string[]): string[] {
  if (!given.some((argument) => argument.includes('\uFFFD'))) return given;
  try {
    const names = splitAtNul(readFileSync('/proc/self/cmdline')).slice(-given.length);
    const isSame = names.every((bytes, index) => new TextDecoder().decode(bytes) === given[index]);
    return isSame && names.length === given.length ? names.map(readName) : given;
  } catch {
    return given;
  }
}

function splitAtNul(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const found = bytes.indexOf(0, at);
    const end = found < 0 ? bytes.length : found;
    parts.push(bytes.subarray(at, end));
    at = end + 1;
  }
  return parts;
}
