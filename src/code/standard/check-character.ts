import { UsccError } from '../error.ts';
import { alphabet, codeLength, codeValueAt, codeWeights } from './alphabet.ts';

/**
 * The check character of a code (GB 32100-2015, section 4.5 and its annex): position 18, computed from the other 17.
 *
 * @param first17 positions 1–17, clean and in upper case; longer text is refused, not cut
 * @returns one character of the alphabet
 * @throws UsccError `usage` when it is not 17 characters of the alphabet
 * @example checkCharacter('91350100M000100Y4') // '3'
 */
export function checkCharacter(first17: string): string {
  if (typeof first17 !== 'string' || first17.length !== 17) {
    throw new UsccError('usage', 'checkCharacter takes the first 17 characters of a code');
  }
  for (let index = 0; index < 17; index++) {
    if (codeValueAt(first17, index) < 0) {
      throw new UsccError('usage', `checkCharacter: character ${index + 1} is not one of ${alphabet}`);
    }
  }
  return findCheckCharacter(first17);
}

/** {@link checkCharacter} of a code or its first 17 characters, already known to be of the alphabet. */
export function findCheckCharacter(code: string): string {
  return alphabet.charAt((31 - (weighFirst(code, 17) % 31)) % 31);
}

/** Weighted sum of all 18 positions modulo 31; 0 when the check character is right. Takes 18 characters of the alphabet. */
export function codeRemainder(code: string): number {
  return weighFirst(code, codeLength) % 31;
}

function weighFirst(code: string, count: number): number {
  let sum = 0;
  for (let index = 0; index < count; index++) sum += codeValueAt(code, index) * (codeWeights[index] ?? 0);
  return sum;
}
