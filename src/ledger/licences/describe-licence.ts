import { judge } from '../../code/cell/judge.ts';
import type { LicenceFinding } from '../../licences/finding.ts';
import { CODE_ROLES } from '../../licences/rules.ts';
import { type HashText, keepCode, keepName, type MaskedText } from '../keys.ts';
import type { Subject } from '../problem.ts';
import { keepUnit, type RawCells, unknownUnit } from '../subjects.ts';

/** Columns of bodies: what is wrong there is one thing to correct for the body, however many records show it. */
const bodyRoles: readonly Subject['role'][] = ['body', 'body-code', 'source', 'source-code'];

/**
 * The problem that a finding of licences or penalties is.
 *
 * @param raw value and name as their cells have them, where what was handed over is masked
 */
export function describeLicenceFinding(
  { rule, role, value, name, body, suggestion }: LicenceFinding,
  raw: RawCells | null,
  hash: HashText,
): Subject {
  const kept = keepValue(role, raw?.code ?? value, hash);
  const unit = keepUnit(body, unknownUnit);
  const holder = bodyRoles.includes(role) ? nameBody(unit) : keepName(raw?.name ?? name, hash);
  return {
    kind: `licence-${rule}`,
    role,
    code: kept.shown,
    codeKey: kept.key,
    name: holder.shown,
    nameKey: holder.key,
    ...unit,
    group: null,
    suggestion,
    text: null,
  };
}

function nameBody({ unit, unitKey }: Pick<Subject, 'unit' | 'unitKey'>): MaskedText {
  return unitKey === unknownUnit ? { shown: '', key: '' } : { shown: unit, key: unitKey };
}

/** The value of a cell as the ledger keeps it; words for nothing are nothing. */
function keepValue(role: LicenceFinding['role'], value: string, hash: HashText): MaskedText {
  if (!CODE_ROLES.some((each) => each === role)) return keepName(value, hash);
  const { partition, normalized } = judge(value);
  if (partition === 'missing') return { shown: '', key: '' };
  return partition === 'conforming' ? { shown: normalized, key: normalized } : keepCode(value, hash);
}
