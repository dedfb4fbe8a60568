import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readUnit } from '../../check/unit-register.ts';
import { markSent } from '../../ledger/change-problems.ts';
import { fillForm } from '../../ledger/form/fill-form.ts';
import { describeProblem, type FormCells } from '../../ledger/form/form-row.ts';
import { type FormHead, writeForm } from '../../ledger/form/form-workbook.ts';
import { listReturns } from '../../ledger/form/return-rows.ts';
import { type Series, statusOf } from '../../ledger/problem.ts';
import { showUnit } from '../../ledger/show/words.ts';
import { readProblems, seriesConditions } from '../../ledger/store/problems.ts';
import type { Step } from '../../ledger/take-answers.ts';
import { refuse } from '../../messages/refusal/index.ts';
import { nameSystemError } from '../../messages/system-errors.ts';
import { createFileNames } from '../../write/file-names.ts';
import { writeOutFile } from '../outputs/out-file.ts';
import { nodePacking } from '../zlib.ts';
import type { OpenDatabase } from './database.ts';

/** What is sent out, and how. */
export interface SendOptions {
  /** The folder of the workbooks, one a unit. */
  out: string;
  /** `2026-12-10`: the day by which they are to be returned. */
  due?: string;
  /** One unit only. */
  unit?: string;
  /** Problems of licences and penalties, instead of those of the registry. */
  licences?: boolean;
  /** The user's own form, an .xlsx workbook. */
  template?: string;
  /** Whom units ask. */
  contact?: string;
  /** What the forms are for, as it stands above the rows: the month unless it is given. */
  period?: string;
  lang?: 'zh' | 'en';
  dryRun?: boolean;
}

/** What was sent out. */
export interface Sent {
  files: { unit: string; path: string; problems: number }[];
  /** Problems that are answered already: they were left out. */
  answered: number;
}

/** Writes a workbook for every unit that has open problems, and notes that they were sent. */
export async function sendForms(
  database: OpenDatabase,
  { out, due, unit, licences = false, template, contact, period, lang = 'zh', dryRun = false }: SendOptions,
  step: Step,
): Promise<Sent> {
  const series: Series = licences ? 'licences' : 'registry';
  const problems = readProblems(database, `${seriesConditions[series]} AND COALESCE(origin, '') = ''`);
  const returns = listReturns(problems, unit === undefined ? null : readUnit(unit).key);
  if (unit !== undefined && returns.length === 0) {
    throw refuse('usage', { kind: 'no-unit', unit, units: listReturns(problems, null).map((each) => each.unit) });
  }
  const form = template === undefined ? null : readForm(template);
  const sent: Sent = { files: [], answered: problems.filter((problem) => statusOf(problem) === 'answered').length };
  const names = createFileNames('.xlsx');
  for (const { unit: name, rows } of returns) {
    const shown = showUnit(name, lang);
    const path = join(out, names.claim(shown));
    const cells = rows.map((row) => describeProblem(row, lang));
    const head: FormHead = {
      series,
      unit: shown,
      period: period ?? step.period,
      due: due ?? null,
      contact: contact ?? null,
    };
    if (!dryRun) await writeWorkbook(path, cells, head, form, lang);
    sent.files.push({ unit: name, path, problems: rows.length });
  }
  const all = returns.flatMap(({ rows }) => rows.map(({ problem }) => problem));
  if (!dryRun && all.length > 0) markSent(database, all, step, due ?? null);
  return sent;
}

/** A form that is to be filled in, and its name for errors. */
export interface FormFile {
  path: string;
  bytes: Uint8Array;
}

/** @throws {UsccError} `input` when it cannot be read */
export function readForm(path: string): FormFile {
  try {
    return { path, bytes: readFileSync(path) };
  } catch (error) {
    const isAbsent = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (isAbsent) throw refuse('input', { kind: 'not-found', file: path }, { cause: error });
    throw refuse('input', { kind: 'cannot-read', file: path, reason: nameSystemError(error) }, { cause: error });
  }
}

/** Writes one workbook: the user's form filled in, or our own. */
export async function writeWorkbook(
  path: string,
  cells: FormCells[],
  head: FormHead,
  form: FormFile | null,
  lang: 'zh' | 'en',
): Promise<void> {
  const filled = form === null ? null : fillForm(form.bytes, cells);
  if (form !== null && filled !== null && 'kind' in filled) {
    if (filled.kind === 'no-form') throw refuse('input', { kind: 'no-form', file: form.path });
    throw refuse('input', { kind: 'form-is-no-xlsx', file: form.path, reason: filled.reason });
  }
  await writeOutFile(path, (write) =>
    filled instanceof Uint8Array ? write(filled) : writeForm(write, cells, head, { lang, packing: nodePacking }),
  );
}
