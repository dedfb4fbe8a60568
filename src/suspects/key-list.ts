import { mixBits } from '../code/random.ts';
/**
 * Keys of the records of one range, as the group stage takes them: 64 bits, of which the three lowest say what the key stands
 * for. Records whose keys are equal are compared as text afterwards, so a collision costs time, not truth.
 */
export interface KeyList {
  /** Two words a key, the low one first. */
  words: Uint32Array;
  rows: Uint32Array;
  count: number;
}

/** What two records with one key may have in common. */
export const keyKinds = {
  organizationCode: 0,
  exactName: 1,
  similarInCounty: 2,
  shortenedInCounty: 3,
  similarInCity: 4,
  shortenedInCity: 5,
} as const;
export type KeyKind = (typeof keyKinds)[keyof typeof keyKinds];

/** Where a text is looked for: texts of two scopes have different keys. */
export interface KeyScope {
  low: number;
  high: number;
}

const kindBits = 7;
const topBit = 0x80000000;
/** Odd, so that two texts that differ in one character never have one hash. */
const lowBase = 0x01000193;
const highBase = 0x5bd1e995;
const scopeFactor = 0x9e3779b1;

export function createKeyList(capacity: number): KeyList {
  return { words: new Uint32Array(capacity * 2), rows: new Uint32Array(capacity), count: 0 };
}

/** The scope of some texts, told apart by their order alone. */
export function createScope(...texts: readonly string[]): KeyScope {
  let [low, high] = [0, 0];
  for (const text of texts) {
    const hash = hashText(text);
    low = Math.imul(low, scopeFactor) + hash.low;
    high = Math.imul(high, scopeFactor) + hash.high;
  }
  return { low, high };
}

/** Adds the key of a text, unless the row has it already. */
export function addKey(list: KeyList, row: number, kind: KeyKind, scope: KeyScope, text: string): void {
  const { low, high } = hashText(text);
  push(list, row, kind, scope, low, high);
}

/** Longer texts are not looked for without one of their characters. */
const longestShortened = 64;
const lowStarts = new Uint32Array(longestShortened + 1);
const highStarts = new Uint32Array(longestShortened + 1);

/**
 * Adds the keys of a text without one of its characters, for each that `mayDrop` allows, and of all of it.
 *
 *   start × base^rest + end     hash without the character between them, each of which is known by then
 */
export function addShortened(
  list: KeyList,
  row: number,
  keys: readonly { kind: KeyKind; scope: KeyScope }[],
  text: string,
  mayDrop: (at: number) => boolean,
): void {
  const { length } = text;
  if (length > longestShortened) return;
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(at);
    lowStarts[at + 1] = Math.imul(lowStarts[at] ?? 0, lowBase) + unit;
    highStarts[at + 1] = Math.imul(highStarts[at] ?? 0, highBase) + unit;
  }
  for (const { kind, scope } of keys) push(list, row, kind, scope, lowStarts[length] ?? 0, highStarts[length] ?? 0);
  let [low, high, lowPower, highPower] = [0, 0, 1, 1];
  for (let at = length - 1; at >= 0; at--) {
    const unit = text.charCodeAt(at);
    // Of equal neighbours any one may be dropped: the text that is left is the same.
    if (mayDrop(at) && unit !== text.charCodeAt(at + 1)) {
      const shortLow = Math.imul(lowStarts[at] ?? 0, lowPower) + low;
      const shortHigh = Math.imul(highStarts[at] ?? 0, highPower) + high;
      for (const { kind, scope } of keys) push(list, row, kind, scope, shortLow, shortHigh);
    }
    low = (low + Math.imul(unit, lowPower)) | 0;
    high = (high + Math.imul(unit, highPower)) | 0;
    lowPower = Math.imul(lowPower, lowBase);
    highPower = Math.imul(highPower, highBase);
  }
}

/** The kind of a key of the group stage. */
export function kindOf(lowWord: number): KeyKind {
  return (lowWord & kindBits) as KeyKind;
}

function hashText(text: string): KeyScope {
  let [low, high] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = (Math.imul(low, lowBase) + unit) | 0;
    high = (Math.imul(high, highBase) + unit) | 0;
  }
  return { low, high };
}

function push(list: KeyList, row: number, kind: KeyKind, scope: KeyScope, textLow: number, textHigh: number): void {
  const high = (mixBits(Math.imul(scope.high, scopeFactor) + textHigh) | topBit) >>> 0;
  const low = ((mixBits((Math.imul(scope.low, scopeFactor) + textLow) ^ (high >>> 7)) & ~kindBits) | kind) >>> 0;
  if (kind === keyKinds.organizationCode && hasKey(list, row, low, high)) return;
  if (list.count === list.rows.length) grow(list);
  list.words[list.count * 2] = low;
  list.words[list.count * 2 + 1] = high;
  list.rows[list.count++] = row;
}

function hasKey({ words, rows, count }: KeyList, row: number, low: number, high: number): boolean {
  for (let at = count - 1; at >= 0 && rows[at] === row; at--) {
    if (words[at * 2] === low && words[at * 2 + 1] === high) return true;
  }
  return false;
}

function grow(list: KeyList): void {
  const words = new Uint32Array(list.words.length * 2 + 16);
  const rows = new Uint32Array(list.rows.length * 2 + 8);
  words.set(list.words);
  rows.set(list.rows);
  list.words = words;
  list.rows = rows;
}
