import type { Judgement } from '../../code/judge.ts';
import { addFormCounts, createFormCounts, type FormCounts } from './cell-forms.ts';

/** How often codes of one place show what one cause leaves behind. */
export interface PlaceSigns {
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
export interface Signs {
  /** By position 1 followed by positions 3–8. */
  places: Map<string, PlaceSigns>;
  /** Values that are neither a code nor an older number, by how many characters they have. */
  lengths: Map<number, number>;
  /** Characters that no code has, by which they are. */
  strangers: Map<string, number>;
  /** Cells that are not written as their code, and in which ways. */
  forms: FormCounts;
}

export const mostCharacters = 40;

export function createSigns(): Signs {
  return { places: new Map(), lengths: new Map(), strangers: new Map(), forms: createFormCounts() };
}

/** Counts what one judgement shows. */
export function addSigns(signs: Signs, { issue, authority, region, normalized }: Judgement): void {
  if (issue === null) return;
  if (issue.code === 'length') count(signs.lengths, countCharacters(normalized), 1);
  if (issue.code === 'charset' && issue.actual !== undefined) count(signs.strangers, issue.actual, 1);
  if (authority === null || region === null) return;
  if (issue.code !== 'check-digit' && issue.code !== 'organization-check-digit') return;
  const place = findPlace(signs, authority + region);
  if (issue.code === 'organization-check-digit') place.organization++;
  else place.checkDigit++;
  if (issue.diagnosis === 'complement') place.complement++;
  if (issue.diagnosis === 'spreadsheet-rounding') place.rounded++;
}

/** How many characters a value has; very long ones are all alike. */
export function countCharacters(value: string): number {
  return Math.min([...value].length, mostCharacters);
}

/** Adds the counts of `other` to `signs`. */
export function mergeSigns(signs: Signs, other: Signs): void {
  addFormCounts(signs.forms, other.forms);
  for (const [length, number] of other.lengths) count(signs.lengths, length, number);
  for (const [character, number] of other.strangers) count(signs.strangers, character, number);
  for (const [key, counts] of other.places) addPlaceSigns(findPlace(signs, key), counts);
}

export function createPlaceSigns(): PlaceSigns {
  return { checkDigit: 0, complement: 0, rounded: 0, organization: 0 };
}

/** Adds the counts of `other` to `signs`. */
export function addPlaceSigns(signs: PlaceSigns, other: PlaceSigns): void {
  signs.checkDigit += other.checkDigit;
  signs.complement += other.complement;
  signs.rounded += other.rounded;
  signs.organization += other.organization;
}

function findPlace({ places }: Signs, key: string): PlaceSigns {
  let place = places.get(key);
  if (place === undefined) {
    place = createPlaceSigns();
    places.set(key, place);
  }
  return place;
}

function count<Key>(counts: Map<Key, number>, key: Key, number: number): void {
  counts.set(key, (counts.get(key) ?? 0) + number);
}
