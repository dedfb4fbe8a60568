import { judge } from '../code/cell/judge.ts';
import { maskCell, maskIdentityNumbers } from '../code/cell/mask.ts';
import { regions } from '../regions/index.ts';
import { suggestRepair } from '../repair/suggest-repair.ts';
import type { RangeFinding } from './finding.ts';
import type { Problem, RecordCells } from './judge-record.ts';
import type { Category, CodeRole } from './rules.ts';
import { CODE_ROLES } from './rules.ts';

/** A problem of a record as it is shown: ID numbers masked, and a repair suggested for a code that does not conform. */
export function describeProblem(
  { rule, role, value, issue, suggestion }: Problem,
  cells: RecordCells,
  category: Category,
  place: { row: number; line: number },
): RangeFinding {
  const repaired =
    rule === 'not-conforming' && suggestion === null
      ? suggestRepair(judge(value).normalized, issue, { regions })
      : suggestion;
  return {
    ...place,
    rule,
    role,
    category,
    value: maskValue(role, value),
    issue,
    suggestion: repaired === null ? null : maskValue(role, repaired),
    name: maskCell(cells.name ?? ''),
    body: maskCell(findBody(cells)),
  };
}

/** The body that a record belongs to: who licensed or punished, else who delivered it. */
export function findBody({ body, source }: RecordCells): string {
  const own = body?.trim() ?? '';
  return own === '' ? (source?.trim() ?? '') : own;
}

/** A cell as it is shown. A code that conforms is no ID number, however it is written. */
export function maskValue(role: string, value: string): string {
  if (!CODE_ROLES.some((each) => each === (role as CodeRole))) return maskCell(value);
  return judge(value).partition === 'conforming' ? value : maskIdentityNumbers(value);
}
