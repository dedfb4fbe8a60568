import { alphabet, codeValueAt, codeWeights } from './alphabet.ts';
import { findCheckCharacter } from './check-character.ts';

const inverses = codeWeights.map(
  (weight) => Array.from(alphabet, (_, value) => value).find((value) => (value * weight) % 31 === 1) ?? 0,
);

/**
 * The character at `index` that makes the weighted sum 0 modulo 31.
 *
 * @param remainder the sum with a character of `value` there
 */
export function solveAt(index: number, remainder: number, value = 0): string {
  return alphabet.charAt(modulo31(value - remainder * (inverses[index] ?? 0)));
}

/** Weighted sum of all characters but the one at `hole`. */
export function sumAround(characters: readonly string[], hole: number): number {
  let sum = 0;
  for (const [at, character] of characters.entries()) {
    if (at !== hole) sum += codeValueAt(character, 0) * (codeWeights[at] ?? 0);
  }
  return sum;
}

export function modulo31(value: number): number {
  const rest = value % 31;
  return rest < 0 ? rest + 31 : rest;
}

export function withCheckCharacter(first17: string): string {
  return first17 + findCheckCharacter(first17);
}

export function replaceAt(text: string, index: number, character: string): string {
  return text.slice(0, index) + character + text.slice(index + 1);
}

/** The two characters from `index` in the other order. */
export function swapAt(text: string, index: number): string {
  return text.slice(0, index) + text.charAt(index + 1) + text.charAt(index) + text.slice(index + 2);
}
