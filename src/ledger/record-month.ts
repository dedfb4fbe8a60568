import { advanceMonth, type Change, createEvent } from './advance.ts';
import { findMissingUnits, findShrunk, type MonthFigures, type Question } from './figures.ts';
import type { CloseReason, Family, Problem, Subject } from './problem.ts';
import type { Standing, StandingQuestion } from './standing.ts';
import { type LedgerDatabase, readText } from './store/database.ts';
import { readLatestPeriod, readMeta, readRevision, startRun, writeMeta } from './store/meta.ts';
import { readFigures, writeFigures } from './store/months.ts';
import { addEvents, insertProblem, readProblems, updateProblem } from './store/problems.ts';

/** A month to be recorded: what the check of its exports has brought. */
export interface MonthInput {
  period: string;
  at: string;
  figures: MonthFigures;
  subjects: Subject[];
  families: ReadonlySet<Family>;
  ask(question: StandingQuestion): Promise<Standing>;
}

/** What recording a month comes to. */
export interface MonthSummary {
  period: string;
  /** Whether the month stood in the ledger already. */
  isReplaced: boolean;
  /** A month before the latest one adds its figures and touches no problem. */
  isFiguresOnly: boolean;
  opened: number;
  reappeared: number;
  stillShown: number;
  closed: Record<CloseReason, number>;
  unitsMissing: number;
  /** Open or answered afterwards. */
  open: number;
  figures: MonthFigures;
  /** The figures it had before, where it is replaced; else those of the month before. */
  previous: { period: string; figures: MonthFigures } | null;
}

/** What is to be said yes to, and what would happen. */
export interface Proposal {
  questions: Question[];
  summary: MonthSummary;
}

/** What the ledger knew before the month, and what a record of the same month left. */
interface Before {
  revision: number;
  latest: string | null;
  problems: Problem[];
  /** Numbers given by the record that is replaced, to nothing else than what it showed. */
  fresh: Set<number>;
  /** Problems that it opened and that have been answered or asked for since. */
  used: Set<number>;
  isReplaced: boolean;
}

const mostTries = 8;

/**
 * Records a month in one transaction: its figures, and what becomes of every problem. `agree` is shown what would happen, and what
 * is doubtful about it; nothing is written unless it says so.
 *
 * The export is asked outside of the transaction, which is short therefore. When somebody else has written meanwhile, all is
 * worked out anew.
 */
export async function recordMonth(
  database: LedgerDatabase,
  input: MonthInput,
  agree: (proposal: Proposal) => boolean | Promise<boolean>,
): Promise<MonthSummary | null> {
  for (let tries = 0; tries < mostTries; tries++) {
    const before = readBefore(database, input.period);
    const isFiguresOnly = before.latest !== null && input.period < before.latest;
    const previous = findPrevious(database, input.period, before.isReplaced);
    const earlier = findEarlier(database, input.period);
    const changes = isFiguresOnly
      ? []
      : await advanceMonth({
          ...input,
          problems: before.problems,
          missingUnits: findMissingUnits(earlier, input.figures),
        });
    const summary = summarize(input, changes, before, isFiguresOnly, previous);
    const questions = listQuestions(input, before, earlier);
    if (tries === 0 && !(await agree({ questions, summary }))) return null;
    const isWritten = database.transact(() => {
      if (readRevision(database) !== before.revision) return false;
      writeMonth(database, input, changes, before, isFiguresOnly);
      return true;
    });
    if (isWritten) return summary;
  }
  return null;
}

function findPrevious(database: LedgerDatabase, period: string, isReplaced: boolean): MonthSummary['previous'] {
  const own = readFigures(database, period);
  if (isReplaced && own !== null) return { period, figures: own };
  const [row] = database.all("SELECT MAX(period) AS period FROM periods WHERE period < ? AND origin = ''", period);
  const earlier = row === undefined ? '' : readText(row, 'period');
  const figures = earlier === '' ? null : readFigures(database, earlier);
  return figures === null ? null : { period: earlier, figures };
}

function findEarlier(database: LedgerDatabase, period: string): MonthFigures | null {
  return findPrevious(database, period, false)?.figures ?? null;
}

function listQuestions({ period, figures }: MonthInput, before: Before, earlier: MonthFigures | null): Question[] {
  const { latest, isReplaced } = before;
  const questions: Question[] = [];
  if (isReplaced) questions.push({ code: 'period-recorded', period });
  if (latest !== null && period < latest) questions.push({ code: 'period-out-of-order', period, latest });
  if (earlier === null) return questions;
  if (earlier.definition !== figures.definition) {
    questions.push({ code: 'definition-changed', was: earlier.definition, is: figures.definition });
  }
  return [...questions, ...findShrunk(earlier, figures)];
}

