import type { Judgement } from '../../code/cell/judge.ts';
import { addWritingCounts, createWritingCounts, type WritingCounts } from './writing-faults.ts';

/** How often codes of one area show what one cause leaves behind. */
export interface AreaTraits {
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
  areas: Map<string, AreaTraits>;
  /** Values that are neither a code nor an older number, by how many characters they have. */
  lengths: Map<number, number>;
  /** Characters that no code has, by which they are. */
  foreignCharacters: Map<string, number>;
  /** Cells that are not written as their code, and in which ways. */
  forms: WritingCounts;
}

export const mostCharacters = 40;

export function createTraits(): TraitCounts {
  return { areas: new Map(), lengths: new Map(), foreignCharacters: new Map(), forms: createWritingCounts() };
}

/** Counts what one judgement shows. */
export function countTraits(traits: TraitCounts, { issue, authority, region, normalized }: Judgement): void {
  if (issue === null) return;
  if (issue.code === 'length') count(traits.lengths, countCharacters(normalized), 1);
  if (issue.code === 'charset' && issue.actual !== undefined) count(traits.foreignCharacters, issue.actual, 1);
  if (authority === null || region === null) return;
  if (issue.code !== 'check-digit' && issue.code !== 'organization-check-digit') return;
  const area = findArea(traits, authority + region);
  if (issue.code === 'organization-check-digit') area.organization++;
  else area.checkDigit++;
  if (issue.diagnosis === 'complement') area.complement++;
  if (issue.diagnosis === 'spreadsheet-rounding') area.rounded++;
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
  for (const [key, counts] of other.areas) addAreaTraits(findArea(traits, key), counts);
}

export function createAreaTraits(): AreaTraits {
  return { checkDigit: 0, complement: 0, rounded: 0, organization: 0 };
}

/** Adds the counts of `other` to `traits`. */
export function addAreaTraits(traits: AreaTraits, other: AreaTraits): void {
  traits.checkDigit += other.checkDigit;
  traits.complement += other.complement;
  traits.rounded += other.rounded;
  traits.organization += other.organization;
}

function findArea({ areas }: TraitCounts, key: string): AreaTraits {
  let area = areas.get(key);
  if (area === undefined) {
    area = createAreaTraits();
    areas.set(key, area);
  }
  return area;
}

function count<Key>(counts: Map<Key, number>, key: Key, number: number): void {
  counts.set(key, (counts.get(key) ?? 0) + number);
}
