// What the kernel can say of a code cell that is not 18 clean bytes: whether it becomes one by dropping what
// normalizing drops or unfolds, or is one of the legacy identifiers that fill whole exports. It says so only
// where no other row of the decision table can match first; anything else is CELL_SUSPECT: decide.ts says what it is, or the host.

import { dashedBit, fullWidthBit, lowerCaseBit, markedBit, noEntry, scratchAt, spacedBit, valuesAt } from '../../contract';
import { FIRST_SEED, hashText, keyOf } from './code';

import { QUOTE } from '../text/bytes';
import { isForeignNumber } from './foreign-number';

export const CELL_SUSPECT: u32 = 0;
export const CELL_CLEAN: u32 = 1;
export const CELL_REGISTRATION: u32 = 2;
export const CELL_TAXPAYER: u32 = 3;
export const CELL_ORGANIZATION: u32 = 4;

const LONGEST: usize = 64;
const DIGIT_LIMIT: u32 = 10;

let isUtf8Text = true;

/** Whether cells are UTF-8: otherwise only ASCII ones are judged here. */
export function setUtf8(value: bool): void {
  isUtf8Text = value;
}

/** The number of the cell last judged. */
export let cellKey: u64 = 0;
/** Length of the normalized form of the cell last judged, in scratchAt. */
export let cellLength: usize = 0;
/** Whether it is letters and digits only; else it has other visible ASCII characters, and is no code and no older number. */
export let cellIsPlain: bool = false;
/** How the cell last judged differs from its normalized form: bits of writing.ts; 0: not at all. */
export let cellFaults: u32 = 0;

/** Judges the cell at `start`..`end` as it stands in the file. */
export function judgeCell(start: usize, end: usize): u32 {
  cellLength = 0;
  let from = start;
  let to = end;
  if (from < to && load<u8>(from) == QUOTE) {
    if (to - from < 2 || load<u8>(to - 1) != QUOTE) return CELL_SUSPECT;
    from++;
    to--;
    for (let i = from; i < to; i++) if (load<u8>(i) == QUOTE) return CELL_SUSPECT;
  }
  const length = cleanCell(from, to);
  if (length == 0 && isUtf8Text && isForeignNumber(from, to)) return takeForeignNumber(from, to - from);
  cellLength = length;
  if (length < 9 || length > 18 || !cellIsPlain) return CELL_SUSPECT;
  if (length == 18) {
    cellKey = keyOf(scratchAt);
    return cellKey == 0 ? CELL_SUSPECT : CELL_CLEAN;
  }
  const kind = judgeLegacy(length);
  if (kind != CELL_SUSPECT) cellKey = hashText(scratchAt, length, FIRST_SEED);
  return kind;
}

function takeForeignNumber(from: usize, length: usize): u32 {
  memory.copy(scratchAt, from, length);
  cellLength = length;
  cellFaults = 0;
  cellKey = hashText(scratchAt, length, FIRST_SEED);
  return CELL_REGISTRATION;
}

@inline
function isQuoteMark(byte: u8): bool {
  return byte == 0x22 || byte == 0x27;
}

/** Brackets and quotes: within a value they are for the host. */
function isFrame(byte: u8): bool {
  const isRound = byte == 0x28 || byte == 0x29;
  const isSquare = byte == 0x5b || byte == 0x5d;
  const isCurly = byte == 0x7b || byte == 0x7d;
  const isAngle = byte == 0x3c || byte == 0x3e;
  return isRound || isSquare || isCurly || isAngle || isQuoteMark(byte) || byte == 0x60;
}

/** What is dropped from the end of a cell. */
@inline
export function isTail(byte: u8): bool {
  return byte == 0x2e || byte == 0x2c || byte == 0x3b || byte == 0x3a || byte == FULL_STOP;
}

/** Stands for 。 while a cell is normalized: control characters have been dropped by then. */
const FULL_STOP: u8 = 1;
/** A character that normalizing drops. */
const DROPPED: u8 = 0;
/** A character only the host knows about. */
const UNKNOWN: u8 = 2;

/**
 * What normalizing makes of the three-byte UTF-8 character at `at` (two bytes for U+00A0): full-width ASCII becomes plain,
 * the spaces and marks that exports carry are dropped, 。 stays.
 */
function foldCharacter(at: usize, to: usize): u8 {
  const first = load<u8>(at);
  const second = load<u8>(at + 1);
  if (first == 0xc2) return second == 0xa0 && at + 2 <= to ? DROPPED : UNKNOWN;
  if (at + 3 > to) return UNKNOWN;
  const third = load<u8>(at + 2);
  if (first == 0xef) {
    if (second == 0xbb && third == 0xbf) return DROPPED;
    if ((third & 0xc0) != 0x80) return UNKNOWN;
    const plain: u8 = second == 0xbc ? third - 0x60 : second == 0xbd ? third - 0x20 : 0;
    return plain > 0x20 && plain < 0x7f ? plain : UNKNOWN;
  }
  if (first == 0xe3 && second == 0x80) return third == 0x80 ? DROPPED : third == 0x82 ? FULL_STOP : UNKNOWN;
  if (first == 0xe2 && second == 0x80 && third == 0x8b) return DROPPED;
  return UNKNOWN;
}

