import { dashRanges, invisibleRanges, spaceRanges } from '../characters.ts';
import { brackets, punctuationAtEnd, quotes } from './normalize.ts';

/** What stands around or inside a code that is not part of it, in the order in which it is named. */
export const deviations = [
  'white-space',
  'invisible',
  'full-width',
  'lower-case',
  'quotes',
  'brackets',
  'dashes',
  'punctuation',
] as const;

/** One of {@link deviations}. */
export type Deviation = (typeof deviations)[number];

const lowerCaseOnly = /^[0-9A-Za-z]*$/;
const plainCharacter = /[0-9A-Z]/;
const space = new RegExp(`[\\t\\n\\v\\f\\r\\u0085${spaceRanges}]`, 'u');
const invisible = new RegExp(`[${invisibleRanges}]`, 'u');
const dash = new RegExp(`[${dashRanges}]`, 'u');
const smallLetter = /[a-z]/;

/**
 * How the written form of a cell differs from the code it normalizes to.
 *
 * @param cell a cell that is not its own normalized form
 * @example listDeviations(' 91350100m000100y43') // ['white-space', 'lower-case']
 */
export function listDeviations(cell: string): Deviation[] {
  if (lowerCaseOnly.test(cell)) return ['lower-case'];
  const found = new Set<Deviation>();
  for (const character of cell) {
    if (plainCharacter.test(character)) continue;
    const isSpace = space.test(character);
    const plain = isSpace ? character : character.normalize('NFKC');
    if (plain !== character) found.add('full-width');
    for (const part of plain) {
      const deviation = isSpace ? 'white-space' : findDeviation(part);
      if (deviation !== null) found.add(deviation);
    }
  }
  return deviations.filter((deviation) => found.has(deviation));
}

/** Deviations as one number: bit n stands for `deviations[n]`. */
export function packDeviations(found: Deviation[]): number {
  return found.reduce((bits, deviation) => bits | (1 << deviations.indexOf(deviation)), 0);
}

/** What {@link packDeviations} packed, in the order of {@link deviations}. */
export function unpackDeviations(bits: number): Deviation[] {
  return deviations.filter((_, index) => (bits >> index) & 1);
}

function findDeviation(character: string): Deviation | null {
  if (smallLetter.test(character)) return 'lower-case';
  if (character === '=' || quotes.includes(character)) return 'quotes';
  if (brackets.includes(character)) return 'brackets';
  if (punctuationAtEnd.includes(character)) return 'punctuation';
  if (dash.test(character)) return 'dashes';
  if (space.test(character)) return 'white-space';
  return invisible.test(character) ? 'invisible' : null;
}
