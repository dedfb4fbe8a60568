import { groupBy } from '../../engine/group/group-by.ts';
import { type Flag, familyOf, formatNumber, type Problem, statusOf } from '../problem.ts';

/** A problem as a return form shows it. */
export interface ReturnRow {
  problem: Problem;
  number: string;
  /** The others that hold the code, or the other codes of the holder. */
  counterparts: Problem[];
}

/** The problems of one unit. */
export interface UnitReturn {
  unit: string;
  rows: ReturnRow[];
}

/** What is to be sent out: live problems by unit, each with its counterparts. */
export function listReturns(problems: Problem[], unitKey: string | null): UnitReturn[] {
  const groups = groupProblems(problems);
  const units = new Map<string, UnitReturn>();
  for (const problem of problems) {
    const status = statusOf(problem);
    if (status !== 'open' || (unitKey !== null && problem.unitKey !== unitKey)) continue;
    const own = units.get(problem.unitKey) ?? { unit: problem.unit, rows: [] };
    units.set(problem.unitKey, own);
    own.rows.push(describeRow(problem, groups));
  }
  return [...units.values()];
}

function groupProblems(problems: Problem[]): ReadonlyMap<string, Problem[]> {
  const live = problems.filter(({ closedAs }) => closedAs !== 'removed' && closedAs !== 'corrected');
  return groupBy(live, ({ group, kind }) => (group === null ? null : `${familyOf(kind)} ${group}`));
}

export function describeRow(problem: Problem, groups: ReadonlyMap<string, Problem[]>): ReturnRow {
  const joined = groups.get(`${familyOf(problem.kind)} ${problem.group ?? ''}`) ?? [];
  const counterparts = joined.filter(({ id }) => id !== problem.id);
  return { problem, number: formatNumber(problem.id), counterparts };
}

/** Why the centre would refuse a row; the whole return with it. */
export type SubmitFault = 'not-answered' | 'flag-not-allowed' | 'two-survivors' | 'masked';

/** The return for the centre, and what stands in its way. */
export interface SubmitPlan {
  rows: ReturnRow[];
  faults: { number: string; reason: SubmitFault }[];
}

/**
 * What goes to the centre: the problems of its lists, answered; where there are none of its lists, every answered problem. A row
 * that would be refused there stands in the way of all.
 *
 * @param whole finds the code or name that the ledger keeps masked; null where nothing does
 */
export function planSubmit(
  problems: Problem[],
  flags: ReadonlySet<Flag>,
  submitted: ReadonlySet<number>,
  isWhole: (problem: Problem) => boolean,
): SubmitPlan {
  const waiting = problems.filter(({ id, exempt }) => exempt === null && !submitted.has(id));
  const listed = waiting.filter(
    ({ isFromFeedback, closedAs, answer }) => isFromFeedback && (closedAs === null || answer !== null),
  );
  const chosen = listed.length > 0 ? listed : waiting.filter((problem) => statusOf(problem) === 'answered');
  const groups = groupProblems(problems);
  const plan: SubmitPlan = { rows: chosen.map((problem) => describeRow(problem, groups)), faults: [] };
  for (const { problem, number, counterparts } of plan.rows) {
    const { answer } = problem;
    if (answer === null) plan.faults.push({ number, reason: 'not-answered' });
    else if (!flags.has(answer.flag)) plan.faults.push({ number, reason: 'flag-not-allowed' });
    else if (keepsBeside(problem, counterparts)) plan.faults.push({ number, reason: 'two-survivors' });
    else if (!isWhole(problem)) plan.faults.push({ number, reason: 'masked' });
  }
  return plan;
}

function keepsBeside({ kind, answer }: Problem, counterparts: Problem[]): boolean {
  if (kind !== 'conflicting' || answer?.flag !== '2' || answer.isOutside) return false;
  return counterparts.some((other) => other.answer?.flag === '2' && !other.answer.isOutside);
}
