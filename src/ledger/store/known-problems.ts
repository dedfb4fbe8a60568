import type { CloseReason, Problem, Series, Subject } from '../problem.ts';
import type { Outcome } from '../standing.ts';
import { type LedgerDatabase, readNumber, readTextOrNull, type SqlRow } from './database.ts';
import { readMeta } from './meta.ts';
import { inOne, listKeys, readPages } from './month-tables.ts';
import { seriesConditions, toProblem, toSubject } from './problems.ts';

/** Under which names each series keeps what its last record did. */
export const marks = {
  registry: { command: 'record', undoPeriod: 'undo-period' },
  licences: { command: 'record-licences', undoPeriod: 'undo-period-licences' },
} as const;

/** A month of a series. */
interface Recorded {
  series: Series;
  period: string;
}

/** A problem as it was before the month that is recorded, and what has been found about it. */
export interface KnownProblem {
  problem: Problem;
  /** What the tables show of it; null: nothing. */
  shown: Subject | null;
  /** What has become of it, where the tables were asked. */
  outcome: Outcome;
  /** Opened by the record of this month that is replaced: it gives its number, to nothing else than what it showed. */
  isFresh: boolean;
  /** Opened so too, and answered or asked for since. */
  isUsed: boolean;
}

/** Notes the problems of a series as they were before the month; what people have written since stays. */
export function noteKnown(
  database: LedgerDatabase,
  { series, period }: Recorded,
  isAsked: (problem: Problem) => boolean,
): void {
  database.execute('DELETE FROM temp.known; UPDATE temp.shown SET met = NULL WHERE met IS NOT NULL');
  const isUndone = readMeta(database, marks[series].undoPeriod) === period;
  const sql = `SELECT p.*, u.problem AS undone, u.before AS before, u.problem IS NOT NULL AND EXISTS
      (SELECT 1 FROM events JOIN runs ON runs.id = events.run
       WHERE events.problem = p.id AND NOT (runs.command = ?2 AND runs.period = ?3)) AS is_used
    FROM problems p LEFT JOIN undo u ON ?4 AND u.problem = p.id
    WHERE p.id > ?1 AND p.origin IS NULL AND p.${seriesConditions[series]} ORDER BY p.id`;
  for (const rows of readPages(database, sql, marks[series].command, period, Number(isUndone))) {
    const states = rows.map((row): KnownState => {
      const problem = restore(row);
      const isOpened = (row.undone ?? null) !== null && (row.before ?? null) === null;
      const isUsed = row.is_used === 1;
      return { problem, isAsked: isAsked(problem), isFresh: isOpened && !isUsed, isUsed: isOpened && isUsed };
    });
    addKnown(database, states);
  }
}

/** A problem, and what is to be known of it beside. */
interface KnownState {
  problem: Problem;
  isAsked: boolean;
  isFresh: boolean;
  isUsed: boolean;
}

/** Adds problems to those that are looked for among what is shown. */
export function addKnown(database: LedgerDatabase, states: KnownState[]): void {
  const sql = `INSERT INTO temp.known
    (id, is_closed, is_live, is_asked, is_fresh, is_used, role, code_key, name_key, unit_key, family, loose, organization)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  inOne(database, () => {
    for (const { problem, isAsked, isFresh, isUsed } of states) {
      const isClosed = problem.closedAs !== null;
      const flags = [isClosed, !isClosed && problem.exempt === null, isAsked, isFresh, isUsed];
      database.run(sql, problem.id, ...flags.map(Number), ...listKeys(problem));
    }
  });
}

/** Notes what has become of problems that are not shown. */
export function noteOutcomes(
  database: LedgerDatabase,
  found: { problem: Problem; isGone: boolean; outcome: Outcome }[],
): void {
  const sql = 'UPDATE temp.known SET is_gone = ?, closed_as = ?, new_code = ? WHERE id = ?';
  inOne(database, () => {
    for (const { problem, isGone, outcome } of found) {
      database.run(sql, Number(isGone), outcome?.closedAs ?? null, outcome?.newCode ?? null, problem.id);
    }
  });
}

/** Problems of a series as they were before the month, some at a time, in the order of their numbers. `where` is SQL on `known`. */
export function* readKnown(
  database: LedgerDatabase,
  { series, period }: Recorded,
  where: string,
): Generator<KnownProblem[]> {
  const isUndone = readMeta(database, marks[series].undoPeriod) === period;
  const sql = `SELECT p.*, u.problem AS undone, u.before AS before, known.is_fresh, known.is_used,
      known.closed_as AS outcome, known.new_code AS outcome_code
    FROM temp.known JOIN problems p ON p.id = known.id LEFT JOIN undo u ON ?2 AND u.problem = known.id
    WHERE known.id > ?1 AND ${where} ORDER BY known.id`;
  for (const rows of readPages(database, sql, Number(isUndone))) {
    const shown = readShown(database, readNumber(rows[0] ?? {}, 'id'), readNumber(rows.at(-1) ?? {}, 'id'));
    yield rows.map((row) => toKnown(row, shown.get(readNumber(row, 'id')) ?? null));
  }
}

function toKnown(row: SqlRow, shown: Subject | null): KnownProblem {
  const closedAs = readTextOrNull(row, 'outcome') as CloseReason | null;
  return {
    problem: restore(row),
    shown,
    outcome: closedAs === null ? null : { closedAs, newCode: readTextOrNull(row, 'outcome_code') },
    isFresh: row.is_fresh === 1,
    isUsed: row.is_used === 1,
  };
}

/** What is shown of problems, by their numbers. */
export function readShown(database: LedgerDatabase, first: number, last: number): Map<number, Subject> {
  const rows = database.all(
    `SELECT known.id AS known, shown.* FROM temp.known JOIN temp.shown ON shown.id = known.met
     WHERE known.id BETWEEN ? AND ?`,
    first,
    last,
  );
  return new Map(rows.map((row) => [readNumber(row, 'known'), toSubject(row)]));
}

/** A problem as it was before the last record of its series, where that is taken back. */
function restore(row: SqlRow): Problem {
  const problem = toProblem(row);
  if ((row.undone ?? null) === null) return problem;
  const earlier = readTextOrNull(row, 'before');
  if (earlier === null) return { ...problem, closedAs: null, closedPeriod: null };
  const before = JSON.parse(earlier) as Problem;
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
