import { maskCell } from '../code/cell/mask.ts';
import { normalize, normalizeName } from '../code/cell/normalize.ts';
import { listAcross } from './across-ledgers.ts';
import { createEvent } from './advance.ts';
import type { ExportedProblem, LedgerExport } from './export-problems.ts';
import { always, matchProblems, registryRules } from './match-problems.ts';
import { type LedgerEvent, type NewProblem, type Problem, startProblem } from './problem.ts';
import type { LedgerDatabase } from './store/database.ts';
import { addKnown, readShown } from './store/known-problems.ts';
import { startRun } from './store/meta.ts';
import { openShown, readUnmet } from './store/month-tables.ts';
import { writeFigures } from './store/months.ts';
import {
  addEvents,
  insertProblem,
  isSameProblem,
  readProblems,
  seriesConditions,
  updateProblem,
} from './store/problems.ts';
import { keepUnit } from './subjects.ts';
import type { Step } from './take-answers.ts';

/** What merging came to. */
export interface MergeSummary {
  ledgers: {
    id: string;
    organization: string | null;
    problems: number;
    added: number;
    changed: number;
    gone: number;
  }[];
  /** Problems between the ledgers: 一码多赋 and 重复赋码 that no county can see. */
  across: { opened: number; closed: number; open: number };
}

/** What is known of a problem that was found between ledgers: it belongs to none of them. */
const acrossOrigin = '';

/**
 * Takes other ledgers into this one, in one transaction. Each of their problems has a number here and keeps its own beside it; what
 * has been taken before is brought up to date.
 */
export function mergeLedgers(
  database: LedgerDatabase,
  sources: LedgerExport[],
  given: Step,
  isTrial: boolean,
): MergeSummary {
  // What is found between the ledgers belongs to the latest month of any.
  const periods = sources.flatMap((source) => [...source.periods, ...source.licences].map(({ period }) => period));
  const step: Step = { ...given, period: [...periods, given.period].sort().at(-1) ?? given.period };
  const work = (): MergeSummary => {
    const run = startRun(database, { ...step, command: 'merge' });
    const ledgers = sources.map((source) => mergeOne(database, source, run));
    return { ledgers, across: mergeAcross(database, step, run) };
  };
  return database.transact(() => {
    if (!isTrial) return work();
    database.execute('SAVEPOINT trial');
    const summary = work();
    database.execute('ROLLBACK TO trial');
    return summary;
  });
}

function mergeOne(database: LedgerDatabase, { ledger, periods, licences, problems }: LedgerExport, run: number) {
  const { id: origin, organization } = ledger;
  const summary = { id: origin, organization, problems: problems.length, added: 0, changed: 0, gone: 0 };
  const known = new Map(
    readProblems(database, 'origin = ?', origin).map((problem) => [problem.originNumber ?? '', problem]),
  );
  for (const exported of problems) {
    const problem = importProblem(exported, origin);
    const before = known.get(exported.number);
    known.delete(exported.number);
    if (before === undefined) {
      const id = insertProblem(database, problem);
      addEvents(database, id, run, exported.events);
      summary.added++;
      continue;
    }
    const after: Problem = {
      ...problem,
      id: before.id,
      exempt: problem.exempt ?? before.exempt,
      due: problem.due ?? before.due,
    };
    const isChanged = !isSameProblem(after, before);
    if (isChanged) updateProblem(database, after);
    if (mergeEvents(database, before.id, exported.events, run) || isChanged) summary.changed++;
  }
  // A county that records a month anew may find that it had opened what never was.
  for (const { id } of known.values()) {
    database.run('DELETE FROM events WHERE problem = ?', id);
    database.run('DELETE FROM problems WHERE id = ?', id);
    summary.gone++;
  }
  for (const month of periods) if (month.origin === '') writeFigures(database, 'registry', { ...month, origin });
  for (const month of licences) if (month.origin === '') writeFigures(database, 'licences', { ...month, origin });
  return summary;
}

