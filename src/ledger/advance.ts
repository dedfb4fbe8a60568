import { findLicenceOutcome } from './licences/licence-outcome.ts';
import { licenceRules } from './licences/match-licences.ts';
import { type Matching, type MatchRules, matchProblems, matchRenamed, registryRules } from './match-problems.ts';
import {
  type EventKind,
  type Family,
  familyOf,
  type LedgerEvent,
  type NewProblem,
  type Problem,
  type Series,
  type Subject,
  startProblem,
} from './problem.ts';
import {
  askStanding,
  findOutcome,
  isNameGone,
  type Outcome,
  type Standing,
  type StandingQuestion,
} from './standing.ts';

/** What happens to one problem; `before` is null for one that is opened. */
export interface Change {
  before: Problem | null;
  after: Problem | NewProblem;
  events: LedgerEvent[];
}

/** A month as an export shows it, held against what the ledger knows. */
export interface Month {
  series: Series;
  period: string;
  /** When it is recorded. */
  at: string;
  problems: Problem[];
  subjects: Subject[];
  /** Families that the check has looked for: what it has not looked for is not gone. */
  families: ReadonlySet<Family>;
  /** Units that had records and have none any more: nothing is known of their problems. */
  missingUnits: ReadonlySet<string>;
  /** Asks the export about problems it does not show. */
  ask(question: StandingQuestion): Promise<Standing>;
}

const unknownUnit = '?';

/** How problems of each series are known again, and what becomes of those that are not shown. */
const ways: Record<Series, { rules: MatchRules; findOutcome(problem: Problem, standing: Standing): Outcome }> = {
  registry: { rules: registryRules, findOutcome },
  licences: { rules: licenceRules, findOutcome: findLicenceOutcome },
};

/**
 * A month's step of the loop: which problems are still there, which are new, which have come back, which are gone and as what.
 *
 *   problems ─┐               ┌─ both ───────────────▶ still shown, reappeared, kept
 *             ├─ matchProblems┼─ problems alone ─ask─▶ corrected, removed, kept
 *   subjects ─┘               └─ subjects alone ─────▶ opened
 */
export async function advanceMonth(month: Month): Promise<Change[]> {
  const { problems, subjects, series } = month;
  const { rules } = ways[series];
  const sure = matchProblems(problems, dropRepeats(subjects), rules);
  const unseen = sure.problems.filter((problem) => isAsked(problem, month));
  const standing = await month.ask(askStanding(unseen));
  const matching = matchRenamed(sure, (problem) => isAsked(problem, month) && isNameGone(problem, standing), rules);
  return listChanges(month, matching, standing);
}

/** Gives problems that are opened the numbers that a record of the same month, which is replaced, had given to them. */
export function keepNumbers(changes: Change[], given: Problem[], series: Series): Change[] {
  const opened = changes.flatMap(({ before, after }) => (before === null ? [after] : []));
  const { matches } = matchProblems(given, opened, ways[series].rules);
  const numbers = new Map<Subject, number>(matches.map(({ problem, subject }) => [subject, problem.id]));
  return changes.map((change) => {
    const id = numbers.get(change.after);
    return id === undefined ? change : { ...change, after: { ...change.after, id } };
  });
}

/** One of each: what several records show is one thing to correct. */
function dropRepeats(subjects: Subject[]): Subject[] {
  const known = new Map<string, Subject>();
  for (const subject of subjects) {
    const { kind, role, codeKey, nameKey, unitKey } = subject;
    const key = [familyOf(kind), role, codeKey, nameKey, unitKey].join('\u0000');
    if (!known.has(key)) known.set(key, subject);
  }
  return [...known.values()];
}

function isAsked(problem: Problem, { families, missingUnits }: Month): boolean {
  const family = familyOf(problem.kind);
  const isLooked = family === 'other' || families.has(family);
  return problem.closedAs === null && problem.exempt === null && isLooked && !missingUnits.has(problem.unitKey);
}

