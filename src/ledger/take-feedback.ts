import { createEvent } from './advance.ts';
import { type FeedbackRow, matchFeedback, openFeedback } from './feedback.ts';
import type { Problem } from './problem.ts';
import { formatNumber } from './problem.ts';
import type { LedgerDatabase } from './store/database.ts';
import { startRun } from './store/meta.ts';
import { addEvents, insertProblem, readProblems, seriesConditions, updateProblem } from './store/problems.ts';
import type { Step } from './take-answers.ts';

/** What a list from above came to. */
export interface FeedbackSummary {
  rows: number;
  /** Problems of ours that it names; `closed` of them are closed, and stay so until the export shows them again. */
  matched: number;
  closed: number;
  opened: number;
  /** Rows whose code is right: nothing but the list calls them a problem. */
  right: { file: string; sheet: string | null; row: number; code: string; name: string; number: string | null }[];
}

/** Enters a list from above, in one transaction. */
export function takeFeedback(
  database: LedgerDatabase,
  rows: FeedbackRow[],
  step: Step,
  { due, isTrial }: { due: string | null; isTrial: boolean },
): FeedbackSummary {
  const work = (): FeedbackSummary => {
    const plan = matchFeedback(rows, readProblems(database, seriesConditions.registry));
    const numbers = new Map<FeedbackRow, string>();
    const named = new Map<number, { problem: Problem; row: FeedbackRow }>();
    for (const { problem, row } of plan.matched) {
      named.set(problem.id, { problem, row });
      numbers.set(row, formatNumber(problem.id));
    }
    const summary: FeedbackSummary = {
      rows: rows.length,
      matched: named.size,
      closed: [...named.values()].filter(({ problem }) => problem.closedAs !== null).length,
      opened: plan.opened.length,
      right: [],
    };
    if (!isTrial) {
      const run = startRun(database, { ...step, command: 'feedback' });
      for (const { problem, row } of named.values()) {
        const text = row.subject.text ?? problem.text;
        const isLive = problem.closedAs === null;
        updateProblem(database, {
          ...problem,
          isFromFeedback: true,
          text,
          due: isLive ? (due ?? problem.due) : problem.due,
        });
        addEvents(database, problem.id, run, [createEvent(step, 'feedback')]);
      }
      for (const { row } of plan.opened) {
        const { problem, events } = openFeedback(row, step, due);
        const id = insertProblem(database, problem);
        addEvents(database, id, run, events);
        numbers.set(row, formatNumber(id));
      }
    }
    for (const each of rows) {
      if (!each.isRight) continue;
      const { file, sheet, row, subject } = each;
      summary.right.push({
        file,
        sheet,
        row,
        code: subject.code,
        name: subject.name,
        number: numbers.get(each) ?? null,
      });
    }
    return summary;
  };
  return isTrial ? work() : database.transact(work);
}
