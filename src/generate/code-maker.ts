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
 * Every snippet brings its share of both weighted sums along, worked out once.
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
    let codeSum = copy(pairSnippets, entity.pair, target, 0) + copy(divisionSnippets, entity.division, target, 2);
    let organizationSum = 0;
    if (index % 2 === 0 && index < 200_000_000) {
      this.#digits.map(index / 2);
      const { high, low } = this.#digits;
      codeSum += copy(digitSnippets.high, high, target, 8) + copy(digitSnippets.low, low, target, 12);
      organizationSum = sumOf(digitSnippets.high, high) + sumOf(digitSnippets.low, low);
    } else {
      const ordinal = index < 200_000_000 ? (index - 1) / 2 : index - 100_000_000;
      const letter = Math.floor(ordinal / lettersEach);
      this.#letters.map(ordinal - letter * lettersEach);
      const { high, low } = this.#letters;
      codeSum += copy(prefixSnippets, letter, target, 8);
      codeSum += copy(letterSnippets.high, high, target, 10) + copy(letterSnippets.low, low, target, 13);
      organizationSum =
        sumOf(prefixSnippets, letter) + sumOf(letterSnippets.high, high) + sumOf(letterSnippets.low, low);
    }
    const check = (11 - (organizationSum % 11)) % 11;
    target[16] = organizationChecks[check] ?? 0;
    codeSum += (check === 10 ? (codeValues[88] ?? 0) : check) * (codeWeights[16] ?? 0);
    target[17] = alphabetBytes[(31 - (codeSum % 31)) % 31] ?? 0;
  }
}

/** Texts of one length that stand at one position in a code, with their shares of the sums. */
interface Snippets {
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

const pairSnippets = makeSnippets(
  pairs.map((pair) => pair.authority + pair.category),
  0,
);
const divisionSnippets = makeSnippets(
  divisions.map((division) => division.code),
  2,
);
const digitSnippets = { high: makeSnippets(fourDigits, 8), low: makeSnippets(fourDigits, 12) };
/** `M` and a letter: `M0` is left to the codes of the pilot era. */
const prefixSnippets = makeSnippets(
  [...alphabet.slice(10)].map((letter) => `M${letter}`),
  8,
);
const letterSnippets = { high: makeSnippets(threeCharacters, 10), low: makeSnippets(threeCharacters, 13) };

function makeSnippets(texts: readonly string[], start: number): Snippets {
  const length = texts[0]?.length ?? 0;
  const snippets: Snippets = {
    length,
    bytes: new TextEncoder().encode(texts.join('')),
    codeSums: new Uint16Array(texts.length),
    organizationSums: new Uint16Array(texts.length),
  };
  texts.forEach((text, index) => {
    for (let at = 0; at < length; at++) {
      const unit = text.charCodeAt(at);
      const weight = start >= 8 ? (organizationWeights[start - 8 + at] ?? 0) : 0;
      snippets.codeSums[index] =
        (snippets.codeSums[index] ?? 0) + (codeValues[unit] ?? 0) * (codeWeights[start + at] ?? 0);
      snippets.organizationSums[index] =
        (snippets.organizationSums[index] ?? 0) + (organizationValues[unit] ?? 0) * weight;
    }
  });
  return snippets;
}

/** Copies one snippet to its position and returns its share of the code's sum. */
function copy(snippets: Snippets, index: number, target: Uint8Array, at: number): number {
  const { length, bytes } = snippets;
  const from = index * length;
  for (let offset = 0; offset < length; offset++) target[at + offset] = bytes[from + offset] ?? 0;
  return snippets.codeSums[index] ?? 0;
}

function sumOf(snippets: Snippets, index: number): number {
  return snippets.organizationSums[index] ?? 0;
}