function listChanges(month: Month, matching: Matching, standing: Standing): Change[] {
  const changes: Change[] = [];
  const holders = listHolders(month.subjects);
  for (const { problem, subject } of matching.matches) {
    const change = showProblem(month, problem, subject, holders.get(subject.group ?? '') ?? []);
    changes.push(change);
  }
  for (const problem of matching.problems) {
    if (problem.closedAs !== null || problem.exempt !== null) continue;
    if (isAsked(problem, month)) changes.push(missProblem(month, problem, standing));
    else if (month.missingUnits.has(problem.unitKey)) {
      changes.push({ before: problem, after: problem, events: [createEvent(month, 'unit-missing')] });
    }
  }
  for (const subject of matching.subjects) changes.push(openProblem(month, subject));
  return changes;
}

/** Names of the holders of each group. */
function listHolders(subjects: Subject[]): Map<string, string[]> {
  const holders = new Map<string, string[]>();
  for (const { group, nameKey } of subjects) {
    if (group === null) continue;
    const names = holders.get(group);
    if (names === undefined) holders.set(group, [nameKey]);
    else if (!names.includes(nameKey)) names.push(nameKey);
  }
  return holders;
}

function openProblem(month: Month, subject: Subject): Change {
  return {
    before: null,
    after: startProblem(subject, month.period, { isFromCheck: true }),
    events: [createEvent(month, 'opened')],
  };
}

/** A problem that the export shows. */
function showProblem(month: Month, problem: Problem, subject: Subject, holders: string[]): Change {
  const { period } = month;
  const hasUnit = subject.unitKey !== unknownUnit;
  const after: Problem = {
    ...problem,
    ...subject,
    unit: hasUnit ? subject.unit : problem.unit,
    unitKey: hasUnit ? subject.unitKey : problem.unitKey,
    text: subject.text ?? problem.text,
    lastPeriod: period,
    isFromCheck: true,
  };
  const events = describeDifferences(month, problem, after);
  if (problem.closedAs !== null) {
    if (problem.closedAs === 'kept' && isAmong(holders, problem.keptAmong)) return { before: problem, after, events };
    Object.assign(after, {
      closedAs: null,
      closedPeriod: null,
      newCode: null,
      answer: null,
      due: null,
      keptAmong: null,
    });
    return { before: problem, after, events: [...events, createEvent(month, 'reappeared')] };
  }
  if (problem.answer === null || problem.exempt !== null) return { before: problem, after, events };
  if (problem.answer.flag === '2') {
    Object.assign(after, { closedAs: 'kept', closedPeriod: period, keptAmong: holders.toSorted().join('\n') });
    return { before: problem, after, events: [...events, createEvent(month, 'kept')] };
  }
  after.answer = null;
  return { before: problem, after, events: [...events, createEvent(month, 'still-shown')] };
}

function isAmong(holders: string[], keptAmong: string | null): boolean {
  const kept = new Set((keptAmong ?? '').split('\n'));
  return holders.every((holder) => kept.has(holder));
}

/** A live problem that the export does not show. */
function missProblem(month: Month, problem: Problem, standing: Standing): Change {
  const outcome = ways[month.series].findOutcome(problem, standing);
  if (outcome === null) {
    const after = { ...problem, lastPeriod: month.period };
    if (problem.answer === null) return { before: problem, after, events: [] };
    return { before: problem, after: { ...after, answer: null }, events: [createEvent(month, 'still-shown')] };
  }
  const { closedAs, newCode } = outcome;
  const keptAmong = closedAs === 'kept' ? problem.nameKey : null;
  const after: Problem = { ...problem, closedAs, closedPeriod: month.period, newCode, keptAmong };
  const change = newCode === null ? {} : { from: problem.code, to: newCode };
  return { before: problem, after, events: [createEvent(month, closedAs, change)] };
}

function describeDifferences(month: Month, before: Problem, after: Problem): LedgerEvent[] {
  const events: LedgerEvent[] = [];
  const log = (what: EventKind, from: string, to: string): void => {
    events.push(createEvent(month, what, { from, to }));
  };
  if (before.codeKey !== after.codeKey) log('code-changed', before.code, after.code);
  if (before.nameKey !== after.nameKey) log('renamed', before.name, after.name);
  if (before.unitKey !== after.unitKey) log('unit-changed', before.unit, after.unit);
  if (before.kind !== after.kind) log('kind-changed', before.kind, after.kind);
  return events;
}

/** An event of a step. */
export function createEvent(
  { at, period }: { at: string; period: string },
  what: EventKind,
  change: { from?: string; to?: string } = {},
): LedgerEvent {
  return { at, period, what, ...change };
}
