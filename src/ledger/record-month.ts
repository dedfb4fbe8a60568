import { advanceMonth, type Change, createEvent, listChanges, type Month } from './advance.ts';
import { findMissingUnits, findShrunk, type Question } from './figures.ts';
import type { CloseReason, Family, Problem, Series } from './problem.ts';
import type { Standing, StandingQuestion } from './standing.ts';
import { type LedgerDatabase, readNumber } from './store/database.ts';
import { marks, noteKnown, readKnown } from './store/known-problems.ts';
import { readLatestPeriod, readMeta, readRevision, startRun, writeMeta } from './store/meta.ts';
import { type FiguresOf, findPeriodBefore, readFigures, writeFigures } from './store/months.ts';
import { addEvents, openShownProblems, seriesConditions, updateProblem } from './store/problems.ts';

/**
 * A month to be recorded: what the check of its exports, or of its tables of licences and penalties, has brought, beside what the
 * month's tables have of its problems.
 */
export interface MonthInput<Of extends Series = Series> {
  series: Of;
  period: string;
  at: string;
  figures: FiguresOf[Of];
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

/** What the ledger knew before the month. */
interface Before {
  revision: number;
  latest: string | null;
  isReplaced: boolean;
  /** A month before the latest one. */
  isFiguresOnly: boolean;
}

const mostTries = 8;

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
    const previous = findPrevious(database, series, input.period, before.isReplaced);
    const earlier = findPrevious(database, series, input.period, false)?.figures ?? null;
    const month = { ...input, missingUnits: findMissingUnits(earlier, input.figures) };
    if (before.isFiguresOnly) noteKnown(database, month, () => false);
    else await advanceMonth(database, month);
    const summary = summarize(database, month, before, previous);
    const questions = listQuestions(input, before, earlier);
    if (tries === 0 && !(await agree({ questions, summary }))) return null;
    const isWritten = database.transact(() => {
      if (readRevision(database) !== before.revision) return false;
      writeMonth(database, month, before);
      return true;
    });
    if (isWritten) return summary;
  }
  return null;
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

function readBefore(database: LedgerDatabase, series: Series, period: string): Before {
  const latest = readLatestPeriod(database, series);
  return {
    revision: readRevision(database),
    latest,
    isReplaced: readFigures(database, series, period) !== null,
    isFiguresOnly: latest !== null && period < latest,
  };
}

function writeMonth<Of extends Series>(
  database: LedgerDatabase,
  month: Month & MonthInput<Of>,
  { isReplaced, isFiguresOnly }: Before,
): void {
  const { series, period, at, figures } = month;
  const { command, undoPeriod } = marks[series];
  const run = startRun(database, { at, command, period });
  writeFigures(database, series, { period, at, figures, hasProblems: !isFiguresOnly, origin: '' });
  if (isFiguresOnly) return;
  if (isReplaced) takeBack(database, series, period);
  database.run(`DELETE FROM undo WHERE problem IN (SELECT id FROM problems WHERE ${seriesConditions[series]})`);
  writeMeta(database, undoPeriod, period);
  for (const changes of listChanges(database, month)) {
    for (const change of changes) writeChange(database, month, run, change);
  }
  openShownProblems(database, run, month);
  // What the record that is replaced had opened and this one does not show has never been.
  database.run('DELETE FROM problems WHERE id IN (SELECT id FROM temp.known WHERE is_fresh = 1 AND met IS NULL)');
}

function writeChange(
  database: LedgerDatabase,
  month: Month,
  run: number,
  { before, after, events, isOpenedAnew = false }: Change,
): void {
  const { id } = after;
  updateProblem(database, after);
  addEvents(database, id, run, isOpenedAnew ? [createEvent(month, 'opened'), ...events] : events);
  writeUndo(database, id, isOpenedAnew ? null : before);
}

/** Undoes what the last record of the month did; what it opened only gives its number, or goes. */
function takeBack(database: LedgerDatabase, series: Series, period: string): void {
  const { command, undoPeriod } = marks[series];
  if (readMeta(database, undoPeriod) !== period) return;
  database.run(
    'DELETE FROM events WHERE run IN (SELECT id FROM runs WHERE command = ? AND period = ?)',
    command,
    period,
  );
  for (const page of readKnown(database, { series, period }, 'u.problem IS NOT NULL AND is_fresh = 0')) {
    for (const { problem } of page) updateProblem(database, problem);
  }
}

function writeUndo(database: LedgerDatabase, id: number, before: Problem | null): void {
  database.run('INSERT INTO undo (problem, before) VALUES (?, ?)', id, before === null ? null : JSON.stringify(before));
}

function summarize<Of extends Series>(
  database: LedgerDatabase,
  month: Month & MonthInput<Of>,
  { isReplaced, isFiguresOnly }: Before,
  previous: MonthSummary<Of>['previous'],
): MonthSummary<Of> {
  const { period, figures } = month;
  const live = database.all('SELECT COUNT(*) AS count FROM temp.known WHERE is_live = 1 AND is_fresh = 0');
  const summary: MonthSummary<Of> = {
    period,
    isReplaced,
    isFiguresOnly,
    opened: 0,
    reappeared: 0,
    stillShown: 0,
    closed: { corrected: 0, removed: 0, kept: 0 },
    unitsMissing: 0,
    open: readNumber(live[0] ?? {}, 'count'),
    figures,
    previous,
  };
  if (isFiguresOnly) return summary;
  const opened = database.all('SELECT COUNT(*) AS count FROM temp.shown WHERE met IS NULL');
  summary.opened = readNumber(opened[0] ?? {}, 'count');
  summary.open += summary.opened;
  for (const changes of listChanges(database, month)) for (const change of changes) count(summary, change);
  return summary;
}

function count(summary: MonthSummary, { before, after, events }: Change): void {
  if (before === null) {
    summary.opened++;
    summary.open++;
    return;
  }
  if (events.some(({ what }) => what === 'unit-missing')) summary.unitsMissing++;
  if (before.closedAs === null && after.closedAs !== null) {
    summary.closed[after.closedAs]++;
    summary.open--;
  } else if (before.closedAs !== null && after.closedAs === null) {
    summary.reappeared++;
    summary.open++;
  } else if (after.closedAs === null) summary.stillShown++;
}
