import type { Judgement } from '../../code/cell/judge.ts';
import { addWritingCounts, createWritingCounts, type WritingCounts } from './writing-faults.ts';

/** How often codes of one place show what one cause leaves behind. */
export interface PlaceTraits {
  /** Wrong check characters, and of them those that are the remainder itself, and those of rounded numbers. */
  checkDigit: number;
  complement: number;
  rounded: number;
  /** Wrong organization codes under a right check character. */
  organization: number;
}

/**
 * What records with a problem look like beyond their issue, as far as causes can be told by it. Plain data: it travels
 * between threads.
 */
export interface TraitCounts {
  /** By position 1 followed by positions 3–8. */
  places: Map<string, PlaceTraits>;
  /** Values that are neither a code nor an older number, by how many characters they have. */
  lengths: Map<number, number>;
  /** Characters that no code has, by which they are. */
  foreignCharacters: Map<string, number>;
  /** Cells that are not written as their code, and in which ways. */
  forms: WritingCounts;
}

export const mostCharacters = 40;

export function createTraits(): TraitCounts {
  return { places: new Map(), lengths: new Map(), foreignCharacters: new Map(), forms: createWritingCounts() };
}

/** Counts what one judgement shows. */
export function countTraits(traits: TraitCounts, { issue, authority, region, normalized }: Judgement): void {
  if (issue === null) return;
  if (issue.code === 'length') count(traits.lengths, countCharacters(normalized), 1);
  if (issue.code === 'charset' && issue.actual !== undefined) count(traits.foreignCharacters, issue.actual, 1);
  if (authority === null || region === null) return;
  if (issue.code !== 'check-digit' && issue.code !== 'organization-check-digit') return;
  const place = findPlace(traits, authority + region);
  if (issue.code === 'organization-check-digit') place.organization++;
  else place.checkDigit++;
  if (issue.diagnosis === 'complement') place.complement++;
  if (issue.diagnosis === 'spreadsheet-rounding') place.rounded++;
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
  for (const [key, counts] of other.places) addPlaceTraits(findPlace(traits, key), counts);
}

export function createPlaceTraits(): PlaceTraits {
  return { checkDigit: 0, complement: 0, rounded: 0, organization: 0 };
}

/** Adds the counts of `other` to `traits`. */
export function addPlaceTraits(traits: PlaceTraits, other: PlaceTraits): void {
  traits.checkDigit += other.checkDigit;
  traits.complement += other.complement;
  traits.rounded += other.rounded;
  traits.organization += other.organization;
}

function findPlace({ places }: TraitCounts, key: string): PlaceTraits {
  let place = places.get(key);
  if (place === undefined) {
    place = createPlaceTraits();
    places.set(key, place);
  }
  return place;
}

function count<Key>(counts: Map<Key, number>, key: Key, number: number): void {
  counts.set(key, (counts.get(key) ?? 0) + number);
}
