import { isValid } from '../code/validate.ts';
import { groupBy } from '../engine/group/group-by.ts';
import { findOrganizationCode } from './keys.ts';
import { familyOf, type Problem, type Subject } from './problem.ts';

/** An entity that holds a conforming code, as far as a county's ledger knows. */
interface Holding {
  problem: Problem;
  code: string;
}

/**
 * Problems between ledgers: one code that entities of several counties hold, several codes under one organization code in
 * several counties. A ledger knows its problems only, so that what no county calls a problem is not seen.
 */
export function listAcross(problems: Problem[]): Subject[] {
  const holdings = problems.flatMap(findHolding);
  const byCode = groupBy(holdings, ({ code }) => code);
  const byOrganization = groupBy(holdings, ({ code }) => findOrganizationCode(code));
  const subjects: Subject[] = [];
  for (const [code, group] of byCode) {
    const isAcross = countOrigins(group) > 1 && new Set(group.map(({ problem }) => problem.nameKey)).size > 1;
    if (isAcross) for (const holding of dropRepeats(group)) subjects.push(describe(holding, 'conflicting', code));
  }
  for (const [organization, group] of byOrganization) {
    const isAcross = countOrigins(group) > 1 && new Set(group.map(({ code }) => code)).size > 1;
    if (isAcross && organization !== '') {
      for (const holding of dropRepeats(group)) subjects.push(describe(holding, 'several-codes', organization));
    }
  }
  return subjects;
}

/** The code that the entity of a problem has: its own while that stands, the new one once it is corrected. */
function findHolding(problem: Problem): Holding[] {
  const { kind, codeKey, closedAs, newCode } = problem;
  if (newCode !== null) return [{ problem, code: newCode }];
  const stands = closedAs === null || closedAs === 'kept';
  return stands && familyOf(kind) !== 'code' && isValid(codeKey) ? [{ problem, code: codeKey }] : [];
}

function describe({ problem, code }: Holding, kind: 'conflicting' | 'several-codes', group: string): Subject {
  const { name, nameKey, unit, unitKey } = problem;
  return { kind, role: null, code, codeKey: code, name, nameKey, unit, unitKey, group, suggestion: null, text: null };
}

function dropRepeats(holdings: Holding[]): Holding[] {
  const kept = new Map(
    holdings.map((holding) => [
      `${holding.code}\u0000${holding.problem.nameKey}\u0000${holding.problem.unitKey}`,
      holding,
    ]),
  );
  return [...kept.values()];
}

function countOrigins(holdings: Holding[]): number {
  return new Set(holdings.map(({ problem }) => problem.origin)).size;
}
