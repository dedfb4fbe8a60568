import { normalize } from '../code/cell/normalize.ts';
import { createEvent } from './advance.ts';
import { type AcceptedRow, type RefusedRow, type ReturnedRow, readFlag, reviewAnswers } from './answers.ts';
import { createFinder, type ReturnedSheet, readReturnedRows } from './form/returned-sheet.ts';
import { type Flag, formatNumber, type Problem, statusOf } from './problem.ts';
import type { LedgerDatabase } from './store/database.ts';
import { startRun } from './store/meta.ts';
import { addEvents, readProblems, updateProblem } from './store/problems.ts';

/** When something is written, and the month it belongs to. */
export interface Step {
  at: string;
  period: string;
}

/** What returned sheets came to. */
export interface Collected {
  accepted: AcceptedRow[];
  refused: RefusedRow[];
  /** Problems that were sent to the units whose sheets these are, and are not answered. */
  missing: Problem[];
  /** Sheets that are no return. */
  passedOver: { file: string; sheet: string | null }[];
}

/** Codes that a registry has to be asked for before returned sheets can be judged. */
export function listAnsweredCodes(sheets: ReturnedSheet[]): string[] {
  const finder = { byNumber: () => null, byCodeAndName: () => null };
  const rows = sheets.flatMap((sheet) => readReturnedRows(sheet, finder) ?? []);
  return [...new Set(rows.filter(({ flag }) => readFlag(flag) === '0').map(({ code }) => normalize(code)))].filter(
    (code) => code !== '',
  );
}

/** Judges returned sheets and stores what is accepted, in one transaction; nothing that is refused. */
export function takeAnswers(
  database: LedgerDatabase,
  sheets: ReturnedSheet[],
  step: Step,
  options: { flags: ReadonlySet<Flag>; registered: ReadonlyMap<string, string[]>; isTrial: boolean },
): Collected {
  const work = (): Collected => {
    const problems = readProblems(database);
    const finder = createFinder(problems);
    const rows: ReturnedRow[] = [];
    const passedOver: Collected['passedOver'] = [];
    for (const sheet of sheets) {
      const returned = readReturnedRows(sheet, finder);
      if (returned === null) passedOver.push({ file: sheet.file, sheet: sheet.sheet });
      else for (const row of returned) rows.push(row);
    }
    const answers = rows.filter(({ flag, code }) => flag !== '' || code !== '');
    const { flags, registered, isTrial } = options;
    const { accepted, refused } = reviewAnswers(answers, { flags, problems, registered });
    if (!isTrial && accepted.length > 0) storeAnswers(database, accepted, step);
    return { accepted, refused, missing: findMissing(database, problems, rows, answers), passedOver };
  };
  return options.isTrial ? work() : database.transact(work);
}

function storeAnswers(database: LedgerDatabase, accepted: AcceptedRow[], step: Step): void {
  const run = startRun(database, { ...step, command: 'collect' });
  for (const { problem, flag, code, note, isOutside } of accepted) {
    updateProblem(database, { ...problem, answer: { flag, code, note, isOutside } });
    // Of a closed problem the answer is kept for the return; it opens nothing.
    if (problem.closedAs !== null) continue;
    addEvents(database, problem.id, run, [createEvent(step, 'answered', { from: flag, ...(code && { to: code }) })]);
  }
}

/** Of the units whose sheets came back: what was sent to them and is answered neither here nor before. */
function findMissing(
  database: LedgerDatabase,
  problems: Problem[],
  rows: ReturnedRow[],
  answers: ReturnedRow[],
): Problem[] {
  const keyOf = ({ role, unitKey }: Problem): string => `${role === null} ${unitKey}`;
  const units = new Set(rows.flatMap(({ problem }) => (problem === null ? [] : [keyOf(problem)])));
  const answered = new Set(answers.flatMap(({ problem }) => (problem === null ? [] : [problem.id])));
  const present = new Set(rows.flatMap(({ problem }) => (problem === null ? [] : [problem.id])));
  const sent = new Set(
    database.all("SELECT DISTINCT problem FROM events WHERE what = 'sent'").map((row) => Number(row.problem)),
  );
  return problems.filter(
    (problem) =>
      units.has(keyOf(problem)) &&
      statusOf(problem) === 'open' &&
      !answered.has(problem.id) &&
      (sent.has(problem.id) || present.has(problem.id)),
  );
}

/** Numbers of problems, for reports. */
export function listNumbers(problems: Pick<Problem, 'id'>[]): string[] {
  return problems.map(({ id }) => formatNumber(id));
}
