import { createOutFile } from '../../node/outputs/out-file.ts';
import { createOutFolder } from '../../node/outputs/out-folder.ts';
import { nodePacking } from '../../node/zlib.ts';
import type { About } from '../../report/about.ts';
import { createJsonWriter } from '../../report/json.ts';
import { createDuplicatesWriter } from '../../report/lists/duplicates-csv.ts';
import { createFindingsWriter } from '../../report/lists/findings-csv.ts';
import type { CreateReportWriter, ReportContext, ReportWriter } from '../../report/report-writer.ts';
import { openOutput } from '../output.ts';
import type { Load } from './check-forms.ts';

/** What `--out` writes. */
const FOLDER_FORMS: Record<string, Load> = {
  'report.html': async () => (await import('../../report/html/html-writer.ts')).createHtmlWriter,
  'lists.xlsx': async () => {
    const { createListsWriter } = await import('../../report/lists/lists-workbook.ts');
    return (write, context) => createListsWriter(write, context, nodePacking);
  },
  'summary.json': async () => createJsonWriter,
  'findings.csv': async () => createFindingsWriter,
  'duplicates.csv': async () => createDuplicatesWriter,
};
/** With `--suspect`. */
const SUSPECT_FORMS: Record<string, Load> = {
  'suspects.csv': async () => (await import('../../report/lists/suspects-csv.ts')).createSuspectsWriter,
};

/**
 * One place that a run writes to: a folder, a file, standard output. `finish` completes what is written; nothing of it is in its place
 * before `commit`, and after `abort` nothing is left of it.
 */
export interface CheckOutput extends ReportWriter {
  commit(): Promise<void>;
  abort(): Promise<void>;
}

/** @throws {UsccError} `output` when the folder cannot be made, now or in a method */
export async function openFolderOutput(
  path: string,
  context: ReportContext,
  withSuspects: boolean,
): Promise<CheckOutput> {
  const folder = await createOutFolder(path, Object.keys({ ...FOLDER_FORMS, ...SUSPECT_FORMS }));
  try {
    const writers: ReportWriter[] = [];
    for (const [name, load] of Object.entries({ ...FOLDER_FORMS, ...(withSuspects && SUSPECT_FORMS) })) {
      const create = await load();
      const file = await folder.open(name);
      writers.push(create((chunk) => file.write(chunk), context));
    }
    return { ...joinWriters(writers), commit: () => folder.finish(), abort: () => folder.abort() };
  } catch (error) {
    await folder.abort();
    throw error;
  }
}

/**
 * The folder of `--send`: its files are known when its units are.
 *
 * @throws {UsccError} `output` when the folder cannot be made, now or in a method
 */
export async function openSendOutput(path: string, context: ReportContext, about: About): Promise<CheckOutput> {
  const { createSendWriter, isSentFile } = await import('../../report/send/send-writer.ts');
  const folder = await createOutFolder(path, isSentFile);
  const writer = createSendWriter((name) => folder.open(name), context, about, nodePacking);
  return { ...joinWriters([writer]), commit: () => folder.finish(), abort: () => folder.abort() };
}

/** @throws {UsccError} `output` when the file cannot be written, now or in a method */
export async function openFileOutput(
  path: string,
  create: CreateReportWriter,
  context: ReportContext,
): Promise<CheckOutput> {
  const file = await createOutFile(path);
  const writer = create((chunk) => file.write(chunk), context);
  return { ...joinWriters([writer]), commit: () => file.finish(), abort: () => file.abort() };
}

/** Standard output, as it comes; what was printed cannot be taken back. */
export function openPrintedOutput(create: CreateReportWriter, context: ReportContext): CheckOutput {
  const output = openOutput(process.stdout);
  const decoder = new TextDecoder();
  const writer = create(async (chunk) => {
    await output.write(typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }));
  }, context);
  return { ...joinWriters([writer]), commit: () => output.end(), abort: async () => {} };
}

/** Feeds several writers at once. */
export function joinWriters(writers: ReportWriter[]): ReportWriter {
  const duplicateGroups = Math.max(...writers.map((writer) => writer.duplicateGroups ?? Number.POSITIVE_INFINITY));
  return {
    ...(Number.isFinite(duplicateGroups) && { duplicateGroups }),
    async addFindings(batch) {
      for (const writer of writers) await writer.addFindings(batch);
    },
    async addDuplicates(batch) {
      for (const writer of writers) await writer.addDuplicates(batch);
    },
    async addSuspects(batch) {
      for (const writer of writers) await writer.addSuspects?.(batch);
    },
    async finish(report) {
      for (const writer of writers) await writer.finish(report);
    },
  };
}
