/**
 * The edits of one wrong character, solved instead of tried. With R the weighted sum of the value modulo 31 (0 when right):
 *
 *   replace at i    v' = v − R / wᵢ                     one value a position
 *   swap i, i+1     R + (wᵢ − wᵢ₊₁)(vᵢ₊₁ − vᵢ) = 0        a yes or a no
 *   insert at i     v' = −R(with the tail moved on) / wᵢ   one value a position, of 17 characters
 *   delete at i     R(with the tail moved back) = 0        a yes or a no, of 19 characters
 *
 * What is left, a few of 18, goes through the gate, which asks GB 11714 and the tables.
 */
import { alphabet, codeLength, codeValueAt, codeWeights } from './alphabet.ts';
import { areSimilar } from './look-alikes.ts';
import { type Gate, offer } from './repair-candidates.ts';

const inverses = codeWeights.map((weight) => alphabetNumbers().find((value) => (value * weight) % 31 === 1) ?? 0);

/**
 * How often each error happens, against one plain wrong character. Estimates, ordered by what real registrations show: most wrong
 * check characters are complements, and of the rest the check character itself is the usual suspect.
 */
export const weightOf = {
  complement: 60,
  lookAlike: 40,
  rounded: 20,
  visual: 6,
  swap: 5,
  doubled: 8,
  missing: 2,
  extra: 2,
  checkCharacter: 5,
  bothCheckCharacters: 8,
  plain: 1,
} as const;

/**
 * Every code one replaced character away.
 *
 * @param remainder R of the code, not 0
 * @param organizationRight whether its GB 11714 holds; if not, only positions 9–17 can be at fault
 */
export function offerReplacements(gate: Gate, code: string, remainder: number, organizationRight: boolean): void {
  for (let index = 0; index < codeLength; index++) {
    if (!organizationRight && (index < 8 || index > 16)) continue;
    const value = modulo31(codeValueAt(code, index) - remainder * (inverses[index] ?? 0));
    if (index >= 2 && index < 8 && value > 9) continue;
    const character = alphabet.charAt(value);
    const similar = areSimilar(code.charAt(index), character);
    const weight =
      (similar ? weightOf.visual : weightOf.plain) + (index === codeLength - 1 ? weightOf.checkCharacter : 0);
    offer(gate, replaceAt(code, index, character), 1, similar ? 'look-alike' : 'substitution', weight);
  }
}

/** Every code one swap of neighbours away. */
export function offerSwaps(gate: Gate, code: string, remainder: number): void {
  for (let index = 0; index < codeLength - 1; index++) {
    const step = codeValueAt(code, index + 1) - codeValueAt(code, index);
    const weights = (codeWeights[index] ?? 0) - (codeWeights[index + 1] ?? 0);
    if (modulo31(remainder + weights * step) !== 0) continue;
    const swapped = code.slice(0, index) + code.charAt(index + 1) + code.charAt(index) + code.slice(index + 2);
    offer(gate, swapped, 1, 'swap', weightOf.swap);
  }
}

/** The one code that has another character at `index`, when the rest is right. */
export function offerErasure(gate: Gate, characters: readonly string[], index: number): void {
  let sum = 0;
  for (const [at, character] of characters.entries())
    if (at !== index) sum += codeValueAt(character, 0) * (codeWeights[at] ?? 0);
  const character = alphabet.charAt(modulo31(-sum * (inverses[index] ?? 0)));
  offer(
    gate,
    characters.map((other, at) => (at === index ? character : other)).join(''),
    1,
    'substitution',
    weightOf.plain,
  );
}

/** Every code one inserted character away from 17 characters of the alphabet. */
export function offerInsertions(gate: Gate, text: string, edits: number): void {
  let sum = 0;
  for (let index = 0; index < 17; index++) sum += codeValueAt(text, index) * (codeWeights[index + 1] ?? 0);
  for (let index = 0; index <= 17; index++) {
    const value = modulo31(-sum * (inverses[index] ?? 0));
    const character = alphabet.charAt(value);
    // The same character twice can be inserted before or after itself; once is enough.
    if (index === 0 || character !== text.charAt(index - 1)) {
      const doubled = character === text.charAt(index);
      const weight = doubled ? weightOf.doubled : weightOf.missing;
      offer(gate, text.slice(0, index) + character + text.slice(index), edits + 1, 'missing-character', weight);
    }
    sum += codeValueAt(text, index) * ((codeWeights[index] ?? 0) - (codeWeights[index + 1] ?? 0));
  }
}

/**
 * Every code one dropped character away from 19.
 *
 * @param misread places of characters that were read as what they look like; dropping one of those saves its edit
 */
export function offerDeletions(gate: Gate, characters: readonly string[], misread: readonly number[]): void {
  for (const [index, character] of characters.entries()) {
    const rest = characters.toSpliced(index, 1).join('');
    const doubled = character === characters[index - 1] || character === characters[index + 1];
    const edits = misread.length + (misread.includes(index) ? 0 : 1);
    offer(gate, rest, edits, 'extra-character', doubled ? weightOf.doubled : weightOf.extra);
  }
}

export function replaceAt(text: string, index: number, character: string): string {
  return text.slice(0, index) + character + text.slice(index + 1);
}

function modulo31(value: number): number {
  const rest = value % 31;
  return rest < 0 ? rest + 31 : rest;
}

function alphabetNumbers(): number[] {
  return Array.from(alphabet, (_, value) => value);
}