/** The ledger as it was before the month was recorded, if it has been; what people have written since stays. */
function readBefore(database: LedgerDatabase, period: string): Before {
  const revision = readRevision(database);
  const latest = readLatestPeriod(database);
  const problems = readProblems(database, 'origin IS NULL');
  const isReplaced = readFigures(database, period) !== null;
  const fresh = new Set<number>();
  const used = new Set<number>();
  if (readMeta(database, 'undo-period') !== period) return { revision, latest, problems, fresh, used, isReplaced };
  const undo = new Map(
    database.all('SELECT problem, before FROM undo').map((row) => [Number(row.problem), row.before ?? null]),
  );
  const others = new Set(
    database
      .all(
        `SELECT DISTINCT problem FROM events JOIN runs ON runs.id = events.run
         WHERE NOT (runs.command = 'record' AND runs.period = ?)`,
        period,
      )
      .map(({ problem }) => Number(problem)),
  );
  const restored = problems.map((problem) => {
    const earlier = undo.get(problem.id);
    if (earlier === undefined) return problem;
    if (earlier !== null) return restore(problem, JSON.parse(String(earlier)) as Problem);
    (others.has(problem.id) ? used : fresh).add(problem.id);
    return { ...problem, closedAs: null, closedPeriod: null };
  });
  return { revision, latest, problems: restored, fresh, used, isReplaced };
}

function restore(problem: Problem, before: Problem): Problem {
  const { due, exempt, isFromFeedback, answer, text } = problem;
  return {
    ...before,
    due: due ?? before.due,
    answer: answer ?? before.answer,
    text: text ?? before.text,
    exempt,
    isFromFeedback,
  };
}

function writeMonth(
  database: LedgerDatabase,
  input: MonthInput,
  changes: Change[],
  before: Before,
  isFiguresOnly: boolean,
): void {
  const { period, at, figures } = input;
  const run = startRun(database, { at, command: 'record', period });
  writeFigures(database, { period, at, figures, hasProblems: !isFiguresOnly, origin: '' });
  if (isFiguresOnly) return;
  if (before.isReplaced) takeBack(database, period, before);
  database.run('DELETE FROM undo');
  writeMeta(database, 'undo-period', period);
  const left = new Set(before.fresh);
  for (const change of changes) {
    const { before: earlier, after, events } = change;
    if ('id' in after && earlier !== null) {
      const isFresh = before.fresh.has(after.id);
      // What the record that is replaced had opened and this one does not show has never been.
      if (isFresh && after.lastPeriod === period && after.closedAs !== null) continue;
      left.delete(after.id);
      updateProblem(database, after);
      const isOpenedAnew = isFresh || before.used.has(after.id);
      addEvents(database, after.id, run, isOpenedAnew ? [createEvent(input, 'opened'), ...events] : events);
      writeUndo(database, after.id, isOpenedAnew ? null : earlier);
      continue;
    }
    const id = insertProblem(database, after);
    addEvents(database, id, run, events);
    writeUndo(database, id, null);
  }
  for (const id of left) database.run('DELETE FROM problems WHERE id = ?', id);
}

/** Undoes what the last record of the month did. */
function takeBack(database: LedgerDatabase, period: string, { problems }: Before): void {
  if (readMeta(database, 'undo-period') !== period) return;
  const undone = new Set(database.all('SELECT problem FROM undo').map(({ problem }) => Number(problem)));
  database.run("DELETE FROM events WHERE run IN (SELECT id FROM runs WHERE command = 'record' AND period = ?)", period);
  for (const problem of problems) if (undone.has(problem.id)) updateProblem(database, problem);
}

function writeUndo(database: LedgerDatabase, id: number, before: Problem | null): void {
  database.run('INSERT INTO undo (problem, before) VALUES (?, ?)', id, before === null ? null : JSON.stringify(before));
}

function summarize(
  { period, figures }: MonthInput,
  changes: Change[],
  { problems, fresh, isReplaced }: Before,
  isFiguresOnly: boolean,
  previous: MonthSummary['previous'],
): MonthSummary {
  const summary: MonthSummary = {
    period,
    isReplaced,
    isFiguresOnly,
    opened: 0,
    reappeared: 0,
    stillShown: 0,
    closed: { corrected: 0, removed: 0, kept: 0 },
    unitsMissing: 0,
    open: 0,
    figures,
    previous,
  };
  const live = new Set(
    problems
      .filter(({ id, closedAs, exempt }) => closedAs === null && exempt === null && !fresh.has(id))
      .map(({ id }) => id),
  );
  for (const { before, after, events } of changes) {
    const isNew = before === null || fresh.has(before.id);
    if (isNew && after.closedAs !== null) continue;
    if (isNew) {
      summary.opened++;
      summary.open++;
      continue;
    }
    if (events.some(({ what }) => what === 'unit-missing')) summary.unitsMissing++;
    if (before.closedAs === null && after.closedAs !== null) {
      summary.closed[after.closedAs]++;
      live.delete(before.id);
    } else if (before.closedAs !== null && after.closedAs === null) {
      summary.reappeared++;
      summary.open++;
    } else if (after.closedAs === null) summary.stillShown++;
  }
  summary.open += live.size;
  return summary;
}
