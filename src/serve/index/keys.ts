import { codeLength } from '../../code/standard/alphabet.ts';

/**
 * What records of a registry are listed under, each in a table of its own:
 *
 *   code           the normalized code, right or wrong
 *   organization   the organization code, of conforming codes and of legacy identifiers that hold one
 *   place          region and core of the name, characters that are taken for one another made equal
 *   neighbour      of erroneous codes: the code, and the code without each of its characters
 *   registration   the old registration number
 */
export const TABLES = ['code', 'organization', 'place', 'neighbour', 'registration'] as const;
export type TableName = (typeof TABLES)[number];

export const hashStart = 0x811c9dc5;
export const hashFactor = 0x01000193;

/** 32 bits that stand for a text; equal texts have equal ones, others hardly ever. */
export function hashText(text: string): number {
  return finishHash(addToHash(hashStart, text));
}

/** {@link hashText} of ASCII bytes. */
export function hashAscii(bytes: Uint8Array, start: number, end: number): number {
  let hash = hashStart;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), hashFactor);
  return finishHash(hash);
}

export function addToHash(start: number, text: string): number {
  let hash = start;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), hashFactor);
  return hash;
}

/** Without this the high bits, by which a table is sorted, hardly depend on the last characters. */
export function finishHash(sum: number): number {
  let hash = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Positions 3–8 of a code, where they are digits; else ''. */
export function regionOf(normalized: string): string {
  const region = normalized.length === codeLength ? normalized.slice(2, 8) : '';
  return /^[0-9]{6}$/.test(region) ? region : '';
}

/**
 * The text, and the text without each of its characters. Texts that are one character replaced, added, dropped, or two neighbours
 * swapped apart have one of these in common.
 */
export function listShortened(text: string): string[] {
  const list = [text];
  for (let at = 0; at < text.length; at++) {
    // The same character twice: without either it is the same text.
    if (text.charAt(at) !== text.charAt(at - 1)) list.push(text.slice(0, at) + text.slice(at + 1));
  }
  return list;
}

/** Whether two different texts are one edit apart: a character replaced, added or dropped, or two neighbours swapped. */
export function isOneEdit(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > 1 || left === right) return false;
  let at = 0;
  while (at < short.length && short.charAt(at) === long.charAt(at)) at++;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  const isSwapped = short.charAt(at) === long.charAt(at + 1) && short.charAt(at + 1) === long.charAt(at);
  return isSwapped && short.slice(at + 2) === long.slice(at + 2);
}

/** Lengths of erroneous codes that can be one edit away from a code. */
export function isNearCode(normalized: string): boolean {
  return Math.abs(normalized.length - codeLength) <= 1;
}
