import { type AssessmentRule, BUILT_IN_ASSESSMENTS } from '../../check/assess/assessments.ts';
import { decideExempt } from '../../ledger/change-problems.ts';
import { checkLedger, type LedgerFault } from '../../ledger/check-ledger.ts';
import { type ExportedProblem, exportLedger, exportProblem, type LedgerExport } from '../../ledger/export-problems.ts';
import { readFeedbackRows } from '../../ledger/feedback.ts';
import { monthOf } from '../../ledger/periods.ts';
import { formatNumber, type Problem } from '../../ledger/problem.ts';
import { type LedgerStatus, readStatus } from '../../ledger/status.ts';
import { readLatestPeriod, readMeta, writeMeta } from '../../ledger/store/meta.ts';
import { readEvents, readProblem, readTodo } from '../../ledger/store/problems.ts';
import type { Collected, Step } from '../../ledger/take-answers.ts';
import { type FeedbackSummary, takeFeedback } from '../../ledger/take-feedback.ts';
import { refuse } from '../../messages/refusal/index.ts';
import { type CollectOptions, collectSheets } from './collect.ts';
import { type OpenDatabase, type OpenOptions, openDatabase } from './database.ts';
import { type MergeSummary, mergeFiles } from './merge.ts';
import { readSheets } from './read-sheets.ts';
import { type Recorded, type RecordOptions, recordExports } from './record.ts';
import { type SendOptions, type Sent, sendForms } from './send.ts';
import { type SubmitOptions, type Submitted, submitForm } from './submit.ts';

/** What every call that writes takes. */
export interface WriteOptions {
  /** Stands for today: `2026-11-28`. */
  asOf?: string;
  /** Works out what would happen, and writes nothing. */
  dryRun?: boolean;
}

/** A ledger that is open. Every call that writes is one transaction. */
export interface Ledger {
  path: string;
  /** The latest month whose problems were recorded. */
  latestPeriod(): string | null;
  record(files: string[], options: Omit<RecordOptions, 'at'> & { asOf?: string }): Promise<Recorded>;
  feedback(files: string[], options?: WriteOptions & { due?: string }): Promise<FeedbackSummary>;
  send(options: WriteOptions & SendOptions): Promise<Sent>;
  collect(files: string[], options?: WriteOptions & CollectOptions): Promise<Collected>;
  submit(options: WriteOptions & SubmitOptions): Promise<Submitted>;
  status(options?: { period?: string; asOf?: string; rules?: AssessmentRule[] }): LedgerStatus;
  /** Problems that are open or answered, those that are due first. */
  todo(limit: number): Problem[];
  show(numbers: number[]): ExportedProblem[];
  exempt(numbers: number[], reason: string | null, options?: WriteOptions): ExportedProblem[];
  export(): LedgerExport;
  merge(files: string[], options?: WriteOptions): Promise<MergeSummary>;
  check(): LedgerFault[];
  /** Sets what the ledger says of whose it is. */
  setOrganization(name: string): void;
  close(): void;
}

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
export async function openLedger(path: string, options: Pick<OpenOptions, 'creates'> = {}): Promise<Ledger> {
  return createLedger(await openDatabase(path, options));
}

function createLedger(database: OpenDatabase): Ledger {
  const stepOf = ({ asOf }: { asOf?: string }): Step => {
    const at = asOf ?? now();
    return { at, period: readLatestPeriod(database) ?? monthOf(at) };
  };
  const describe = (problems: Problem[]): ExportedProblem[] =>
    problems.map((problem) => exportProblem(problem, readEvents(database, problem.id).get(problem.id) ?? []));
  return {
    path: database.path,
    latestPeriod: () => readLatestPeriod(database),
    record: (files, { asOf, ...rest }) => recordExports(database, files, { ...rest, at: asOf ?? now() }),
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
      const decided = decideExempt(database, numbers, reason, stepOf(options), dryRun);
      for (const { number, result } of decided) {
        if (result.done) continue;
        const shown = formatNumber(number);
        if (result.why === 'unknown') throw refuse('usage', { kind: 'no-problem', number: shown });
        throw refuse('usage', { kind: 'not-to-exempt', number: shown, why: result.why });
      }
      return describe(decided.flatMap(({ result }) => (result.done ? [result.problem] : [])));
    },
    export: () => exportLedger(database),
    merge: (files, { dryRun = false, ...options } = {}) => mergeFiles(database, files, stepOf(options), dryRun),
    check: () => checkLedger(database),
    setOrganization(name) {
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
