/**
 * The codes that a value may have been before it passed for a number. For every choice of the first 16 digits both check characters are
 * given, and both have to be digits, so few are left: of the ten that Excel's 15 digits allow about four, of a double's two or three one.
 */

import { isDouble } from '../code/cell/spreadsheet.ts';
import { codeLength } from '../code/standard/alphabet.ts';
import { findCheckCharacter } from '../code/standard/check-character.ts';
import { findOrganizationCheckCharacter } from '../code/standard/organization-code.ts';
import { addCandidate, type Candidates } from './repair-candidates.ts';

/** Doubles below 10^18 are at most 128 apart, so what one stands for is at most 64 away. */
const farthest = 64;
/** Some programs round the fifteenth digit where Excel cuts off. */
const roundedUp = 0.2;

/** 18 digits that {@link isRounded}. */
export function addUnrounded(candidates: Candidates, digits: string, weight: number): void {
  const countChanged = (value: string): number =>
    Array.from(value).filter((digit, index) => digit !== digits.charAt(index)).length;
  if (digits.endsWith('000')) addLostDigits(candidates, digits.slice(0, 15), weight, countChanged);
  if (isDouble(digits)) addNeighbours(candidates, digits, weight, countChanged);
}

/** How far a code is from the value as it stands. */
export type CountEdits = (value: string) => number;

/** The codes of which 15 digits are left. */
export function addLostDigits(candidates: Candidates, first15: string, weight: number, countEdits: CountEdits): void {
  for (let lost = 0; lost <= 9; lost++) addDigits(candidates, first15 + lost, weight, countEdits);
  const below = addTo(first15, -1);
  for (let lost = 5; lost <= 9; lost++) addDigits(candidates, below + lost, weight * roundedUp, countEdits);
}

/** The codes that 18 digits of a double stand for. */
export function addNeighbours(candidates: Candidates, digits: string, weight: number, countEdits: CountEdits): void {
  const double = Number(digits);
  // Every digit of a double below 10^21; no BigInt, which engines from before 2020 do not load.
  const exact = double.toFixed(0);
  const last = addTo(exact, farthest).slice(0, -2);
  for (let first16 = addTo(exact, -farthest).slice(0, -2); first16 <= last; first16 = addTo(first16, 1)) {
    addDigits(candidates, first16, weight, countEdits, double);
  }
}

/** Digits more than a number holds, and a small step, in two halves. */
function addTo(digits: string, step: number): string {
  const at = digits.length - 9;
  const sum = Number(digits.slice(at)) + step;
  const carry = Math.floor(sum / 1e9);
  return String(Number(digits.slice(0, at)) + carry).padStart(at, '0') + String(sum - carry * 1e9).padStart(9, '0');
}

/** The one code that begins so, if it is all digits and, where a double is given, rounds to that. */
function addDigits(
  candidates: Candidates,
  first16: string,
  weight: number,
  countEdits: CountEdits,
  double?: number,
): void {
  const first17 = first16 + findOrganizationCheckCharacter(first16, 8);
  if (first17.endsWith('X')) return;
  const value = first17 + findCheckCharacter(first17);
  const last = value.charAt(17);
  if (value.length !== codeLength || last < '0' || last > '9') return;
  if (double === undefined || Number(value) === double) {
    addCandidate(candidates, value, countEdits(value), 'spreadsheet-rounding', weight);
  }
}
