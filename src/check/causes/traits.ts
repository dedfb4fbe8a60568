import { mostCharacters } from '../../engine/scan/kernel/decision.ts';
import { addWritingCounts, createWritingCounts, type WritingCounts } from './writing-faults.ts';

/** What the value of one record shows, where it is neither a code nor an older number. */
export interface Sign {
  /** The first character that no code has. */
  foreignCharacter: string | null;
  /** How many characters it has, where that is what is wrong. */
  wrongLength: number | null;
}

/**
 * What records with a problem look like beyond their issue and area, as far as causes can be told by it. Plain data: it travels
 * between threads.
 */
export interface TraitCounts {
  /** Values that are neither a code nor an older number, by how many characters they have. */
  lengths: Map<number, number>;
  /** Characters that no code has, by which they are. */
  foreignCharacters: Map<string, number>;
  /** Cells that are not written as their code, and in which ways. */
  forms: WritingCounts;
}

export function createTraits(): TraitCounts {
  return { lengths: new Map(), foreignCharacters: new Map(), forms: createWritingCounts() };
}

/** Counts what one record shows. */
export function countTraits(traits: TraitCounts, { foreignCharacter, wrongLength }: Sign): void {
  if (wrongLength !== null) count(traits.lengths, wrongLength, 1);
  if (foreignCharacter !== null) count(traits.foreignCharacters, foreignCharacter, 1);
}

/** How many characters a value has; very long ones are all alike. */
export function countCharacters(value: string): number {
  return Math.min([...value].length, mostCharacters);
}

/** Adds the counts of `other` to `traits`. */
export function addTraits(traits: TraitCounts, other: TraitCounts): void {
  addWritingCounts(traits.forms, other.forms);
  for (const [length, number] of other.lengths) count(traits.lengths, length, number);
  for (const [character, number] of other.foreignCharacters) count(traits.foreignCharacters, character, number);
}

function count<Key>(counts: Map<Key, number>, key: Key, number: number): void {
  counts.set(key, (counts.get(key) ?? 0) + number);
}
