import type { CheckOptions } from '../../check/options.ts';
import type { Report } from '../../check/report.ts';
import type { CliMessages } from '../../messages/cli/index.ts';
import { createOutFile } from '../../node/outputs/out-file.ts';
import type { About } from '../../report/about.ts';
import type { ReportContext } from '../../report/report-writer.ts';
import { createTextWriter } from '../../report/terminal/text-writer.ts';
import type { Language } from '../language.ts';
import { chooseStyle } from '../output.ts';
import { createProgressLine } from '../progress.ts';
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

/** One check, from the command line. */
export interface Run {
  inputs: string[];
  options: CheckOptions;
  to: Destinations;
  about: About;
  lang: Language;
  messages: CliMessages;
  check: Check;
  signal: AbortSignal;
}

/**
 * Checks and writes the report in all forms at once. Files appear when everything is complete; standard output comes last,
 * but for forms that are written as the check goes.
 */
export async function runCheck({ inputs, options, to, about, lang, messages, check, signal }: Run): Promise<Report> {
  const progress = createProgressLine(process.stderr, messages);
  const context: ReportContext = { files: [], sheets: [], lang, about, notes: options.notes ?? false };
  const outputs: CheckOutput[] = [];
  try {
    for await (const output of openOutputs(to, about, options.suspect ?? false, context)) outputs.push(output);
    const all = joinWriters(outputs);
    const marked = await openBytes(to.files.marked, outputs);
    const annotated = await openBytes(to.files.annotate, outputs);
    const report = await check(inputs, {
      ...options,
      lang,
      signal,
      ...(all.duplicateGroups !== undefined && { duplicateGroups: all.duplicateGroups }),
      suspect: options.suspect ?? false,
      findings: outputs.length > 1 ? 'all' : needsFindings(to.format),
      onFiles(paths, sheets) {
        context.files.push(...paths);
        context.sheets.push(...sheets);
      },
      onProgress: progress.show,
      ...(marked !== undefined && { onWorkbook: (bytes) => marked.write(bytes) }),
      ...(annotated !== undefined && { onAnnotated: (bytes) => annotated.write(bytes) }),
      async onFindings(batch) {
        signal.throwIfAborted();
        await all.addFindings(batch);
      },
      async onSuspects(batch) {
        signal.throwIfAborted();
        await all.addSuspects?.(batch);
      },
      async onDuplicates(batch) {
        signal.throwIfAborted();
        await all.addDuplicates(batch);
      },
    });
    progress.erase();
    // Lets in a signal that came while the loop was busy.
    await new Promise(setImmediate);
    signal.throwIfAborted();
    await all.finish(report);
    for (const output of outputs) await output.commit();
    return report;
  } catch (error) {
    progress.erase();
    await Promise.allSettled(outputs.map((output) => output.abort()));
    throw error;
  }
}

/** A file that the engine itself writes, where it is wanted. */
async function openBytes(path: string | undefined, outputs: CheckOutput[]) {
  if (path === undefined) return undefined;
  const file = await createOutFile(path);
  outputs.push({ ...joinWriters([]), commit: () => file.finish(), abort: () => file.abort() });
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
