import type { Judgement } from '../../code/judge.ts';
import type { Diagnosis, IssueCode } from '../../code/verdict.ts';
import type { Evidence } from './cause-rules.ts';
import type { FormCounts } from './cell-forms.ts';
import { countCharacters, createSigns, mostCharacters } from './signs.ts';

/**
 * What problem records of a unit show, as far as causes can be told by it: a number for each sign, below {@link signCount}, and
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
const strangers = 'OISVZ*?#';
const strangerSign = issues.length + diagnoses.length;
const lengthSign = strangerSign + strangers.length;

export const signCount = 64;

/** Tells `add` each sign that a record of a unit shows. */
export function listUnitSigns({ issue, normalized }: Judgement, add: (sign: number) => void): void {
  if (issue === null) return;
  const which = issues.indexOf(issue.code);
  if (which < 0) return;
  add(which);
  if (issue.diagnosis !== undefined) add(issues.length + diagnoses.indexOf(issue.diagnosis));
  const stranger = issue.code === 'charset' ? strangers.indexOf(issue.actual ?? ' ') : -1;
  if (stranger >= 0) add(strangerSign + stranger);
  if (issue.code === 'length') add(lengthSign + countCharacters(normalized));
}

/** The counts of one unit's signs as evidence. */
export function readUnitSigns(
  counts: ArrayLike<number>,
  forms: FormCounts,
): Pick<Evidence, 'issues' | 'notes' | 'signs' | 'placed'> {
  const of = (sign: number): number => counts[sign] ?? 0;
  const [checkDigit, organization] = [of(0), of(1)];
  const [complement, rounded] = [of(issues.length), of(issues.length + 1)];
  const signs = { ...createSigns(), forms };
  for (const [index, character] of [...strangers].entries()) {
    if (of(strangerSign + index) > 0) signs.strangers.set(character, of(strangerSign + index));
  }
  for (let length = 0; length <= mostCharacters; length++) {
    if (of(lengthSign + length) > 0) signs.lengths.set(length, of(lengthSign + length));
  }
  return {
    issues: Object.fromEntries(issues.map((code, index) => [code, of(index)])),
    notes: { format: forms[0] },
    signs,
    placed: { checkDigit, complement, rounded, organization },
  };
}
