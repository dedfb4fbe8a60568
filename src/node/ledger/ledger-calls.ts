import type { AssessmentRule } from '../../check/assess/assessments.ts';
import type { LedgerFault } from '../../ledger/check-ledger.ts';
import type { ExportedProblem, LedgerExport } from '../../ledger/export-problems.ts';
import type { Problem } from '../../ledger/problem.ts';
import type { LedgerStatus } from '../../ledger/status.ts';
import type { Collected } from '../../ledger/take-answers.ts';
import type { FeedbackSummary } from '../../ledger/take-feedback.ts';
import type { CollectOptions } from './collect.ts';
import type { OpenOptions } from './database.ts';
import type { MergeSummary } from './merge.ts';
import type { Recorded, RecordOptions } from './record.ts';
import type { RecordedLicences, RecordLicencesOptions } from './record-licences.ts';
import type { SendOptions, Sent } from './send.ts';
import type { SubmitOptions, Submitted } from './submit.ts';

/** How a ledger is opened. */
export interface OpenLedgerOptions extends Pick<OpenOptions, 'creates' | 'dryRun'> {
  /** The language of errors; Chinese unless named. */
  lang?: 'zh' | 'en';
}

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
  /** The latest month whose problems were recorded, of the registry or of licences and penalties. */
  latestPeriod(): string | null;
  record(files: string[], options: Omit<RecordOptions, 'at'> & { asOf?: string }): Promise<Recorded>;
  /** Tables of licences and penalties: months and problems of their own. */
  recordLicences(
    files: string[],
    options: Omit<RecordLicencesOptions, 'at'> & { asOf?: string },
  ): Promise<RecordedLicences>;
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
