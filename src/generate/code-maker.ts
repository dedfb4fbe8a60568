import {
  alphabet,
  codeValues,
  codeWeights,
  organizationValues,
  organizationWeights,
} from '../code/standard/alphabet.ts';
import { pairs } from '../code/standard/authority-category.ts';
import { divisions } from './divisions.ts';
import type { Entity } from './entity.ts';
import { Permutation } from './permutation.ts';
import { streams } from './streams.ts';

/**
 * Writes the code of a row straight into bytes. No two rows share an organization code, and so no code: its eight
 * characters are the row number, sent through a permutation.
 *
 *   position   1 2 │ 3 4 5 6 7 8 │ 9 10 11 12 │ 13 14 15 16 │ 17    │ 18
 *   even rows  pair│ region      │ four digits │ four digits │ check │ check      10^8 of them
 *   odd rows   pair│ region      │ M A ‥Y, then three characters twice    │ check │ check      21 × 31^6
 *
 * Every part brings its share of both weighted sums along, worked out once.
 */
export class CodeMaker {
  readonly #digits: Permutation;
  readonly #letters: Permutation;

  constructor(seed: number) {
    this.#digits = new Permutation(10_000, seed, streams.digits);
    this.#letters = new Permutation(31 ** 3, seed, streams.letters);
  }

  /** Writes 18 bytes at the beginning of `target`. */
  write(entity: Entity, target: Uint8Array): void {
    const { index } = entity;
    let codeSum = copy(pairParts, entity.pair, target, 0) + copy(divisionParts, entity.division, target, 2);
    let organizationSum = 0;
    if (index % 2 === 0 && index < 200_000_000) {
      this.#digits.map(index / 2);
      const { high, low } = this.#digits;
      codeSum += copy(digitParts.high, high, target, 8) + copy(digitParts.low, low, target, 12);
      organizationSum = sumOf(digitParts.high, high) + sumOf(digitParts.low, low);
    } else {
      const ordinal = index < 200_000_000 ? (index - 1) / 2 : index - 100_000_000;
      const letter = Math.floor(ordinal / lettersEach);
      this.#letters.map(ordinal - letter * lettersEach);
      const { high, low } = this.#letters;
      codeSum += copy(prefixParts, letter, target, 8);
      codeSum += copy(letterParts.high, high, target, 10) + copy(letterParts.low, low, target, 13);
      organizationSum = sumOf(prefixParts, letter) + sumOf(letterParts.high, high) + sumOf(letterParts.low, low);
    }
    const check = (11 - (organizationSum % 11)) % 11;
    target[16] = organizationChecks[check] ?? 0;
    codeSum += (check === 10 ? (codeValues[88] ?? 0) : check) * (codeWeights[16] ?? 0);
    target[17] = alphabetBytes[(31 - (codeSum % 31)) % 31] ?? 0;
  }
}

/** Texts of one length that stand at one position in a code, with their shares of the sums. */
interface Parts {
  length: number;
  bytes: Uint8Array;
  codeSums: Uint16Array;
  organizationSums: Uint16Array;
}

const lettersEach = 31 ** 6;
const alphabetBytes = new TextEncoder().encode(alphabet);
const organizationChecks = new TextEncoder().encode('0123456789X');
const threeCharacters = Array.from(
  { length: 31 ** 3 },
  (_, index) =>
    alphabet.charAt(Math.floor(index / 961)) +
    alphabet.charAt(Math.floor(index / 31) % 31) +
    alphabet.charAt(index % 31),
);
const fourDigits = Array.from({ length: 10_000 }, (_, index) => String(index).padStart(4, '0'));

const pairParts = makeParts(
  pairs.map((pair) => pair.authority + pair.category),
  0,
);
const divisionParts = makeParts(
  divisions.map((division) => division.code),
  2,
);
const digitParts = { high: makeParts(fourDigits, 8), low: makeParts(fourDigits, 12) };
/** `M` and a letter: `M0` is left to the codes of the pilot era. */
const prefixParts = makeParts(
  [...alphabet.slice(10)].map((letter) => `M${letter}`),
  8,
);
const letterParts = { high: makeParts(threeCharacters, 10), low: makeParts(threeCharacters, 13) };

function makeParts(texts: readonly string[], start: number): Parts {
  const length = texts[0]?.length ?? 0;
  const parts: Parts = {
    length,
    bytes: new TextEncoder().encode(texts.join('')),
    codeSums: new Uint16Array(texts.length),
    organizationSums: new Uint16Array(texts.length),
  };
  texts.forEach((text, index) => {
    for (let at = 0; at < length; at++) {
      const unit = text.charCodeAt(at);
      const weight = start >= 8 ? (organizationWeights[start - 8 + at] ?? 0) : 0;
      parts.codeSums[index] = (parts.codeSums[index] ?? 0) + (codeValues[unit] ?? 0) * (codeWeights[start + at] ?? 0);
      parts.organizationSums[index] = (parts.organizationSums[index] ?? 0) + (organizationValues[unit] ?? 0) * weight;
    }
  });
  return parts;
}

/** Copies one part to its position and returns its share of the code's sum. */
function copy(parts: Parts, index: number, target: Uint8Array, at: number): number {
  const { length, bytes } = parts;
  const from = index * length;
  for (let offset = 0; offset < length; offset++) target[at + offset] = bytes[from + offset] ?? 0;
  return parts.codeSums[index] ?? 0;
}

function sumOf(parts: Parts, index: number): number {
  return parts.organizationSums[index] ?? 0;
}
