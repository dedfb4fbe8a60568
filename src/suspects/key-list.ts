/**
 * Keys of the records of one range, as the group stage takes them: 64 bits, of which the two lowest say what the key stands
 * for. Records whose keys are equal are compared as text afterwards, so a collision costs time, not truth.
 */
export interface KeyList {
  /** Two words a key, the low one first. */
  words: Uint32Array;
  rows: Uint32Array;
  count: number;
}

/** What two records with one key may have in common. */
export const keyKinds = { organizationCode: 0, similarName: 1, shortenedName: 2, exactName: 3 } as const;
export type KeyKind = (typeof keyKinds)[keyof typeof keyKinds];

const topBit = 0x80000000;

export function createKeyList(capacity: number): KeyList {
  return { words: new Uint32Array(capacity * 2), rows: new Uint32Array(capacity), count: 0 };
}

/** Adds the key of `scope` and `text` without its character at `dropped` (-1: all of it), unless the row has it already. */
export function addKey(list: KeyList, row: number, kind: KeyKind, scope: string, text: string, dropped = -1): void {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let at = 0; at < scope.length; at++) {
    low = Math.imul(low ^ scope.charCodeAt(at), 0x01000193);
    high = Math.imul(high ^ scope.charCodeAt(at), 0x5bd1e995);
  }
  for (let at = 0; at < text.length; at++) {
    if (at === dropped) continue;
    low = Math.imul(low ^ text.charCodeAt(at), 0x01000193);
    high = Math.imul(high ^ (high >>> 15) ^ text.charCodeAt(at), 0x5bd1e995);
  }
  low = (mix(low ^ (high >>> 7)) & ~3) | kind;
  push(list, row, low >>> 0, (mix(high) | topBit) >>> 0);
}

/** The kind of a key of the group stage. */
export function kindOf(lowWord: number): KeyKind {
  return (lowWord & 3) as KeyKind;
}

function push(list: KeyList, row: number, low: number, high: number): void {
  for (let at = list.count - 1; at >= 0 && list.rows[at] === row; at--) {
    if (list.words[at * 2] === low && list.words[at * 2 + 1] === high) return;
  }
  if (list.count === list.rows.length) grow(list);
  list.words[list.count * 2] = low;
  list.words[list.count * 2 + 1] = high;
  list.rows[list.count++] = row;
}

function grow(list: KeyList): void {
  const words = new Uint32Array(list.words.length * 2 + 16);
  const rows = new Uint32Array(list.rows.length * 2 + 8);
  words.set(list.words);
  rows.set(list.rows);
  list.words = words;
  list.rows = rows;
}

function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
