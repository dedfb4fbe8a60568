import { advanceMonth, type Change, createEvent, keepNumbers } from './advance.ts';
import { findMissingUnits, findShrunk, type Question } from './figures.ts';
import type { CloseReason, Family, Problem, Series, Subject } from './problem.ts';
import type { Standing, StandingQuestion } from './standing.ts';
import type { LedgerDatabase } from './store/database.ts';
import { type MetaName, readLatestPeriod, readMeta, readRevision, startRun, writeMeta } from './store/meta.ts';
import { type FiguresOf, findPeriodBefore, readFigures, writeFigures } from './store/months.ts';
import { addEvents, insertProblem, readProblems, seriesConditions, updateProblem } from './store/problems.ts';

/** A month to be recorded: what the check of its exports, or of its tables of licences and penalties, has brought. */
export interface MonthInput<Of extends Series = Series> {
  series: Of;
  period: string;
  at: string;
  figures: FiguresOf[Of];
  subjects: Subject[];
  families: ReadonlySet<Family>;
  ask(question: StandingQuestion): Promise<Standing>;
}

/** What recording a month comes to. */
export interface MonthSummary<Of extends Series = Series> {
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
  figures: FiguresOf[Of];
  /** The figures it had before, where it is replaced; else those of the month before. */
  previous: { period: string; figures: FiguresOf[Of] } | null;
}

