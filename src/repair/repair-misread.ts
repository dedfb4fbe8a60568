/**
 * Characters whose place is known to be wrong: none of the alphabet, or a letter among the digits of the region.
 *
 *   9135O1◌◌M000100Y43      each is read as what it looks like      ─▶ a beam of the likeliest readings
 *                           one or two: whatever the sums allow      ─▶ one gap is solved, two are tried and solved
 */
import { alphabet, codeValueAt } from '../code/standard/alphabet.ts';
import { replaceAt } from './edit-at.ts';
import { digitsLike } from './look-alikes.ts';
import { guessMisread } from './misread.ts';
import { addCandidate, type Candidates } from './repair-candidates.ts';
import { fillGap } from './repair-solve.ts';
import * as weightOf from './repair-weights.ts';

/** Stands for a character to be found; one code unit, whatever stood there. */
const gap = '?';
const mostReadings = 48;
const nextGuess = 0.3;

/**
 * Every reading, and for a single gap whatever the sums allow.
 *
 * @param characters 18 of them
 * @param gaps indexes of those whose place is wrong, ascending
 */
export function addReadings(candidates: Candidates, characters: readonly string[], gaps: readonly number[]): void {
  const guesses = gaps.map((index) => guessAt(characters[index] ?? '', index));
  const others = blank(characters, gaps);
  const [first, second] = gaps;
  if (first !== undefined && second === undefined) {
    addReading(candidates, others, first, guesses[0] ?? '');
    return;
  }
  for (const { text, weight } of listReadings(others, gaps, guesses)) {
    addCandidate(candidates, text, gaps.length, 'look-alike', weight);
  }
}

/** One gap: there is one character that the sums allow. */
function addReading(candidates: Candidates, text: string, at: number, guesses: string): void {
  const value = fillGap(text, at);
  const rank = guesses.indexOf(value.charAt(at));
  if (rank >= 0) addCandidate(candidates, value, 1, 'look-alike', weightOf.lookAlike * nextGuess ** rank);
  addCandidate(candidates, value, 1, 'substitution', guesses === '' ? weightOf.unreadable : weightOf.plain);
}

/** Whatever the sums allow in two gaps. */
export function addPairs(
  candidates: Candidates,
  characters: readonly string[],
  [first, second, third]: readonly number[],
): void {
  if (first === undefined || second === undefined || third !== undefined) return;
  const others = blank(characters, [first, second]);
  for (const character of isRegion(first) ? alphabet.slice(0, 10) : alphabet) {
    const value = fillGap(replaceAt(others, first, character), second);
    addCandidate(candidates, value, 2, 'substitution', weightOf.twoUnreadable);
  }
}

function blank(characters: readonly string[], gaps: readonly number[]): string {
  let text = '';
  for (let index = 0; index < characters.length; index++) text += gaps.includes(index) ? gap : characters[index];
  return text;
}

/** Where the 18 characters cannot be right, whatever the sums say. */
export function findGaps(characters: readonly string[]): number[] {
  const gaps: number[] = [];
  for (let index = 0; index < characters.length; index++) {
    const character = characters[index] ?? '';
    if (codeValueAt(character, 0) < 0 || (isRegion(index) && character > '9')) gaps.push(index);
  }
  return gaps;
}

/** The value with characters outside the alphabet read as what they look like most, and where those stand. */
export function readMisread(characters: readonly string[]): { read: string[]; misread: number[] } {
  const misread = [...characters.keys()].filter((index) => codeValueAt(characters[index] ?? '', 0) < 0);
  return { read: characters.map((character) => readOne(character)), misread };
}

function readOne(character: string): string {
  return codeValueAt(character, 0) < 0 ? guessMisread(character).charAt(0) || gap : character;
}

interface Reading {
  text: string;
  weight: number;
}

function listReadings(others: string, gaps: readonly number[], guesses: readonly string[]): Reading[] {
  let readings: Reading[] = [{ text: others, weight: weightOf.lookAlike }];
  for (const [order, index] of gaps.entries()) {
    const choices = Array.from(guesses[order] ?? '', (character, rank) => ({ character, factor: nextGuess ** rank }));
    const next: Reading[] = [];
    for (const { text, weight } of readings) {
      for (const { character, factor } of choices) {
        next.push({ text: replaceAt(text, index, character), weight: weight * factor });
      }
    }
    readings = next.sort((left, right) => right.weight - left.weight).slice(0, mostReadings);
  }
  return readings;
}

function guessAt(character: string, index: number): string {
  if (isRegion(index)) return digitsLike(character);
  return guessMisread(character);
}

function isRegion(index: number): boolean {
  return index >= 2 && index < 8;
}
