import type { IssueCode } from '../../code/verdict.ts';
import { mostCharacters, showsComplement, showsRounded } from '../../engine/scan/kernel/decision.ts';
import { createAreaCounts } from '../area-ledger.ts';
import type { Marks } from '../marks.ts';
import type { Evidence } from './cause-rules.ts';
import { createTraits } from './traits.ts';
import type { WritingCounts } from './writing-faults.ts';

/**
 * What problem records of a unit show, as far as causes can be told by it: a number for each trait, below {@link traitCount}, and
 * so many of each unit. Of strange characters only the usual ones are told, for there may be 100,000 units.
 *
 *   record of unit 7, wrong check character that is the remainder itself   ──▶   7 × 64 + 0, 7 × 64 + 6
 */
const issues: readonly IssueCode[] = [
  'check-digit',
  'organization-check-digit',
  'spreadsheet-notation',
  'charset',
  'length',
  'identity-number',
];
const diagnoses: readonly number[] = [showsComplement, showsRounded];
const foreignCharacters = 'OISVZ*?#';
const foreignCharacterTrait = issues.length + diagnoses.length;
const lengthTrait = foreignCharacterTrait + foreignCharacters.length;

export const traitCount = 64;

/** Tells `add` each trait that a record of a unit shows. */
export function listUnitTraits({ issue, sign, shown }: Marks, add: (trait: number) => void): void {
  const which = issue === null ? -1 : issues.indexOf(issue);
  if (which < 0) return;
  add(which);
  for (const [index, diagnosis] of diagnoses.entries()) if (shown & diagnosis) add(issues.length + index);
  const foreignCharacter = foreignCharacters.indexOf(sign.foreignCharacter ?? ' ');
  if (foreignCharacter >= 0) add(foreignCharacterTrait + foreignCharacter);
  if (sign.wrongLength !== null) add(lengthTrait + sign.wrongLength);
}

/** The counts of one unit's traits as evidence. */
export function readUnitTraits(
  counts: ArrayLike<number>,
  forms: WritingCounts,
): Pick<Evidence, 'issues' | 'notes' | 'traits' | 'codes'> {
  const of = (trait: number): number => counts[trait] ?? 0;
  const [checkDigit, organization] = [of(0), of(1)];
  const [complement, rounded] = [of(issues.length), of(issues.length + 1)];
  const traits = { ...createTraits(), forms };
  for (const [index, character] of [...foreignCharacters].entries()) {
    if (of(foreignCharacterTrait + index) > 0)
      traits.foreignCharacters.set(character, of(foreignCharacterTrait + index));
  }
  for (let length = 0; length <= mostCharacters; length++) {
    if (of(lengthTrait + length) > 0) traits.lengths.set(length, of(lengthTrait + length));
  }
  return {
    issues: Object.fromEntries(issues.map((code, index) => [code, of(index)])),
    notes: { format: forms[0] },
    traits,
    codes: { ...createAreaCounts(), checkDigit, complement, rounded, organization },
  };
}
