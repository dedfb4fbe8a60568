import { UsccError } from '../error.ts';
import { organizationAlphabet, organizationValueAt, organizationWeights } from './alphabet.ts';

/**
 * The check character of an organization code (主体标识码, GB 11714-1997, section 4.2): the ninth character, from the first eight.
 *
 * The values count all 36 letters and digits, the five that GB 32100 leaves out included, because organization codes are older.
 *
 * @param first8 positions 9–16 of a code, or the first eight of an organization code; upper case
 * @returns one of 0-9 or `X`
 * @throws UsccError `usage` when it is not eight characters of 0-9A-Z
 * @example organizationCheckCharacter('M000100Y') // '4'
 */
export function organizationCheckCharacter(first8: string): string {
  if (typeof first8 !== 'string' || first8.length !== 8) {
    throw new UsccError('usage', 'organizationCheckCharacter takes the first 8 characters of an organization code');
  }
  for (let index = 0; index < 8; index++) {
    if (organizationValueAt(first8, index) < 0) {
      throw new UsccError(
        'usage',
        `organizationCheckCharacter: character ${index + 1} is not one of ${organizationAlphabet}`,
      );
    }
  }
  return findOrganizationCheckCharacter(first8, 0);
}

/** True when the nine characters from `start` are an organization code with the right check character. */
export function isOrganizationCodeAt(text: string, start: number): boolean {
  return text.length >= start + 9 && text.charAt(start + 8) === findOrganizationCheckCharacter(text, start);
}

/** The check character of the eight characters from `start`; empty when one of them is none of 0-9A-Z. */
export function findOrganizationCheckCharacter(text: string, start: number): string {
  let sum = 0;
  for (let index = 0; index < 8; index++) {
    const value = organizationValueAt(text, start + index);
    if (value < 0) return '';
    sum += value * (organizationWeights[index] ?? 0);
  }
  return '0123456789X'.charAt((11 - (sum % 11)) % 11);
}
