import { isCodeShaped, isDigits } from './alphabet.ts';
import { codeRemainder } from './check-character.ts';
import { isOrganizationCodeAt } from './organization-code.ts';

/**
 * Row 9 of the decision table: 18 characters of the alphabet, digits in the region, both check characters right. The pilot era
 * and words for nothing (eighteen zeros) are other rows.
 */
export function conforms(code: string): boolean {
  // The organization code first: of what a repair tries, that rules out ten in eleven.
  return isOrganizationCodeAt(code, 8) && isCodeShaped(code) && isDigits(code, 2, 8) && codeRemainder(code) === 0;
}
