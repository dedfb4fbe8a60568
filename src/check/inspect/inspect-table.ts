import { UsccError } from '../../code/error.ts';
import { openScan } from '../../engine/open-scan.ts';
import type { ScanOptions } from '../../engine/options.ts';
import { type Columns, findColumns } from '../../engine/plan/columns.ts';
import { classifyLine } from '../../engine/plan/lines/record-lines.ts';
import { NoTableError } from '../../engine/plan/no-table.ts';
import { findOwnSheet, refuseOwn } from '../../engine/plan/own-sheets.ts';
import { choosePlan, type FilePlan } from '../../engine/plan/plan.ts';
import { type Survey, surveyFile } from '../../engine/plan/survey.ts';
import type { Platform } from '../../engine/platform.ts';
import { encodingOf } from '../../engine/scan/file-scan.ts';
import type { Kernel } from '../../engine/scan/kernel/kernel.ts';
import { scanTasks } from '../../engine/scan/scan-task.ts';
import type { Refusal } from '../../messages/refusal/index.ts';
import type { Input } from '../../tables/input.ts';
import { listTableWarnings } from '../warnings.ts';
import { type Inspection, mostSkipped, startInspection } from './inspection.ts';
import { listColumns, showCell } from './list-columns.ts';

const shownRows = 3;
/** A table without names is worth a word; units are another matter. */
const wanted = { names: true, units: false };

/** What an inspection works with. */
export interface InspectionJob {
  kernel: Kernel;
  options: ScanOptions;
  platform: Platform;
  progress(doneBytes: number, records: number): void;
  /** First records that are shown: 3 unless told. */
  rowCount?: number;
}

/** What the beginning of a table shows. */
export interface Beginning {
  inspection: Inspection;
  /** Null where it was refused before; so is the plan. */
  survey: Survey | null;
  plan: FilePlan | null;
}

/**
 * How a table is understood, without checking anything: its beginning is looked at, then all of it is read once, so that every line that is
 * no record is known. What is wrong with it is part of the answer.
 */
export async function inspectTable(input: Input, job: InspectionJob): Promise<Inspection> {
  const { inspection, plan } = await inspectBeginning(input, job);
  if (plan !== null) await readWhole(inspection, plan, job);
  return inspection;
}

/** The same by its beginning alone: how many records there are, and what is said of lines further down, stays open. */
export async function inspectBeginning(
  input: Input,
  { kernel, options, platform, rowCount = shownRows }: InspectionJob,
): Promise<Beginning> {
  const all: ScanOptions = { ...options, ...input.reading };
  const beginning: Beginning = {
    inspection: startInspection(input.path, input.table?.sheet ?? null, input.table === undefined),
    survey: null,
    plan: null,
  };
  const { inspection } = beginning;
  await noteRefusal(inspection, async () => {
    const survey = await surveyFile(kernel, input, all, platform);
    beginning.survey = survey;
    describeSurvey(inspection, survey, all);
    showRecords(inspection, survey, null, rowCount);
    refuseOwn(input, input.table?.kind ?? findOwnSheet(survey.header, survey.scanned.others));
    const columns = findColumns(survey.path, survey.header, survey.rows, all);
    const plan = choosePlan(survey, all);
    const { known } = plan.dialect;
    const records = survey.rows.filter((row) => known === null || classifyLine(row, known) === null);
    showRecords(inspection, { header: survey.header, rows: records }, columns, rowCount);
    inspection.warnings = listTableWarnings([plan], [], wanted);
    beginning.plan = plan;
  });
  return beginning;
}

/** Reads all records, for what the beginning does not show. */
export async function readWhole(
  inspection: Inspection,
  plan: FilePlan,
  { options: given, platform, progress }: Pick<InspectionJob, 'options' | 'platform' | 'progress'>,
): Promise<void> {
  const options: ScanOptions = { ...given, ...plan.original.reading };
  const { pool } = platform;
  await noteRefusal(inspection, async () => {
    const scan = await openScan(
      { plans: [plan], key: null, options, platform, progress },
      {
        scan: (tasks) => pool.runAll(scanTasks, tasks),
        take({ skipped }, { lineBase }) {
          for (const [index, why] of (skipped?.reasons ?? []).entries()) {
            inspection.skippedLines++;
            const line = lineBase + (skipped?.lines[index] ?? 0) + 1;
            if (inspection.skipped.length < mostSkipped) inspection.skipped.push({ line, why });
          }
        },
      },
    );
    const [file] = scan.files;
    inspection.encoding = encodingOf(plan, file);
    if (file !== undefined && file.escaped.count > 0) inspection.escape = '\\';
    inspection.records = scan.records;
    inspection.blankRows = scan.blankRows;
    inspection.warnings = listTableWarnings([plan], scan.files, wanted);
  });
}

async function noteRefusal(inspection: Inspection, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof UsccError && error.code === 'input' && error.refusal !== undefined)) throw error;
    inspection.refusal = error.refusal as Refusal;
    inspection.nothing = error instanceof NoTableError ? error : null;
  }
}

function describeSurvey(inspection: Inspection, survey: Survey, { isEscaped = false }: ScanOptions): void {
  const { encoding, delimiter, headerLine, titleLines, skipped, warnings } = survey;
  inspection.encoding = encoding;
  inspection.delimiter = delimiter;
  inspection.escape = isEscaped ? '\\' : null;
  inspection.headerLine = headerLine;
  inspection.warnings = warnings;
  inspection.skipped = [...titleLines.map((line) => ({ line, why: 'title' as const })), ...skipped];
  inspection.skippedLines = inspection.skipped.length;
}

function showRecords(
  inspection: Inspection,
  table: Pick<Survey, 'header' | 'rows'>,
  columns: Columns | null,
  rowCount: number,
): void {
  inspection.columns = listColumns(table, columns);
  inspection.rows = table.rows.slice(0, rowCount).map((row) => row.map(showCell));
}
