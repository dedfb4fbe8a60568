import { findOrganizationCode } from './keys.ts';
import type { CloseReason, Problem } from './problem.ts';
import { familyOf } from './problem.ts';

/** An entity of the export. */
export interface StandingEntity {
  code: string;
  nameKey: string;
  conforms: boolean;
}

/** What an export was asked: who still stands in it. */
export interface Standing {
  /** Whether it has a column of names. */
  hasNames: boolean;
  byName: ReadonlyMap<string, StandingEntity[]>;
  byOrganization: ReadonlyMap<string, StandingEntity[]>;
}

/** What an export is to be asked about problems it does not show. */
export interface StandingQuestion {
  names: string[];
  organizations: string[];
}

/** What has become of a problem the export does not show; `null`: it stands as it was, and only a list from above calls it one. */
export type Outcome = { closedAs: CloseReason; newCode: string | null } | null;

/** What has to be known of an export to say what has become of these. */
export function askStanding(problems: Problem[]): StandingQuestion {
  const names = new Set<string>();
  const organizations = new Set<string>();
  for (const problem of problems) {
    if (problem.nameKey !== '') names.add(problem.nameKey);
    for (const organization of listOrganizations(problem)) organizations.add(organization);
  }
  return { names: [...names], organizations: [...organizations] };
}

/** Whether no record carries the problem's name any more. */
export function isNameGone({ nameKey }: Problem, { hasNames, byName }: Standing): boolean {
  return !hasNames || nameKey === '' || (byName.get(nameKey) ?? []).length === 0;
}

/**
 * What has become of a problem that the export does not show.
 *
 *   corrected   the entity has another code, and it conforms; or it has the code alone now
 *   removed     entity and code are gone
 *   kept        it was answered that the code stays, and this was accepted
 */
export function findOutcome(problem: Problem, standing: Standing): Outcome {
  if (problem.answer?.flag === '2') return { closedAs: 'kept', newCode: null };
  const { codeKey, nameKey } = problem;
  const named = standing.byName.get(nameKey) ?? [];
  const related = listOrganizations(problem).flatMap((code) => standing.byOrganization.get(code) ?? []);
  const isSame = ({ code, nameKey: name }: StandingEntity): boolean =>
    code === codeKey && (!standing.hasNames || name === nameKey || nameKey === '');
  const standsAsItWas = codeKey !== '' && [...named, ...related].some(isSame);
  if (standsAsItWas) {
    return problem.isFromCheck && familyOf(problem.kind) !== 'other' ? { closedAs: 'corrected', newCode: null } : null;
  }
  const other = named.find(({ code, conforms }) => conforms && code !== codeKey);
  if (other !== undefined) return { closedAs: 'corrected', newCode: other.code };
  // Renamed and corrected in one month. The other holders of a code that is given twice have its organization code too.
  const isOwn = familyOf(problem.kind) === 'code' || familyOf(problem.kind) === 'other';
  const renamed = isOwn ? related.find(({ code, conforms }) => conforms && code !== codeKey) : undefined;
  if (renamed !== undefined) return { closedAs: 'corrected', newCode: renamed.code };
  return { closedAs: 'removed', newCode: null };
}

/** Organization codes under which the entity may stand now: its own, that of the likely right code, that of the answer. */
function listOrganizations({ codeKey, suggestion, answer }: Problem): string[] {
  const codes = [codeKey, suggestion ?? '', answer?.code ?? ''].map(findOrganizationCode);
  return [...new Set(codes)].filter((code) => code !== '');
}