/** Writes the normalized form of a cell to the scratch and returns its length; 0 when it is not that simple. */
function cleanCell(start: usize, end: usize): usize {
  if (end - start > LONGEST) return 0;
  let length: usize = 0;
  let forms: u32 = 0;
  for (let i = start; i < end; i++) {
    let byte = load<u8>(i);
    if (byte >= 0x80) {
      if (!isUtf8Text) return 0;
      const width: usize = byte == 0xc2 ? 1 : 2;
      byte = foldCharacter(i, end);
      if (byte == UNKNOWN) return 0;
      i += width;
      if (byte == DROPPED) {
        forms |= spacedBit;
        continue;
      }
      if (byte != FULL_STOP) forms |= fullWidthBit;
    } else if (byte <= 0x20 || byte == 0x7f) {
      forms |= spacedBit;
      continue;
    }
    if (byte >= 0x61 && byte <= 0x7a) {
      byte -= 32;
      forms |= lowerCaseBit;
    }
    store<u8>(scratchAt + length, byte);
    length++;
  }
  let from: usize = 0;
  let to = length;
  if (from < to && load<u8>(scratchAt) == 0x3d) {
    if (to < 2 || !isQuoteMark(load<u8>(scratchAt + 1))) return 0;
    from++;
  }
  while (from < to && isQuoteMark(load<u8>(scratchAt + from))) from++;
  while (from < to && isQuoteMark(load<u8>(scratchAt + to - 1))) to--;
  if (to - from >= 2 && load<u8>(scratchAt + from) == 0x28 && load<u8>(scratchAt + to - 1) == 0x29) {
    from++;
    to--;
  }
  while (from < to && isTail(load<u8>(scratchAt + to - 1))) to--;
  if (to - from != length) forms |= markedBit;
  length = 0;
  cellIsPlain = true;
  for (let i = from; i < to; i++) {
    const byte = load<u8>(scratchAt + i);
    if (byte == 0x2d) {
      forms |= dashedBit;
      continue;
    }
    if (load<u8>(valuesAt + <usize>byte) == noEntry) {
      if (byte <= 0x20 || isFrame(byte)) return 0;
      cellIsPlain = false;
    }
    store<u8>(scratchAt + length, byte);
    length++;
  }
  cellFaults = forms;
  return length;
}

/** Value 0–35 of a character of the normalized form. */
@inline
export function valueAt(index: usize): u32 {
  return <u32>load<u8>(valuesAt + <usize>load<u8>(scratchAt + index));
}

/** Digits at the beginning of the normalized form. */
export function countDigits(length: usize): usize {
  let i: usize = 0;
  while (i < length && valueAt(i) < DIGIT_LIMIT) i++;
  return i;
}

function judgeLegacy(length: usize): u32 {
  // Cells of nothing but zeros, an X behind them or not, belong to an earlier row.
  if (isZeros(length)) return CELL_SUSPECT;
  const digits = countDigits(length);
  // A123456789012: a letter and 12–15 digits.
  if (length >= 13 && length <= 16 && digits == 0 && digitsFrom(1, length)) return CELL_REGISTRATION;
  // So do 911E17 and its like.
  if (digits > 0 && digits < length && load<u8>(scratchAt + digits) == 0x45 && digitsFrom(digits + 1, length)) return CELL_SUSPECT;
  if (length == 9) return organizationHolds(0) ? CELL_ORGANIZATION : CELL_SUSPECT;
  if (length == 13) return digits == 13 ? CELL_REGISTRATION : CELL_SUSPECT;
  if (length != 15) return CELL_SUSPECT;
  if (digits == 15 && registrationHolds()) return CELL_REGISTRATION;
  // 370000NA000001X is a registration number, whatever its last nine say.
  if (load<u8>(scratchAt + 6) == 0x4e) return isCooperative() ? CELL_REGISTRATION : CELL_SUSPECT;
  if (digits >= 6 && organizationHolds(6)) return CELL_TAXPAYER;
  return CELL_SUSPECT;
}

export function digitsFrom(from: usize, to: usize): bool {
  for (let i = from; i < to; i++) if (valueAt(i) >= DIGIT_LIMIT) return false;
  return true;
}

/** 370000NA000001X: six digits, N, a letter, six digits, X. */
function isCooperative(): bool {
  return digitsFrom(0, 6) && valueAt(7) >= DIGIT_LIMIT && digitsFrom(8, 14) && load<u8>(scratchAt + 14) == 0x58;
}

/** Whether nothing but zeros stands there, or zeros and an X. */
export function isZeros(length: usize): bool {
  for (let i: usize = 0; i + 1 < length; i++) if (load<u8>(scratchAt + i) != 0x30) return false;
  const last = load<u8>(scratchAt + length - 1);
  return last == 0x30 || (last == 0x58 && length > 1);
}

/** GB 11714-1997: weights 3 7 9 10 5 8 4 2, the ninth character closes the sum to 0 mod 11, 10 is X. */
export function organizationHolds(from: usize): bool {
  const sum =
    valueAt(from) * 3 + valueAt(from + 1) * 7 + valueAt(from + 2) * 9 + valueAt(from + 3) * 10 +
    valueAt(from + 4) * 5 + valueAt(from + 5) * 8 + valueAt(from + 6) * 4 + valueAt(from + 7) * 2;
  const last = load<u8>(scratchAt + from + 8);
  const check: u32 = last == 0x58 ? 10 : <u32>last - 0x30;
  if (check > 10 || (check == 10 && last != 0x58)) return false;
  return (sum + check) % 11 == 0;
}

/** GB/T 17710 MOD 11,10 over 15 digits. */
function registrationHolds(): bool {
  let product: u32 = 10;
  for (let i: usize = 0; i < 14; i++) {
    let sum = (product + valueAt(i)) % 10;
    if (sum == 0) sum = 10;
    product = (sum * 2) % 11;
  }
  return (product + valueAt(14)) % 10 == 1;
}
