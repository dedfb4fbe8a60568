import { groupBy } from '../engine/group/group-by.ts';
import { findOrganizationCode, isTelling, loosenName } from './keys.ts';
import { type Family, familyOf, type Problem, type Subject } from './problem.ts';

/** A problem that the ledger knows, and what the export shows of it. */
export interface Match {
  problem: Problem;
  subject: Subject;
}

/** What was found to be the same, and what is left on either side. */
export interface Matching {
  matches: Match[];
  problems: Problem[];
  subjects: Subject[];
}

/** Names of records without a name are known by their place, behind this sign. */
export const locationPrefix = '\u0001';

/**
 * One way in which a problem is the one that an export shows: both have the key. Tried from the surest to the least sure; what is
 * matched is out of the search.
 */
export interface MatchRule {
  key(subject: Subject, family: Family): string | null;
  /** The problem's key, where it is made otherwise. */
  problemKey?(problem: Problem, family: Family): string | null;
  /** Whether closed problems are looked at too: the problem has come back. */
  findsClosed: boolean;
  /** Whether it says nothing when several share the key. */
  isUnique: boolean;
}

/** The rules of a series. */
export interface MatchRules {
  /** For what the tables show of problems alone. */
  sure: MatchRule[];
  /** For problems whose name no longer stands in the tables. */
  renamed: MatchRule[];
  /** For records without code and name. */
  located: MatchRule[];
}

export const join = (...parts: string[]): string => parts.join('\u0000');
export const hasName = ({ nameKey }: Subject): boolean => nameKey !== '' && !nameKey.startsWith(locationPrefix);

const sureRules: MatchRule[] = [
  {
    key: ({ codeKey, nameKey, unitKey }, family) => join(family, codeKey, nameKey, unitKey),
    findsClosed: true,
    isUnique: false,
  },
  { key: ({ codeKey, nameKey }, family) => join(family, codeKey, nameKey), findsClosed: true, isUnique: false },
  {
    key: (subject, family) => join(family, subject.codeKey, loosenName(subject.nameKey), subject.unitKey),
    findsClosed: true,
    isUnique: false,
  },
  {
    key: ({ codeKey, nameKey }, family) => join(family, codeKey, loosenName(nameKey)),
    findsClosed: true,
    isUnique: false,
  },
  // What a list from above said in words of its own, seen by the check.
  {
    key: ({ codeKey, nameKey }) => join(codeKey, nameKey),
    problemKey: ({ codeKey, nameKey }, family) => (family === 'other' ? join(codeKey, nameKey) : null),
    findsClosed: false,
    isUnique: false,
  },
  // The code is miswritten anew.
  {
    key: (subject, family) => (family === 'code' && hasName(subject) ? join(subject.nameKey, subject.unitKey) : null),
    findsClosed: false,
    isUnique: false,
  },
  {
    key: (subject, family) => (family === 'code' && hasName(subject) ? subject.nameKey : null),
    findsClosed: false,
    isUnique: true,
  },
  {
    key: (subject, family) =>
      family === 'code' && hasName(subject) ? join(loosenName(subject.nameKey), subject.unitKey) : null,
    findsClosed: false,
    isUnique: true,
  },
  // One of several holders was given a code of its own, which is wrong.
  {
    key: (subject, family) => (family === 'code' && hasName(subject) ? join(subject.nameKey, subject.unitKey) : null),
    problemKey: (problem, family) =>
      family === 'duplicate' && hasName(problem) ? join(problem.nameKey, problem.unitKey) : null,
    findsClosed: false,
    isUnique: true,
  },
  // Renamed, and the code is written otherwise.
  {
    key: ({ codeKey }, family) => (family === 'code' && findOrganizationCode(codeKey)) || null,
    findsClosed: false,
    isUnique: true,
  },
];

const renamedRules: MatchRule[] = [
  {
    key: ({ codeKey, unitKey }, family) => (isTelling(codeKey) ? join(family, codeKey, unitKey) : null),
    findsClosed: false,
    isUnique: true,
  },
  {
    key: ({ codeKey }, family) => (isTelling(codeKey) ? join(family, codeKey) : null),
    findsClosed: false,
    isUnique: true,
  },
];

/** Records without code and name, whose rows have moved: which is which cannot be told, how many there are can. */
const locationRules: MatchRule[] = [
  {
    key: ({ codeKey, nameKey, unitKey }) => (nameKey.startsWith(locationPrefix) ? join(codeKey, unitKey) : null),
    findsClosed: false,
    isUnique: false,
  },
];

/** How problems of a registry are known again. */
export const registryRules: MatchRules = { sure: sureRules, renamed: renamedRules, located: locationRules };

/** Finds the problems that an export shows by what it shows of them alone. */
export function matchProblems(problems: Problem[], subjects: Subject[], { sure }: MatchRules): Matching {
  return applyRules({ matches: [], problems, subjects }, sure);
}

/** Goes on where it is known which names are gone. */
export function matchRenamed(
  matching: Matching,
  isGone: (problem: Problem) => boolean,
  rules: Pick<MatchRules, 'renamed' | 'located'>,
): Matching {
  const gone: Problem[] = [];
  const others: Problem[] = [];
  for (const problem of matching.problems) (isGone(problem) ? gone : others).push(problem);
  const renamed = applyRules({ ...matching, problems: gone }, rules.renamed);
  return applyRules({ ...renamed, problems: [...renamed.problems, ...others] }, rules.located);
}

function applyRules(matching: Matching, rules: MatchRule[]): Matching {
  const matches = [...matching.matches];
  let { problems, subjects } = matching;
  for (const rule of rules) {
    if (problems.length === 0 || subjects.length === 0) break;
    const found = applyRule(problems, subjects, rule);
    if (found.length === 0) continue;
    for (const match of found) matches.push(match);
    const taken = new Set<Problem | Subject>(found.flatMap(({ problem, subject }) => [problem, subject]));
    problems = problems.filter((problem) => !taken.has(problem));
    subjects = subjects.filter((subject) => !taken.has(subject));
  }
  return { matches, problems, subjects };
}

function applyRule(problems: Problem[], subjects: Subject[], rule: MatchRule): Match[] {
  const { key, problemKey = key, findsClosed, isUnique } = rule;
  const wanted = groupBy(subjects, (subject) => key(subject, familyOf(subject.kind)));
  const known = groupBy(problems, (problem) => {
    if (!findsClosed && problem.closedAs !== null) return null;
    const own = problemKey(problem, familyOf(problem.kind));
    return own !== null && wanted.has(own) ? own : null;
  });
  const matches: Match[] = [];
  for (const [text, candidates] of known) {
    const shown = wanted.get(text) ?? [];
    if (isUnique && (candidates.length > 1 || shown.length > 1)) continue;
    candidates.sort((a, b) => Number(a.closedAs !== null) - Number(b.closedAs !== null) || orderOf(a, b));
    for (const [at, problem] of candidates.entries()) {
      const subject = shown[at];
      if (subject === undefined) break;
      matches.push({ problem, subject });
    }
  }
  return matches;
}

/** The oldest of those that are open, the latest of those that are closed. */
function orderOf(a: Problem, b: Problem): number {
  return a.closedAs === null ? a.id - b.id : b.id - a.id;
}
