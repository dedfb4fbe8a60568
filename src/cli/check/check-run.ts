import type { CheckOptions } from '../../check/options.ts';
import type { Report } from '../../check/report.ts';
import { createOutFile } from '../../node/outputs/out-file.ts';
import { writeAndFree } from '../../node/outputs/write-and-free.ts';
import { isEngineInput } from '../../node/warehouse/engine-inputs.ts';
import type { About } from '../../report/about.ts';
import type { ReportContext } from '../../report/report-writer.ts';
import { createTextWriter } from '../../report/terminal/text.ts';
import { chooseStyle } from '../output.ts';
import type { EngineRun } from '../run-engine.ts';
import { FILE_FORMS, type FileForm, type Format, needsFindings, PRINTED_FORMS } from './check-forms.ts';
import {
  type CheckOutput,
  joinWriters,
  openFileOutput,
  openFolderOutput,
  openPrintedOutput,
  openSendOutput,
} from './check-output.ts';

/** The engine: `checkRegistry`. */
export type Check = (files: string[], options: CheckOptions) => Promise<Report>;

/** Where the report goes, in which forms. */
export interface Destinations {
  format: Format;
  /** The folder of `--out`. */
  out?: string;
  /** The folder of `--send`. */
  send?: string;
  files: Partial<Record<FileForm | 'marked' | 'annotate', string>>;
}

/** What is checked, and where the report goes. */
export interface CheckJob {
  inputs: string[];
  options: CheckOptions;
  to: Destinations;
  about: About;
  check: Check;
}

/**
 * Checks and writes the report in all forms at once. Files appear when everything is complete; standard output comes last,
 * but for forms that are written as the check goes.
 */
export async function runCheck({ inputs, options, to, about, check }: CheckJob, run: EngineRun): Promise<Report> {
  const { suspect = false, notes = false } = options;
  const hasKeys = inputs.some(isEngineInput);
  const context: ReportContext = { files: [], sheets: [], lang: run.options.lang, about, hasKeys, notes };
  const outputs: CheckOutput[] = [];
  const add = (output: CheckOutput): void => {
    outputs.push(output);
    run.outputs.push(output);
  };
  for await (const output of openOutputs(to, about, suspect, context)) add(output);
  const all = joinWriters(outputs);
  const marked = await openBytes(to.files.marked, add);
  const annotated = await openBytes(to.files.annotate, add);
  const report = await check(inputs, {
    ...options,
    ...run.options,
    duplicateGroups: all.duplicateGroups,
    suspect,
    findings: outputs.length > 1 ? 'all' : needsFindings(to.format),
    onFiles(paths, sheets) {
      context.files.push(...paths);
      context.sheets.push(...sheets);
    },
    ...(marked && { onWorkbook: (bytes) => marked.write(bytes) }),
    ...(annotated && {
      [isParquetPath(to.files.annotate) ? 'onAnnotatedParquet' : 'onAnnotated']: (bytes: Uint8Array) =>
        writeAndFree(annotated, bytes),
    }),
    async onFindings(batch) {
      run.signal.throwIfAborted();
      await all.addFindings(batch);
    },
    async onSuspects(batch) {
      run.signal.throwIfAborted();
      await all.addSuspects?.(batch);
    },
    async onDuplicates(batch) {
      run.signal.throwIfAborted();
      await all.addDuplicates(batch);
    },
  });
  await run.settle();
  await all.finish(report);
  for (const output of outputs) await output.commit();
  return report;
}

function isParquetPath(path: string | undefined): boolean {
  return path !== undefined && /\.parquet$/i.test(path);
}

/** A file that the engine itself writes, where it is wanted. */
async function openBytes(path: string | undefined, add: (output: CheckOutput) => void) {
  if (path === undefined) return undefined;
  const file = await createOutFile(path);
  add({ ...joinWriters([]), commit: () => file.finish(), abort: () => file.abort() });
  return file;
}

/** Standard output last: what it says is written is written by then. */
async function* openOutputs(
  { format, out, send, files }: Destinations,
  about: About,
  withSuspects: boolean,
  context: ReportContext,
): AsyncGenerator<CheckOutput> {
  if (out !== undefined) yield await openFolderOutput(out, context, withSuspects);
  const written: string[] = [];
  if (send !== undefined) {
    yield await openSendOutput(send, context, about);
    written.push(send);
  }
  for (const [form, load] of FILE_FORMS) {
    const path = files[form];
    if (path === undefined) continue;
    yield await openFileOutput(path, await load(), context);
    written.push(path);
  }
  for (const path of [files.marked, files.annotate]) if (path !== undefined) written.push(path);
  const style = chooseStyle(process.stdout, process.env);
  const create = format === 'text' ? createTextWriter(style, out ?? null, written) : await PRINTED_FORMS[format].load();
  yield openPrintedOutput(create, context);
}
