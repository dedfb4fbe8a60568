import type { DuplicateRecord, Finding } from '../check/findings/finding.ts';
import { readUnit } from '../check/unit-register.ts';
import { type HashText, keepCode, keepName } from './keys.ts';
import { locationPrefix } from './match-problems.ts';
import type { ProblemKind, Subject } from './problem.ts';

/** Code and name of a record as its cells have them, where what was handed over is masked. */
export interface RawCells {
  code: string;
  name: string;
}

export const unknownUnit = '?';

/** The problem that a finding is; null when it is a remark. */
export function describeFinding(finding: Finding, raw: RawCells | null, hash: HashText): Subject | null {
  const kind = kindOf(finding);
  if (kind === null) return null;
  const isMissing = kind === 'missing';
  const code = isMissing ? { shown: '', key: '' } : keepCode(raw?.code ?? finding.normalized, hash);
  const name = keepName(raw?.name ?? finding.name ?? '', hash);
  const place = isMissing && name.key === '' ? `${locationPrefix}${finding.file + 1}:${finding.row}` : '';
  return {
    kind,
    role: null,
    code: code.shown,
    codeKey: code.key,
    name: name.shown,
    nameKey: name.key + place,
    ...keepUnit(finding.unit, finding.authority),
    group: null,
    suggestion: finding.suggestion,
    text: place === '' ? null : `#${finding.row}`,
  };
}

function kindOf({ partition, issue }: Finding): ProblemKind | null {
  if (partition === 'unconverted') return 'unconverted';
  if (partition === 'conforming' || issue === null) return null;
  const { code } = issue;
  if (code === 'pilot-era' || code === 'registration-number') return null;
  return code === 'taxpayer-number' || code === 'organization-code' ? null : code;
}

/** A record of an entity that carries a code. */
interface Holder {
  code: string;
  name: string | null;
  unit: string | null;
}

/** The problem that a record of a duplicate is, whose code conforms: one for each holder. */
export function describeDuplicate({ code, kind, name, unit }: DuplicateRecord, hash: HashText): Subject {
  const subject = describeHolder({ code, name, unit }, 'conflicting', code, hash);
  // What nobody can tell apart for want of names is taken for the graver.
  return kind === 'repeated' && subject.nameKey !== '' ? { ...subject, kind } : subject;
}

/** The problems of one organization code under which several codes conform: one for each code and name. */
export function describeSeveral(organization: string, records: Holder[], hash: HashText): Subject[] {
  const holders = new Map<string, Subject>();
  for (const record of records) {
    const subject = describeHolder(record, 'several-codes', organization, hash);
    const key = `${subject.code}\u0000${subject.nameKey}`;
    if (!holders.has(key)) holders.set(key, subject);
  }
  return [...holders.values()];
}

/** `group` is what the problems of its holders have in common. */
function describeHolder({ code, name, unit }: Holder, kind: ProblemKind, group: string, hash: HashText): Subject {
  const kept = keepName(name ?? '', hash);
  return {
    kind,
    role: null,
    code,
    codeKey: code,
    name: kept.shown,
    nameKey: kept.key,
    ...keepUnit(unit, code.charAt(0)),
    group,
    suggestion: null,
    text: null,
  };
}

/** The unit of a record: by its column, without one the authority. */
export function keepUnit(unit: string | null, authority: string): { unit: string; unitKey: string } {
  if (unit === null) return { unit: authority, unitKey: authority };
  const { key, name } = readUnit(unit);
  return key === unknownUnit ? { unit: unknownUnit, unitKey: unknownUnit } : { unit: name, unitKey: key };
}
