// The decision table for what is neither a clean code nor an older number, of a cell that judgeCell has just looked at: its normalized
// form stands in the scratch. What takes more than arithmetic (words for nothing, today's date, how a program writes a double) is left
// undecided. The table itself, and what each row means: src/code/cell/decide.ts; a test holds the two together.
//
// A decision is one word; decision.ts has its bits.

import {
  conformingKey, dashedBit, erroneousKey, incomparableKey, markedBit, noEntry, pairsAt, positionsAt, provincesAt, scratchAt,
} from '../../contract';
import {
  charsetDecision, checkDigitDecision, conformingDecision, decidedAuthorityAt, decidedDetailAt, decidedFaultsAt, decidedOddPair,
  decidedShownAt, decidedWithArea, identityDecision, lengthDecision, mostCharacters, notationDecision, organizationDecision,
  pilotDecision, regionDecision, registrationDecision, showsCheckDigit, showsComplement, showsConforming, showsNoted, showsOrganization,
  showsRounded,
} from '../../decision';
import { cellFaults, cellIsPlain, cellLength, countDigits, digitsFrom, isTail, isZeros, organizationHolds, valueAt } from './cell';

const CODE_LENGTH: usize = 18;
const NATIONAL: u32 = 34;
const NO: u32 = 0;
const YES: u32 = 1;
const UNKNOWN: u32 = 2;

/** Positions 3–8 of the code last decided, 5 bits each. */
export let decidedRegion: u32 = 0;
/** Under which kind of key the cell last decided is listed; `incomparableKey`: it is not. */
export let decidedKey: u32 = 0;

/** What the cell last judged is; 0: the host has to say. */
export function decide(): u32 {
  decidedKey = incomparableKey;
  if (cellLength == 0) return 0;
  const decision = decideText(cellLength);
  if (decision == 0) return 0;
  // Of a cell that is written in another way too, marks within the value are told as well.
  const faults = cellFaults != 0 && !cellIsPlain && holdsPunctuation() ? cellFaults | markedBit : cellFaults;
  return decision | (faults << decidedFaultsAt);
}

function holdsPunctuation(): bool {
  for (let i: usize = 0; i < cellLength; i++) {
    const byte = load<u8>(scratchAt + i);
    if (isTail(byte) || byte == 0x3d) return true;
  }
  return false;
}

function decideText(length: usize): u32 {
  const strange = length == CODE_LENGTH ? findStrange() : CODE_LENGTH;
  if (length == CODE_LENGTH && strange == CODE_LENGTH) return isZeros(length) ? 0 : decideCode();
  if (isNotation(length)) return cellFaults & dashedBit ? 0 : notationDecision;
  if (maySayNothing(length)) return 0;
  if (strange < CODE_LENGTH) return charsetDecision | (<u32>load<u8>(scratchAt + strange) << decidedDetailAt);
  const digits = countDigits(length);
  if (length == 15 && digits >= 6 && cellIsPlain && organizationHolds(6)) return 0;
  if (length == 15 && digits == 15) {
    decidedKey = erroneousKey;
    return registrationDecision;
  }
  return lengthDecision | (min(<u32>length, mostCharacters) << decidedDetailAt);
}

/** Whether it may be a word or a mark for nothing: they have no digit but zeros. */
function maySayNothing(length: usize): bool {
  for (let i: usize = 0; i < length; i++) if (valueAt(i) >= 1 && valueAt(i) <= 9) return false;
  return true;
}

/** Rows 4–9: 18 characters of the alphabet. */
function decideCode(): u32 {
  decidedKey = erroneousKey;
  let sum: u32 = 0;
  let weight: u32 = 1;
  for (let i: usize = 0; i < 17; i++) {
    sum += codeValueAt(i) * weight;
    weight = (weight * 3) % 31;
  }
  const remainder = (sum + codeValueAt(17)) % 31;
  const holds = organizationHolds(8);
  if (!digitsFrom(2, 8)) return decided(regionDecision, 0);
  if (remainder == 0 && holds) {
    decidedKey = conformingKey;
    return decided(conformingDecision, showsConforming | showsNoted);
  }
  const identity = findIdentity();
  if (identity != NO) return identity == YES ? decided(identityDecision, 0) : 0;
  if (holds && isPilotEra()) {
    decidedKey = conformingKey;
    return decided(pilotDecision, showsConforming | showsNoted);
  }
  if (remainder == 0) return decided(organizationDecision, showsNoted | showsOrganization);
  if (remainder == (2 * codeValueAt(17)) % 31) return decided(checkDigitDecision, showsNoted | showsCheckDigit | showsComplement);
  const rounded = findRounded();
  if (rounded == UNKNOWN) return 0;
  return decided(checkDigitDecision, showsNoted | showsCheckDigit | (rounded == YES ? showsRounded : 0));
}