/** What is to be said yes to, and what would happen. */
export interface Proposal<Of extends Series = Series> {
  questions: Question[];
  summary: MonthSummary<Of>;
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

/** Under which names each series keeps what its last record did. */
const marks: Record<Series, { command: string; undoPeriod: MetaName }> = {
  registry: { command: 'record', undoPeriod: 'undo-period' },
  licences: { command: 'record-licences', undoPeriod: 'undo-period-licences' },
};

/**
 * Records a month in one transaction: its figures, and what becomes of every problem. `agree` is shown what would happen, and what
 * is doubtful about it; nothing is written unless it says so.
 *
 * The export is asked outside of the transaction, which is short therefore. When somebody else has written meanwhile, all is
 * worked out anew.
 */
export async function recordMonth<Of extends Series>(
  database: LedgerDatabase,
  input: MonthInput<Of>,
  agree: (proposal: Proposal<Of>) => boolean | Promise<boolean>,
): Promise<MonthSummary<Of> | null> {
  const { series } = input;
  for (let tries = 0; tries < mostTries; tries++) {
    const before = readBefore(database, series, input.period);
    const isFiguresOnly = before.latest !== null && input.period < before.latest;
    const previous = findPrevious(database, series, input.period, before.isReplaced);
    const earlier = findPrevious(database, series, input.period, false)?.figures ?? null;
    const changes = isFiguresOnly ? [] : await work(input, before, earlier);
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

/** What becomes of the problems, as if the record that is replaced had not been; what it opened only gives its numbers. */
async function work(
  input: MonthInput,
  { problems, fresh }: Before,
  earlier: FiguresOf[Series] | null,
): Promise<Change[]> {
  const changes = await advanceMonth({
    ...input,
    problems: problems.filter(({ id }) => !fresh.has(id)),
    missingUnits: findMissingUnits(earlier, input.figures),
  });
  const given = problems.filter(({ id }) => fresh.has(id));
  return keepNumbers(changes, given, input.series);
}

function findPrevious<Of extends Series>(
  database: LedgerDatabase,
  series: Of,
  period: string,
  isReplaced: boolean,
): MonthSummary<Of>['previous'] {
  const shown = isReplaced ? period : findPeriodBefore(database, series, period);
  const figures = shown === null ? null : readFigures(database, series, shown);
  return shown === null || figures === null ? null : { period: shown, figures };
}

function listQuestions({ period, figures }: MonthInput, before: Before, earlier: FiguresOf[Series] | null): Question[] {
  const { latest, isReplaced } = before;
  const questions: Question[] = [];
  if (isReplaced) questions.push({ code: 'period-recorded', period });
  if (latest !== null && period < latest) questions.push({ code: 'period-out-of-order', period, latest });
  if (earlier === null) return questions;
  return [...questions, ...findRecounted(earlier, figures), ...findShrunk(earlier, figures)];
}

/** Whether the month is counted by something else than the one before it. */
function findRecounted(before: FiguresOf[Series], now: FiguresOf[Series]): Question[] {
  if ('definition' in before && 'definition' in now) {
    const { definition: was } = before;
    return was === now.definition ? [] : [{ code: 'definition-changed', was, is: now.definition }];
  }
  const isSame = !('rules' in before && 'rules' in now) || JSON.stringify(before.rules) === JSON.stringify(now.rules);
  return isSame ? [] : [{ code: 'rules-changed' }];
}

/** The ledger as it was before the month was recorded, if it has been; what people have written since stays. */
function readBefore(database: LedgerDatabase, series: Series, period: string): Before {
  const { command, undoPeriod } = marks[series];
  const revision = readRevision(database);
  const latest = readLatestPeriod(database, series);
  const problems = readProblems(database, `origin IS NULL AND ${seriesConditions[series]}`);
  const isReplaced = readFigures(database, series, period) !== null;
  const fresh = new Set<number>();
  const used = new Set<number>();
  if (readMeta(database, undoPeriod) !== period) return { revision, latest, problems, fresh, used, isReplaced };
  const undo = new Map(
    database.all('SELECT problem, before FROM undo').map((row) => [Number(row.problem), row.before ?? null]),
  );
  const others = new Set(
    database
      .all(
        `SELECT DISTINCT problem FROM events JOIN runs ON runs.id = events.run
         WHERE NOT (runs.command = ? AND runs.period = ?)`,
        command,
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
  const { role, due, exempt, isFromFeedback, answer, text } = problem;
  return {
    ...before,
    role,
    due: due ?? before.due,
    answer: answer ?? before.answer,
    text: text ?? before.text,
    exempt,
    isFromFeedback,
  };
}

function writeMonth<Of extends Series>(
  database: LedgerDatabase,
  input: MonthInput<Of>,
  changes: Change[],
  before: Before,
  isFiguresOnly: boolean,
): void {
  const { series, period, at, figures } = input;
  const { command, undoPeriod } = marks[series];
  const run = startRun(database, { at, command, period });
  writeFigures(database, series, { period, at, figures, hasProblems: !isFiguresOnly, origin: '' });
  if (isFiguresOnly) return;
  if (before.isReplaced) takeBack(database, series, period, before);
  database.run(`DELETE FROM undo WHERE problem IN (SELECT id FROM problems WHERE ${seriesConditions[series]})`);
  writeMeta(database, undoPeriod, period);
  const left = new Set(before.fresh);
  for (const change of changes) {
    const { before: earlier, after, events } = change;
    if ('id' in after) {
      left.delete(after.id);
      updateProblem(database, after);
      const isOpenedAnew = before.used.has(after.id);
      addEvents(database, after.id, run, isOpenedAnew ? [createEvent(input, 'opened'), ...events] : events);
      writeUndo(database, after.id, isOpenedAnew ? null : earlier);
      continue;
    }
    const id = insertProblem(database, after);
    addEvents(database, id, run, events);
    writeUndo(database, id, null);
  }
  // What the record that is replaced had opened and this one does not show has never been.
  for (const id of left) database.run('DELETE FROM problems WHERE id = ?', id);
}

/** Undoes what the last record of the month did. */
function takeBack(database: LedgerDatabase, series: Series, period: string, { problems }: Before): void {
  const { command, undoPeriod } = marks[series];
  if (readMeta(database, undoPeriod) !== period) return;
  const undone = new Set(database.all('SELECT problem FROM undo').map(({ problem }) => Number(problem)));
  database.run(
    'DELETE FROM events WHERE run IN (SELECT id FROM runs WHERE command = ? AND period = ?)',
    command,
    period,
  );
  for (const problem of problems) if (undone.has(problem.id)) updateProblem(database, problem);
}

function writeUndo(database: LedgerDatabase, id: number, before: Problem | null): void {
  database.run('INSERT INTO undo (problem, before) VALUES (?, ?)', id, before === null ? null : JSON.stringify(before));
}

function summarize<Of extends Series>(
  { period, figures }: MonthInput<Of>,
  changes: Change[],
  { problems, fresh, isReplaced }: Before,
  isFiguresOnly: boolean,
  previous: MonthSummary<Of>['previous'],
): MonthSummary<Of> {
  const summary: MonthSummary<Of> = {
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
    if (before === null) {
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