/** Adds what has happened since, and replaces what is told otherwise now. */
function mergeEvents(database: LedgerDatabase, problem: number, events: LedgerEvent[], run: number): boolean {
  const rows = database.all(
    `SELECT events.id AS id, events.at AS at, events.period AS period, what, was, became FROM events
     JOIN runs ON runs.id = events.run WHERE problem = ? AND runs.command = 'merge' ORDER BY events.id`,
    problem,
  );
  let same = 0;
  while (same < rows.length && same < events.length) {
    const [row, event] = [rows[same], events[same]];
    const isSame =
      row?.at === event?.at &&
      row?.period === event?.period &&
      row?.what === event?.what &&
      (row?.was ?? undefined) === event?.from &&
      (row?.became ?? undefined) === event?.to;
    if (!isSame) break;
    same++;
  }
  for (const row of rows.slice(same)) database.run('DELETE FROM events WHERE id = ?', row.id ?? null);
  addEvents(database, problem, run, events.slice(same));
  return same < rows.length || same < events.length;
}

function importProblem(exported: ExportedProblem, origin: string): NewProblem {
  const { kind, role, code, name, unit, group, suggestion, text, firstPeriod, lastPeriod, due, answer } = exported;
  return {
    kind,
    role: role ?? null,
    code,
    codeKey: normalize(code),
    name,
    nameKey: normalizeName(name),
    ...keepUnit(unit, '?'),
    group,
    suggestion,
    text: mask(text),
    firstPeriod,
    lastPeriod,
    isFromCheck: exported.source.includes('check'),
    isFromFeedback: exported.source.includes('feedback'),
    due,
    answer: answer === null ? null : { ...answer, note: mask(answer.note), isOutside: false },
    closedAs: exported.closedAs,
    closedPeriod: exported.closedPeriod,
    newCode: exported.newCode,
    exempt: mask(exported.exempt),
    keptAmong: null,
    origin,
    originNumber: exported.number,
  };
}

/** What was written by hand, since a county may have exported it by an earlier version or another program. */
function mask(text: string | null): string | null {
  return text === null ? null : maskCell(text);
}

/** Brings the problems between ledgers up to date. */
function mergeAcross(database: LedgerDatabase, step: Step, run: number): MergeSummary['across'] {
  const counties = readProblems(database, `origin IS NOT NULL AND origin <> '' AND ${seriesConditions.registry}`);
  const own = readProblems(database, 'origin = ?', acrossOrigin);
  const shown = openShown(database);
  shown.add(listAcross(counties));
  addKnown(
    database,
    own.map((problem) => ({ problem, isAsked: true, isFresh: false, isUsed: false })),
  );
  matchProblems(database, registryRules.sure, always);
  const subjects = readShown(database, 0, own.at(-1)?.id ?? 0);
  const summary = { opened: 0, closed: 0, open: 0 };
  for (const problem of own) {
    const subject = subjects.get(problem.id);
    if (subject === undefined) continue;
    const isBack = problem.closedAs !== null;
    const after: Problem = { ...problem, ...subject, lastPeriod: step.period, closedAs: null, closedPeriod: null };
    updateProblem(database, after);
    if (isBack) addEvents(database, problem.id, run, [createEvent(step, 'reappeared')]);
    summary.open++;
  }
  for (const problem of own) {
    if (problem.closedAs !== null || subjects.has(problem.id)) continue;
    const own = counties.find(({ codeKey, nameKey }) => codeKey === problem.codeKey && nameKey === problem.nameKey);
    const closedAs = own?.closedAs ?? 'corrected';
    updateProblem(database, { ...problem, closedAs, closedPeriod: step.period });
    addEvents(database, problem.id, run, [createEvent(step, closedAs)]);
    summary.closed++;
  }
  for (const subject of [...readUnmet(database)].flat()) {
    const known = { isFromCheck: true, origin: acrossOrigin };
    const id = insertProblem(database, startProblem(subject, step.period, known));
    addEvents(database, id, run, [createEvent(step, 'opened')]);
    summary.opened++;
    summary.open++;
  }
  shown.clear();
  return summary;
}
