import { maskCell } from '../code/cell/mask.ts';
import { createEvent } from './advance.ts';
import type { Problem } from './problem.ts';
import { statusOf } from './problem.ts';
import type { LedgerDatabase } from './store/database.ts';
import { startRun } from './store/meta.ts';
import { addEvents, readProblem, updateProblem } from './store/problems.ts';
import type { Step } from './take-answers.ts';

/** What came of a decision on one problem. */
export type ExemptResult =
  | { done: true; problem: Problem }
  | { done: false; why: 'unknown' | 'closed' | 'exempt-already' | 'not-exempt' };

/** Takes problems out of the loop for a reason, or back into it (`reason` null); all of them or none. */
export function exemptProblems(
  database: LedgerDatabase,
  numbers: number[],
  saidReason: string | null,
  step: Step,
  isTrial: boolean,
): { number: number; result: ExemptResult }[] {
  const reason = saidReason === null ? null : maskCell(saidReason);
  const work = (): { number: number; result: ExemptResult }[] => {
    const decided = numbers.map((number) => ({ number, result: exemptOne(database, number, reason) }));
    if (isTrial || decided.some(({ result }) => !result.done)) return decided;
    const run = startRun(database, { ...step, command: 'exempt' });
    for (const { result } of decided) {
      if (!result.done) continue;
      updateProblem(database, result.problem);
      const event =
        reason === null ? createEvent(step, 'exempt-withdrawn') : createEvent(step, 'exempt', { to: reason });
      addEvents(database, result.problem.id, run, [event]);
    }
    return decided;
  };
  return isTrial ? work() : database.transact(work);
}

function exemptOne(database: LedgerDatabase, number: number, reason: string | null): ExemptResult {
  const problem = readProblem(database, number);
  if (problem === null) return { done: false, why: 'unknown' };
  const status = statusOf(problem);
  if (reason === null && status !== 'exempt') return { done: false, why: 'not-exempt' };
  if (reason !== null && status === 'exempt') return { done: false, why: 'exempt-already' };
  if (status === 'closed') return { done: false, why: 'closed' };
  return { done: true, problem: { ...problem, exempt: reason } };
}

/** Notes that problems went out to their units, with the day by which they are due. */
export function markSent(database: LedgerDatabase, problems: Problem[], step: Step, due: string | null): void {
  database.transact(() => {
    const run = startRun(database, { ...step, command: 'send' });
    for (const { id } of problems) {
      // It may have been answered or closed while the sheets were written.
      const problem = readProblem(database, id);
      if (problem === null || problem.closedAs !== null) continue;
      if (due !== null) updateProblem(database, { ...problem, due });
      addEvents(database, id, run, [createEvent(step, 'sent', due === null ? {} : { to: due })]);
    }
  });
}

/** Notes that answers went to the centre. */
export function markSubmitted(database: LedgerDatabase, problems: Problem[], step: Step): void {
  database.transact(() => {
    const run = startRun(database, { ...step, command: 'submit' });
    for (const { id } of problems) addEvents(database, id, run, [createEvent(step, 'submitted')]);
  });
}
