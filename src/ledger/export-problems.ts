import { type Answer, formatNumber, type LedgerEvent, type Problem, type ProblemKind, statusOf } from './problem.ts';
import type { LedgerDatabase } from './store/database.ts';
import { readMeta } from './store/meta.ts';
import { readMonths, type StoredMonth } from './store/months.ts';
import { readEvents, readProblems } from './store/problems.ts';

/** One problem, as everything that leaves the ledger shows it. */
export interface ExportedProblem {
  number: string;
  kind: ProblemKind;
  /** What the column of licences or penalties holds; null: the problem is a registry's. */
  role: Problem['role'];
  code: string;
  name: string;
  unit: string;
  group: string | null;
  status: ReturnType<typeof statusOf>;
  source: ('check' | 'feedback')[];
  firstPeriod: string;
  lastPeriod: string;
  due: string | null;
  answer: Pick<Answer, 'flag' | 'code' | 'note'> | null;
  closedAs: Problem['closedAs'];
  closedPeriod: string | null;
  newCode: string | null;
  suggestion: string | null;
  /** In the words of a list from above. */
  text: string | null;
  exempt: string | null;
  /** In a city's ledger: the county's ledger, and the number there. */
  origin: { ledger: string; number: string } | null;
  events: LedgerEvent[];
}

/** The whole ledger, schema `uscc-ledger-problems/1`. */
export interface LedgerExport {
  schema: 'uscc-ledger-problems/1';
  ledger: { id: string; organization: string | null };
  periods: StoredMonth[];
  /** Months of licences and penalties. */
  licences: StoredMonth<'licences'>[];
  problems: ExportedProblem[];
}

export function exportLedger(database: LedgerDatabase): LedgerExport {
  const events = readEvents(database);
  return {
    schema: 'uscc-ledger-problems/1',
    ledger: { id: readMeta(database, 'id') ?? '', organization: readMeta(database, 'organization') },
    periods: readMonths(database, 'registry'),
    licences: readMonths(database, 'licences'),
    problems: readProblems(database).map((problem) => exportProblem(problem, events.get(problem.id) ?? [])),
  };
}

export function exportProblem(problem: Problem, events: LedgerEvent[]): ExportedProblem {
  const { id, answer, isFromCheck, isFromFeedback, origin, originNumber } = problem;
  const { kind, role, code, name, unit, group, firstPeriod, lastPeriod, due, closedAs, closedPeriod, newCode } =
    problem;
  return {
    number: formatNumber(id),
    kind,
    role,
    code,
    name,
    unit,
    group,
    status: statusOf(problem),
    source: [...(isFromCheck ? (['check'] as const) : []), ...(isFromFeedback ? (['feedback'] as const) : [])],
    firstPeriod,
    lastPeriod,
    due,
    answer: answer === null ? null : { flag: answer.flag, code: answer.code, note: answer.note },
    closedAs,
    closedPeriod,
    newCode,
    suggestion: problem.suggestion,
    text: problem.text,
    exempt: problem.exempt,
    origin: origin === null ? null : { ledger: origin, number: originNumber ?? '' },
    events,
  };
}
