import type { Command } from 'commander';
import type { LicenceFinding } from '../../licences/finding.ts';
import type { LicenceContext } from '../../licences/forms/describe-licence.ts';
import { mostExamples, renderLicences } from '../../licences/forms/licence-text.ts';
import type { LicenceReport } from '../../licences/licence-report.ts';
import type { LicenceOptions } from '../../licences/options.ts';
import { cliMessagesFor } from '../../messages/cli/index.ts';
import { listFiles } from '../../node/inputs/list-files.ts';
import { renderJson } from '../../report/json.ts';
import { refuseClashes, refuseStandardInputTwice } from '../check/check-clashes.ts';
import type { Settings } from '../config/config-keys.ts';
import { defineCommand } from '../define-command.ts';
import type { FlagsOf } from '../flags/flags-of.ts';
import { readInputFlags } from '../flags/input-options.ts';
import type { Language } from '../language.ts';
import { type LicenceOutput, openLicenceOutputs } from '../licences/licence-outputs.ts';
import { chooseStyle, printText } from '../output.ts';
import { type EngineRun, runEngine } from '../run-engine.ts';
import { requireWorkbookPath } from '../sink.ts';

type LicenceFlags = FlagsOf<'licences'>;

/** The engine: `judgeLicences`. */
export type JudgeLicences = (files: string[], options: LicenceOptions) => Promise<LicenceReport>;

/** `uscc licences`: tables of licences and penalties, every code column by its own rule. `load` brings the engine. */
export function licencesCommand(lang: Language, load: () => Promise<JudgeLicences>): Promise<Command> {
  const messages = cliMessagesFor(lang);
  return defineCommand('licences', lang, async ({ words: files, flags, settings }) => {
    const { out, html, xlsx, send } = flags;
    requireWorkbookPath('--xlsx', xlsx, messages);
    refuseStandardInputTwice([...files, ...(flags.against ?? [])], messages);
    const outputs = {
      out,
      send,
      files: { ...(html === undefined ? {} : { html }), ...(xlsx === undefined ? {} : { xlsx }) },
    };
    await refuseClashes(listFiles(files).paths, outputs, messages);
    if (flags.against !== undefined) await refuseClashes(listFiles(flags.against).paths, outputs, messages);
    const judge = await load();
    const report = await runEngine(lang, (run) => runLicences(files, flags, settings, judge, run));
    process.exitCode = report.met ? 0 : 1;
  });
}

/** Judges, and writes all forms at once. Files appear when everything is complete; standard output comes last. */
async function runLicences(
  files: string[],
  flags: LicenceFlags,
  settings: Settings,
  judge: JudgeLicences,
  run: EngineRun,
): Promise<LicenceReport> {
  const { against, registryCodeColumn, registryNameColumn, notes, format } = flags;
  const { lang } = run.options;
  const context: LicenceContext = { files: [], sheets: [], lang };
  const examples: LicenceFinding[] = [];
  const outputs: LicenceOutput[] = [];
  for await (const output of openLicenceOutputs(flags, context, settings)) {
    outputs.push(output);
    run.outputs.push(output);
  }
  const report = await judge(files, {
    ...readInputFlags(flags),
    ...run.options,
    rules: settings.licences,
    notes,
    against,
    registryCodeColumn,
    registryNameColumn,
    findings: outputs.length > 0 ? 'all' : format === 'text' ? 'examples' : 'none',
    onFiles(paths, sheets) {
      context.files.push(...paths);
      context.sheets.push(...sheets);
    },
    async onFindings(batch) {
      run.signal.throwIfAborted();
      if (examples.length < mostExamples) examples.push(...batch.slice(0, mostExamples));
      for (const output of outputs) await output.add(batch);
    },
  });
  await run.settle();
  for (const output of outputs) await output.finish(report);
  for (const output of outputs) await output.commit();
  const written = outputs.map(({ path }) => path);
  const style = chooseStyle(process.stdout, process.env);
  const shown = { report, examples, context, style, written };
  await printText(format === 'json' ? `${renderJson(report)}\n` : renderLicences(shown));
  return report;
}
