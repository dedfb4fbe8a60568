import { findOrganizationCheckCharacter } from './organization-code.ts';
import { type Gate, offer } from './repair-candidates.ts';

const farthest = 64n;

/**
 * The codes that a value of 18 digits may have been before it passed for a number. Excel kept 15 digits and wrote zeros: ten values
 * of position 16 are left, and both check characters have to be digits too. A double is at most 64 away from the code.
 */
export function offerUnrounded(gate: Gate, digits: string, weight: number): void {
  if (digits.endsWith('000')) offerLostDigits(gate, digits.slice(0, 15), weight);
  if (BigInt(Number(digits)) === BigInt(digits)) offerNeighbours(gate, digits, weight);
}

function offerLostDigits(gate: Gate, first15: string, weight: number): void {
  for (let lost = 0; lost <= 9; lost++) {
    const first16 = first15 + lost;
    const first17 = first16 + findOrganizationCheckCharacter(first16, 8);
    for (let last = 0; last <= 9; last++) offerDigits(gate, first17 + last, `${first15}000`, weight);
  }
}

function offerNeighbours(gate: Gate, digits: string, weight: number): void {
  const rounded = Number(digits);
  for (let step = -farthest; step <= farthest; step++) {
    const neighbour = BigInt(digits) + step;
    if (Number(neighbour) === rounded) offerDigits(gate, String(neighbour), digits, weight);
  }
}

function offerDigits(gate: Gate, value: string, digits: string, weight: number): void {
  if (value.includes('X')) return;
  const edits = Array.from(value).filter((digit, index) => digit !== digits.charAt(index)).length;
  offer(gate, value, edits, 'spreadsheet-rounding', weight);
}