/** The word for a code, and its area. */
function decided(decision: u32, shown: u32): u32 {
  decidedRegion = 0;
  for (let i: usize = 2; i < 8; i++) decidedRegion = (decidedRegion << 5) | codeValueAt(i);
  const isOdd = (shown & showsNoted) != 0 && !hasPair();
  return decision | (shown << decidedShownAt) | (isOdd ? decidedOddPair : 0) | decidedWithArea | (codeValueAt(0) << decidedAuthorityAt);
}

/** Value 0–30 of a character of the alphabet: at position 1 it weighs 1. */
@inline
function codeValueAt(index: usize): u32 {
  return <u32>(load<u64>(positionsAt + (<usize>load<u8>(scratchAt + index) << 3)) >> 40) & 0x3ff;
}

/** The first of 18 characters that is not of the alphabet, or 18. */
function findStrange(): usize {
  let i: usize = 0;
  while (i < CODE_LENGTH && load<u64>(positionsAt + (<usize>load<u8>(scratchAt + i) << 3)) >> 58 == 0) i++;
  return i;
}

function hasPair(): bool {
  return load<u8>(pairsAt + ((<usize>load<u8>(scratchAt) & 63) << 6) + (<usize>load<u8>(scratchAt + 1) & 63)) != noEntry;
}

function isProvinceAt(index: usize): bool {
  return load<u8>(provincesAt + <usize>(valueAt(index) * 10 + valueAt(index + 1))) < NATIONAL;
}

/** Whether it is a resident ID number; one with a slip in it takes today's date to tell. */
function findIdentity(): u32 {
  if (!digitsFrom(0, 17)) return NO;
  const year = numberAt(6, 4);
  const last = load<u8>(scratchAt + 17);
  const lastValue: u32 = last == 0x58 ? 10 : valueAt(17);
  if (year < 1800 || year > 2099 || lastValue > 10 || (lastValue == 10 && last != 0x58)) return NO;
  if (!isDay(year, numberAt(10, 2), numberAt(12, 2))) return NO;
  let remainder: u32 = 0;
  for (let i: usize = 0; i < 17; i++) remainder = ((remainder + valueAt(i)) * 2) % 11;
  if ((remainder + lastValue) % 11 == 1) return YES;
  return year >= 1900 && isProvinceAt(0) && !(hasPair() && isProvinceAt(2)) ? UNKNOWN : NO;
}

function isDay(year: u32, month: u32, day: u32): bool {
  if (month < 1 || month > 12 || day < 1) return false;
  if (month == 2) return day <= (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28);
  return day <= (month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31);
}

function numberAt(from: usize, count: usize): u32 {
  let number: u32 = 0;
  for (let i = from; i < from + count; i++) number = number * 10 + valueAt(i);
  return number;
}

/** The rule of codes issued in Fujian before the standard, of one whose organization code holds. */
function isPilotEra(): bool {
  if (load<u16>(scratchAt + 2) != 0x3533 || load<u16>(scratchAt + 8) != 0x304d) return false;
  let sum: u32 = 0;
  let weight: u32 = 1;
  for (let i: usize = 0; i < 17; i++) {
    sum += valueAt(i) * weight;
    weight = (weight * 2) % 37;
  }
  return (sum + valueAt(17)) % 37 == 0;
}

/** Whether it has been through a floating-point number; of one that ends in 0 the host can say how short it may be written. */
function findRounded(): u32 {
  if (!digitsFrom(0, CODE_LENGTH)) return NO;
  if (numberAt(15, 3) == 0) return YES;
  if (valueAt(0) == 0) return NO;
  let number: u64 = 0;
  for (let i: usize = 0; i < CODE_LENGTH; i++) number = number * 10 + <u64>valueAt(i);
  if (<u64>(<f64>number) == number) return YES;
  return valueAt(17) == 0 ? UNKNOWN : NO;
}

/** Whether it is `9.13E+17` or the like. */
function isNotation(length: usize): bool {
  const to = scratchAt + length;
  let at = passDigits(scratchAt, to);
  if (at == scratchAt || at == to) return false;
  if (load<u8>(at) == 0x2e || load<u8>(at) == 0x2c) {
    const fraction = at + 1;
    at = passDigits(fraction, to);
    if (at == fraction || at == to) return false;
  }
  if (load<u8>(at) != 0x45) return false;
  at++;
  if (at < to && load<u8>(at) == 0x2b) at++;
  return at < to && passDigits(at, to) == to;
}

function passDigits(from: usize, to: usize): usize {
  let at = from;
  while (at < to && load<u8>(at) >= 0x30 && load<u8>(at) <= 0x39) at++;
  return at;
}
