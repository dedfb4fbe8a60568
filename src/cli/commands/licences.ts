import type { Command } from 'commander';
import type { LicenceFinding } from '../../licences/finding.ts';
import type { LicenceContext } from '../../licences/forms/describe-licence.ts';
import { mostExamples, renderLicences } from '../../licences/forms/licence-text.ts';
import type { LicenceReport } from '../../licences/licence-report.ts';
import type { LicenceOptions } from '../../licences/options.ts';
import { type CliMessages, cliMessagesFor } from '../../messages/cli/index.ts';
import { listFiles } from '../../node/inputs/list-files.ts';
import { renderJson } from '../../report/json.ts';
import { refuseClashes, refuseStandardInputTwice } from '../check/check-clashes.ts';
import type { Settings } from '../config/config-keys.ts';
import { defineCommand } from '../define-command.ts';
import type { FlagsOf } from '../flags/flags-of.ts';
import { readInputFlags } from '../flags/input-options.ts';
import { withInterrupts } from '../interrupt.ts';
import type { Language } from '../language.ts';
import { type LicenceOutput, openLicenceOutputs } from '../licences/licence-outputs.ts';
import { chooseStyle, openOutput } from '../output.ts';
import { createProgressLine } from '../progress.ts';
import { requireWorkbookPath } from '../sink.ts';

type LicenceFlags = FlagsOf<'licences'>;

/** The engine: `judgeLicences`. */
export type JudgeLicences = (files: string[], options: LicenceOptions) => Promise<LicenceReport>;

/** `uscc licences`: tables of licences and penalties, every code column by its own rule. `load` brings the engine. */
export function licencesCommand(lang: Language, load: () => Promise<JudgeLicences>): Command {
  const messages = cliMessagesFor(lang);
  return defineCommand('licences', lang, async ({ words: files, flags, settings }) => {
    const { out, html, xlsx, send } = flags;
    requireWorkbookPath('--xlsx', xlsx, messages);
    refuseStandardInputTwice([...files, ...(flags.against ?? [])], messages);
    const outputs = {
      ...(out === undefined ? {} : { out }),
      ...(send === undefined ? {} : { send }),
      files: { ...(html === undefined ? {} : { html }), ...(xlsx === undefined ? {} : { xlsx }) },
    };
    await refuseClashes(listFiles(files).paths, outputs, messages);
    if (flags.against !== undefined) await refuseClashes(listFiles(flags.against).paths, outputs, messages);
    const judge = await load();
    const report = await withInterrupts((signal) =>
      runLicences({ files, flags, settings, lang, messages, judge, signal }),
    );
    process.exitCode = report.met ? 0 : 1;
  });
}

interface Run {
  files: string[];
  flags: LicenceFlags;
  settings: Settings;
  lang: Language;
  messages: CliMessages;
  judge: JudgeLicences;
  signal: AbortSignal;
}

/** Judges, and writes all forms at once. Files appear when everything is complete; standard output comes last. */
async function runLicences({ files, flags, settings, lang, messages, judge, signal }: Run): Promise<LicenceReport> {
  const progress = createProgressLine(process.stderr, messages);
  const context: LicenceContext = { files: [], sheets: [], lang };
  const examples: LicenceFinding[] = [];
  const outputs: LicenceOutput[] = [];
  try {
    for await (const output of openLicenceOutputs(flags, context, settings)) outputs.push(output);
    const isListed = outputs.length > 0;
    const report = await judge(files, {
      ...readInputFlags(flags),
      ...(settings.licences === undefined ? {} : { rules: settings.licences }),
      ...(flags.notes === undefined ? {} : { notes: flags.notes }),
      ...takeRegistry(flags),
      lang,
      signal,
      findings: isListed ? 'all' : flags.format === 'text' ? 'examples' : 'none',
      onFiles(paths, sheets) {
        context.files.push(...paths);
        context.sheets.push(...sheets);
      },
      onProgress: progress.show,
      async onFindings(batch) {
        signal.throwIfAborted();
        if (examples.length < mostExamples) examples.push(...batch.slice(0, mostExamples));
        for (const output of outputs) await output.add(batch);
      },
    });
    progress.erase();
    // Lets in a signal that came while the loop was busy.
    await new Promise(setImmediate);
    signal.throwIfAborted();
    for (const output of outputs) await output.finish(report);
    for (const output of outputs) await output.commit();
    await print(report, { flags, context, examples, written: outputs.map(({ path }) => path) });
    return report;
  } catch (error) {
    progress.erase();
    await Promise.allSettled(outputs.map((output) => output.abort()));
    throw error;
  }
}

function takeRegistry({ against, registryCodeColumn, registryNameColumn }: LicenceFlags): LicenceOptions {
  return {
    ...(against === undefined ? {} : { against }),
    ...(registryCodeColumn === undefined ? {} : { registryCodeColumn }),
    ...(registryNameColumn === undefined ? {} : { registryNameColumn }),
  };
}

interface Printed {
  flags: LicenceFlags;
  context: LicenceContext;
  examples: LicenceFinding[];
  written: string[];
}

async function print(report: LicenceReport, { flags, context, examples, written }: Printed): Promise<void> {
  const style = chooseStyle(process.stdout, process.env);
  const output = openOutput(process.stdout);
  const text = flags.format === 'json' ? `${renderJson(report)}\n` : null;
  await output.write(text ?? renderLicences({ report, examples, context, style, written }));
  await output.end();
}
