import type { LicenceRole } from '../../engine/plan/headers/licence-headers.ts';
import type {
  Answer,
  CloseReason,
  EventKind,
  Flag,
  LedgerEvent,
  NewProblem,
  Problem,
  ProblemKind,
  Series,
  Subject,
} from '../problem.ts';
import { type LedgerDatabase, readNumber, readText, readTextOrNull, type SqlRow, type SqlValue } from './database.ts';

const columns = [
  'kind',
  'role',
  'code',
  'code_key',
  'name',
  'name_key',
  'unit',
  'unit_key',
  'joined',
  'suggestion',
  'said',
  'first_period',
  'last_period',
  'from_check',
  'from_feedback',
  'due',
  'answer_flag',
  'answer_code',
  'answer_note',
  'answer_outside',
  'closed_as',
  'closed_period',
  'new_code',
  'exempt',
  'kept_among',
  'origin',
  'origin_number',
];
const insertSql = `INSERT INTO problems (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
const updateSql = `UPDATE problems SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`;
const eventSql = 'INSERT INTO events (problem, run, at, period, what, was, became) VALUES (?, ?, ?, ?, ?, ?, ?)';

/** What holds of the problems of a series, in SQL. */
export const seriesConditions: Record<Series, string> = { registry: 'role IS NULL', licences: 'role IS NOT NULL' };

/** Problems in the order of their numbers. `where` is a condition of SQL on the columns of `problems`. */
export function readProblems(database: LedgerDatabase, where = '1', ...values: SqlValue[]): Problem[] {
  return database.all(`SELECT * FROM problems WHERE ${where} ORDER BY id`, ...values).map(toProblem);
}

/** Problems that are open or answered, those that are due first. */
export function readTodo(database: LedgerDatabase, limit: number): Problem[] {
  const sql = `SELECT * FROM problems WHERE closed_as IS NULL AND exempt IS NULL
    ORDER BY COALESCE(due, '9999'), role IS NOT NULL, unit, id LIMIT ?`;
  return database.all(sql, limit).map(toProblem);
}

export function readProblem(database: LedgerDatabase, id: number): Problem | null {
  return readProblems(database, 'id = ?', id)[0] ?? null;
}

/** Adds a problem and returns its number. Numbers are never given twice. */
export function insertProblem(database: LedgerDatabase, problem: NewProblem): number {
  return database.run(insertSql, ...toValues(problem));
}

/** Opens what the month's tables show and no problem is, in its order. */
export function openShownProblems(
  database: LedgerDatabase,
  run: number,
  { at, period }: Omit<LedgerEvent, 'what'>,
): void {
  const [last] = database.all('SELECT MAX(id) AS id FROM problems');
  const before = readNumber(last ?? {}, 'id');
  database.run(
    `INSERT INTO problems (kind, role, code, code_key, name, name_key, unit, unit_key, joined, suggestion, said,
       first_period, last_period, from_check, from_feedback)
     SELECT kind, NULLIF(role, ''), code, code_key, name, name_key, unit, unit_key, joined, suggestion, said, ?1, ?1, 1, 0
     FROM temp.shown WHERE met IS NULL ORDER BY id`,
    period,
  );
  database.run(
    `INSERT INTO events (problem, run, at, period, what) SELECT id, ?, ?, ?, 'opened' FROM problems WHERE id > ? ORDER BY id`,
    run,
    at,
    period,
    before,
  );
  database.run('INSERT INTO undo (problem, before) SELECT id, NULL FROM problems WHERE id > ?', before);
}

export function updateProblem(database: LedgerDatabase, problem: Problem): void {
  database.run(updateSql, ...toValues(problem), problem.id);
}

export function addEvents(database: LedgerDatabase, problem: number, run: number, events: LedgerEvent[]): void {
  for (const { at, period, what, from = null, to = null } of events) {
    database.run(eventSql, problem, run, at, period, what, from, to);
  }
}

/** Events by problem, each in order; of one problem where its number is given. */
export function readEvents(database: LedgerDatabase, problem?: number): Map<number, LedgerEvent[]> {
  const rows =
    problem === undefined
      ? database.all('SELECT problem, at, period, what, was, became FROM events ORDER BY id')
      : database.all(
          'SELECT problem, at, period, what, was, became FROM events WHERE problem = ? ORDER BY id',
          problem,
        );
  const events = new Map<number, LedgerEvent[]>();
  for (const row of rows) {
    const id = readNumber(row, 'problem');
    const list = events.get(id) ?? [];
    if (list.length === 0) events.set(id, list);
    const from = readTextOrNull(row, 'was');
    const to = readTextOrNull(row, 'became');
    list.push({
      at: readText(row, 'at'),
      period: readText(row, 'period'),
      what: readText(row, 'what') as EventKind,
      ...(from !== null && { from }),
      ...(to !== null && { to }),
    });
  }
  return events;
}

/** Whether nothing of two problems differs that is stored. */
export function isSameProblem(a: Problem, b: Problem): boolean {
  const [one, other] = [toValues(a), toValues(b)];
  return one.every((value, at) => value === other[at]);
}

function toValues(problem: NewProblem): SqlValue[] {
  const { answer } = problem;
  return [
    problem.kind,
    problem.role,
    problem.code,
    problem.codeKey,
    problem.name,
    problem.nameKey,
    problem.unit,
    problem.unitKey,
    problem.group,
    problem.suggestion,
    problem.text,
    problem.firstPeriod,
    problem.lastPeriod,
    Number(problem.isFromCheck),
    Number(problem.isFromFeedback),
    problem.due,
    answer?.flag ?? null,
    answer?.code ?? null,
    answer?.note ?? null,
    Number(answer?.isOutside ?? false),
    problem.closedAs,
    problem.closedPeriod,
    problem.newCode,
    problem.exempt,
    problem.keptAmong,
    problem.origin,
    problem.originNumber,
  ];
}

/** A row of `problems`, or of any table that has its columns of a subject. */
export function toSubject(row: SqlRow): Subject {
  return {
    kind: readText(row, 'kind') as ProblemKind,
    role: (readTextOrNull(row, 'role') || null) as LicenceRole | null,
    code: readText(row, 'code'),
    codeKey: readText(row, 'code_key'),
    name: readText(row, 'name'),
    nameKey: readText(row, 'name_key'),
    unit: readText(row, 'unit'),
    unitKey: readText(row, 'unit_key'),
    group: readTextOrNull(row, 'joined'),
    suggestion: readTextOrNull(row, 'suggestion'),
    text: readTextOrNull(row, 'said'),
  };
}

export function toProblem(row: SqlRow): Problem {
  return {
    ...toSubject(row),
    id: readNumber(row, 'id'),
    firstPeriod: readText(row, 'first_period'),
    lastPeriod: readText(row, 'last_period'),
    isFromCheck: row.from_check === 1,
    isFromFeedback: row.from_feedback === 1,
    due: readTextOrNull(row, 'due'),
    answer: toAnswer(row),
    closedAs: readTextOrNull(row, 'closed_as') as CloseReason | null,
    closedPeriod: readTextOrNull(row, 'closed_period'),
    newCode: readTextOrNull(row, 'new_code'),
    exempt: readTextOrNull(row, 'exempt'),
    keptAmong: readTextOrNull(row, 'kept_among'),
    origin: readTextOrNull(row, 'origin'),
    originNumber: readTextOrNull(row, 'origin_number'),
  };
}

function toAnswer(row: SqlRow): Answer | null {
  const flag = readTextOrNull(row, 'answer_flag');
  if (flag === null) return null;
  return {
    flag: flag as Flag,
    code: readTextOrNull(row, 'answer_code'),
    note: readTextOrNull(row, 'answer_note'),
    isOutside: row.answer_outside === 1,
  };
}
