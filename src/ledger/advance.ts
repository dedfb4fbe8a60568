import { findLicenceOutcome } from './licences/licence-outcome.ts';
import { licenceRules } from './licences/match-licences.ts';
import { type MatchRules, matchProblems, registryRules } from './match-problems.ts';
import {
  type EventKind,
  type Family,
  familyOf,
  type LedgerEvent,
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
import type { LedgerDatabase } from './store/database.ts';
import { type KnownProblem, noteKnown, noteOutcomes, readKnown } from './store/known-problems.ts';
import { listHolders } from './store/month-tables.ts';

/** What happens to one problem; `before` is null for one that is opened, and has a number from the record that is replaced. */
export interface Change {
  before: Problem | null;
  after: Problem;
  events: LedgerEvent[];
  /** Opened by the record that is replaced, and answered since: it is opened by this one. */
  isOpenedAnew?: boolean;
}

/** A month as an export shows it, held against what the ledger knows. */
export interface Month {
  series: Series;
  period: string;
  /** When it is recorded. */
  at: string;
  /** Families that the check has looked for: what it has not looked for is not gone. */
  families: ReadonlySet<Family>;
  /** Units that had records and have none any more: nothing is known of their problems. */
  missingUnits: ReadonlySet<string>;
  /** Asks the export about problems it does not show. */
  ask(question: StandingQuestion): Promise<Standing>;
}

const unknownUnit = '?';
/** The tables are asked about so many problems at once: each time they are looked through. */
const askedAtOnce = 20_000;

/** How problems of each series are known again, and what becomes of those that are not shown. */
const ways: Record<Series, { rules: MatchRules; findOutcome(problem: Problem, standing: Standing): Outcome }> = {
  registry: { rules: registryRules, findOutcome },
  licences: { rules: licenceRules, findOutcome: findLicenceOutcome },
};

/**
 * A month's step of the loop: which problems are still there, which are new, which have come back, which are gone and as what.
 *
 *   known ─┐               ┌─ both ───────────────▶ still shown, reappeared, kept
 *          ├─ matchProblems┼─ known alone ──ask───▶ corrected, removed, kept
 *   shown ─┘               └─ shown alone ────────▶ opened
 *
 * What has been found is noted in the month's tables; `listChanges` tells it.
 */
export async function advanceMonth(database: LedgerDatabase, month: Month): Promise<void> {
  const { rules } = ways[month.series];
  noteKnown(database, month, (problem) => isAsked(problem, month));
  matchProblems(database, rules.sure, 'is_fresh = 0');
  await askUnseen(database, month);
  matchProblems(database, rules.renamed, 'is_fresh = 0 AND is_gone = 1');
  matchProblems(database, rules.located, 'is_fresh = 0');
  // What is opened has the number that the record which is replaced gave to it.
  matchProblems(database, rules.sure, 'is_fresh = 1');
}

async function askUnseen(database: LedgerDatabase, month: Month): Promise<void> {
  const ask = async (problems: Problem[]): Promise<void> => {
    const standing = await month.ask(askStanding(problems));
    const found = problems.map((problem) => {
      const outcome = ways[month.series].findOutcome(problem, standing);
      return { problem, isGone: isNameGone(problem, standing), outcome };
    });
    noteOutcomes(database, found);
  };
  let waiting: Problem[] = [];
  for (const page of readKnown(database, month, 'met IS NULL AND is_asked = 1 AND is_fresh = 0')) {
    for (const { problem } of page) waiting.push(problem);
    if (waiting.length < askedAtOnce) continue;
    await ask(waiting);
    waiting = [];
  }
  if (waiting.length > 0) await ask(waiting);
}

function isAsked(problem: Problem, { families, missingUnits }: Month): boolean {
  const family = familyOf(problem.kind);
  const isLooked = family === 'other' || families.has(family);
  return problem.closedAs === null && problem.exempt === null && isLooked && !missingUnits.has(problem.unitKey);
}

/** What becomes of the problems that have a number, some at a time. */
export function* listChanges(database: LedgerDatabase, month: Month): Generator<Change[]> {
  for (const page of readKnown(database, month, '(met IS NOT NULL OR is_live = 1)')) {
    yield page.flatMap((known) => changeKnown(database, month, known));
  }
}

function changeKnown(database: LedgerDatabase, month: Month, known: KnownProblem): Change[] {
  const { problem, shown, isFresh, isUsed: isOpenedAnew } = known;
  if (isFresh) {
    return shown === null ? [] : [openProblem(month, shown, problem.id)];
  }
  const change = shown === null ? loseProblem(month, known) : showProblem(database, month, problem, shown);
  return change === null ? [] : [{ ...change, isOpenedAnew }];
}

/** A live problem that the tables do not show; null: nothing is known of it. */
function loseProblem(month: Month, { problem, outcome }: KnownProblem): Change | null {
  if (isAsked(problem, month)) return missProblem(month, problem, outcome);
  if (!month.missingUnits.has(problem.unitKey)) return null;
  return { before: problem, after: problem, events: [createEvent(month, 'unit-missing')] };
}

function openProblem(month: Month, subject: Subject, id: number): Change {
  const opened = startProblem(subject, month.period, { isFromCheck: true });
  return { before: null, after: { ...opened, id }, events: [createEvent(month, 'opened')] };
}

/** A problem that the export shows. */
function showProblem(database: LedgerDatabase, month: Month, problem: Problem, subject: Subject): Change {
  const { period } = month;
  const readHolders = (): string[] => (subject.group === null ? [] : listHolders(database, subject.group));
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
    if (problem.closedAs === 'kept' && isAmong(readHolders(), problem.keptAmong))
      return { before: problem, after, events };
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
    Object.assign(after, { closedAs: 'kept', closedPeriod: period, keptAmong: readHolders().toSorted().join('\n') });
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
function missProblem(month: Month, problem: Problem, outcome: Outcome): Change {
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
