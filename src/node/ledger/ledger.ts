import { BUILT_IN_ASSESSMENTS } from '../../check/assess/assessments.ts';
import { maskIdentityNumbers } from '../../code/cell/mask.ts';
import { exemptProblems } from '../../ledger/change-problems.ts';
import { checkLedger } from '../../ledger/check-ledger.ts';
import { type ExportedProblem, exportLedger, exportProblem } from '../../ledger/export-problems.ts';
import { readFeedbackRows } from '../../ledger/feedback.ts';
import { monthOf } from '../../ledger/periods.ts';
import { formatNumber, type Problem } from '../../ledger/problem.ts';
import { readStatus } from '../../ledger/status.ts';
import { readLatestPeriod, readMeta, writeMeta } from '../../ledger/store/meta.ts';
import { readEvents, readProblem, readTodo } from '../../ledger/store/problems.ts';
import type { Step } from '../../ledger/take-answers.ts';
import { takeFeedback } from '../../ledger/take-feedback.ts';
import { refuse, wordError } from '../../messages/refusal/index.ts';
import { voiceOf } from '../../messages/voice.ts';
import { readOptions } from '../options/read-options.ts';
import { collectSheets } from './collect.ts';
import { type OpenDatabase, openDatabase } from './database.ts';
import { guardLedger } from './guard-ledger.ts';
import type { Ledger, OpenLedgerOptions } from './ledger-calls.ts';
import { mergeFiles } from './merge.ts';
import { readSheets } from './read-sheets.ts';
import { recordExports } from './record.ts';
import { recordLicences } from './record-licences.ts';
import { sendForms } from './send.ts';
import { submitForm } from './submit.ts';

export type { Ledger, OpenLedgerOptions, WriteOptions } from './ledger-calls.ts';

/**
 * Opens the ledger of a credit centre or a unit.
 *
 * @param path of the file; with `creates` it is made where there is none
 * @throws {UsccError} `input` when there is none, or the file is no ledger; `output` when it cannot be written
 * @example
 * const ledger = await openLedger('uscc-ledger.db', { creates: true });
 * await ledger.record(['2026-11.csv'], { period: '2026-11', agree: ({ questions }) => questions.length === 0 });
 * console.log(ledger.status().correctionRate.all);
 * ledger.close();
 */
export async function openLedger(path: string, given: OpenLedgerOptions = {}): Promise<Ledger> {
  const { lang, ...options } = readOptions<OpenLedgerOptions>('openLedger', given);
  const voice = voiceOf({ ...(lang && { lang }) });
  try {
    return guardLedger(createLedger(await openDatabase(path, options)), voice);
  } catch (error) {
    throw wordError(error, voice);
  }
}

function createLedger(database: OpenDatabase): Ledger {
  const stepOf = ({ asOf }: { asOf?: string }): Step => {
    const at = asOf ?? now();
    return { at, period: readLatestPeriod(database) ?? monthOf(at) };
  };
  const describe = (problems: Problem[]): ExportedProblem[] =>
    problems.map((problem) => exportProblem(problem, readEvents(database, problem.id).get(problem.id) ?? []));
  // A month is worked out in tables of the connection, of which there is one.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
  return {
    path: database.path,
    latestPeriod: () => readLatestPeriod(database),
    record: (files, { asOf, ...rest }) => inTurn(() => recordExports(database, files, { ...rest, at: asOf ?? now() })),
    recordLicences: (files, { asOf, ...rest }) =>
      inTurn(() => recordLicences(database, files, { ...rest, at: asOf ?? now() })),
    async feedback(files, { due, dryRun = false, asOf } = {}) {
      const sheets = await readSheets(files);
      const lists = sheets.map((sheet) => readFeedbackRows(sheet, database.hash));
      if (lists.every((list) => list === null)) throw refuse('input', { kind: 'no-list', file: files.join(', ') });
      const rows = lists.flatMap((list) => list ?? []);
      return takeFeedback(database, rows, stepOf({ ...(asOf && { asOf }) }), { due: due ?? null, isTrial: dryRun });
    },
    send: (options) => sendForms(database, options, stepOf(options)),
    collect: (files, options = {}) => collectSheets(database, files, options, stepOf(options)),
    submit: (options) => submitForm(database, options, stepOf(options)),
    status: ({ period, asOf, rules = [...BUILT_IN_ASSESSMENTS] } = {}) =>
      readStatus(database, { ...(period && { period }), today: asOf ?? today(), rules }),
    todo: (limit) => readTodo(database, limit),
    show: (numbers) => describe(numbers.map((number) => findProblem(database, number))),
    exempt(numbers, reason, { dryRun = false, ...options } = {}) {
      const decided = exemptProblems(database, numbers, reason, stepOf(options), dryRun);
      for (const { number, result } of decided) {
        if (result.done) continue;
        const shown = formatNumber(number);
        if (result.why === 'unknown') throw refuse('usage', { kind: 'no-problem', number: shown });
        throw refuse('usage', { kind: 'not-to-exempt', number: shown, why: result.why });
      }
      return describe(decided.flatMap(({ result }) => (result.done ? [result.problem] : [])));
    },
    export: () => exportLedger(database),
    merge: (files, { dryRun = false, ...options } = {}) =>
      inTurn(() => mergeFiles(database, files, stepOf(options), dryRun)),
    check: () => checkLedger(database),
    setOrganization(given) {
      const name = maskIdentityNumbers(given);
      if (readMeta(database, 'organization') === name) return;
      database.transact(() => writeMeta(database, 'organization', name));
    },
    close: database.close,
  };
}

function findProblem(database: OpenDatabase, number: number): Problem {
  const problem = readProblem(database, number);
  if (problem === null) throw refuse('usage', { kind: 'no-problem', number: formatNumber(number) });
  return problem;
}

/** To the second, in UTC. */
function now(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, 'Z');
}

/** Where the clerk sits. */
function today(): string {
  const date = new Date();
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
