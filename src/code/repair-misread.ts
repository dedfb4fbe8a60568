import { alphabet } from './alphabet.ts';
import { guessMisread } from './misread.ts';
import { type Gate, offer } from './repair-candidates.ts';
import { offerErasure, weightOf } from './repair-edits.ts';

const mostCombinations = 32;
const secondGuess = 0.3;

/** 18 characters, some outside the alphabet: every reading of those, and for a single one the character that the sum demands. */
export function offerReadings(gate: Gate, characters: readonly string[]): void {
  const strange = findStrange(characters);
  let readings = [{ text: '', weight: weightOf.lookAlike as number }];
  for (const character of characters) {
    const guesses = alphabet.includes(character) ? character : guessMisread(character);
    readings = readings.flatMap(({ text, weight }) =>
      Array.from(guesses, (guess, rank) => ({
        text: text + guess,
        weight: rank === 0 ? weight : weight * secondGuess,
      })),
    );
    if (readings.length > mostCombinations) readings = readings.slice(0, mostCombinations);
  }
  for (const { text, weight } of readings) offer(gate, text, strange.length, 'look-alike', weight);
  const [only] = strange;
  if (strange.length === 1 && only !== undefined) offerErasure(gate, characters, only);
}

/** The value with characters outside the alphabet read as what they look like most, and where those stand. */
export function readMisread(characters: readonly string[]): { read: string[]; misread: number[] } {
  const read = characters.map((character) =>
    alphabet.includes(character) ? character : guessMisread(character).charAt(0) || character,
  );
  return { read, misread: findStrange(characters) };
}

function findStrange(characters: readonly string[]): number[] {
  return characters.flatMap((character, index) => (alphabet.includes(character) ? [] : [index]));
}
