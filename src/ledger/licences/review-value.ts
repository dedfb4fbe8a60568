import { maskCell } from '../../code/cell/mask.ts';
import { normalize } from '../../code/cell/normalize.ts';
import { isValid } from '../../code/validate.ts';
import type { LicenceRule } from '../../licences/rules.ts';
import { type Flag, isLicenceKind, type Problem, ruleOf } from '../problem.ts';

/** Why an answer on a cell of licences or penalties is refused. */
export type ValueFault = 'code-missing' | 'code-not-wanted' | 'code-unchanged' | 'code-not-conforming' | 'cannot-stand';

/** Where the value is wrong by itself: nothing but another one mends it. */
const wrongAlone: readonly LicenceRule[] = [
  'missing',
  'not-wanted',
  'identity-number',
  'not-conforming',
  'check-fails',
];
/** Where the cell may have to be emptied. */
const emptied: readonly LicenceRule[] = ['not-wanted', 'identity-number'];
/** Columns of unified social credit codes, and all columns that are read as codes are. */
const fullCodes: readonly Problem['role'][] = ['code', 'body-code', 'source-code'];
const texts: readonly Problem['role'][] = ['name', 'category', 'decision', 'body', 'source'];

/** What a unit answers on a cell of licences or penalties: the value with flag 0, null where it is to be empty or stays. */
export function reviewValue(
  { kind, role, codeKey }: Pick<Problem, 'kind' | 'role' | 'codeKey'>,
  flag: Flag,
  cell: string,
): { value: string | null } | ValueFault {
  const rule = isLicenceKind(kind) ? ruleOf(kind) : 'format';
  const value = texts.includes(role) ? cell.trim() : normalize(cell);
  if (flag !== '0') {
    if (value !== '') return 'code-not-wanted';
    return flag === '2' && wrongAlone.includes(rule) ? 'cannot-stand' : { value: null };
  }
  if (value === '') return emptied.includes(rule) ? { value: null } : 'code-missing';
  if (value === codeKey) return 'code-unchanged';
  const conforms = isValid(value);
  const holdsIdentity = !conforms && maskCell(value) !== value;
  return holdsIdentity || (fullCodes.includes(role) && !conforms) ? 'code-not-conforming' : { value };
}
