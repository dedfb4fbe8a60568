import type { Judgement } from '../../code/cell/judge.ts';
import type { Diagnosis, IssueCode } from '../../code/verdict.ts';
import type { Evidence } from './cause-rules.ts';
import { countCharacters, createTraits, mostCharacters } from './traits.ts';
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
const diagnoses: readonly Diagnosis[] = ['complement', 'spreadsheet-rounding'];
const foreignCharacters = 'OISVZ*?#';
const foreignCharacterTrait = issues.length + diagnoses.length;
const lengthTrait = foreignCharacterTrait + foreignCharacters.length;

export const traitCount = 64;

/** Tells `add` each trait that a record of a unit shows. */
export function listUnitTraits({ issue, normalized }: Judgement, add: (trait: number) => void): void {
  if (issue === null) return;
  const which = issues.indexOf(issue.code);
  if (which < 0) return;
  add(which);
  if (issue.diagnosis !== undefined) add(issues.length + diagnoses.indexOf(issue.diagnosis));
  const foreignCharacter = issue.code === 'charset' ? foreignCharacters.indexOf(issue.actual ?? ' ') : -1;
  if (foreignCharacter >= 0) add(foreignCharacterTrait + foreignCharacter);
  if (issue.code === 'length') add(lengthTrait + countCharacters(normalized));
}

/** The counts of one unit's traits as evidence. */
export function readUnitTraits(
  counts: ArrayLike<number>,
  forms: WritingCounts,
): Pick<Evidence, 'issues' | 'notes' | 'traits' | 'areaTraits'> {
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
    areaTraits: { checkDigit, complement, rounded, organization },
  };
}
