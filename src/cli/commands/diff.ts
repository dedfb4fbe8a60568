import type { Command } from 'commander';
import {
  CHANGED_COLUMNS,
  CODES_COLUMNS,
  formatCodes,
  formatProblems,
  headList,
  PROBLEMS_COLUMNS,
} from '../../clean/diff/diff-csv.ts';
import { createExamples, keepExamples } from '../../clean/diff/diff-examples.ts';
import type { CodeChange, DiffOptions, DiffReport, ProblemRecord } from '../../clean/diff/diff-report.ts';
import { renderDiff } from '../../clean/diff/diff-text.ts';
import { cliMessagesFor } from '../../messages/cli/index.ts';
import type { DiffFiles } from '../../node/diff-registries.ts';
import { listFiles } from '../../node/inputs/list-files.ts';
import { createOutFile } from '../../node/outputs/out-file.ts';
import { createOutFolder, type OutFolder } from '../../node/outputs/out-folder.ts';
import { nodePacking } from '../../node/zlib.ts';
import { renderJson } from '../../report/json.ts';
import { refuseClashes, refuseStandardInputTwice } from '../check/check-clashes.ts';
import { defineCommand } from '../define-command.ts';
import type { FlagsOf } from '../flags/flags-of.ts';
import { readInputFlags } from '../flags/input-options.ts';
import type { Language } from '../language.ts';
import { chooseStyle, printText } from '../output.ts';
import { type EngineRun, runEngine } from '../run-engine.ts';
import { requireWorkbookPath } from '../sink.ts';

const lists = ['problems.csv', 'added.csv', 'gone.csv', 'changed.csv'] as const;

type DiffFlags = FlagsOf<'diff'>;

/** The engine: `diffRegistries`. */
export type Diff = (files: DiffFiles, options: DiffOptions) => Promise<DiffReport>;

/** `uscc diff`: what has changed between two exports. `load` brings the engine. */
export function diffCommand(lang: Language, load: () => Promise<Diff>): Promise<Command> {
  const messages = cliMessagesFor(lang);
  return defineCommand('diff', lang, async ({ words: [old = '', now = ''], flags }) => {
    const files = { old: [old], new: [now], earlier: flags.earlier ?? [] };
    refuseStandardInputTwice([old, now, ...(flags.earlier ?? [])], messages);
    for (const names of [files.old, files.new, files.earlier ?? []]) {
      await refuseClashes(listFiles(names).paths, { out: flags.out, files: listOutputs(flags) }, messages);
    }
    requireWorkbookPath('--xlsx', flags.xlsx, messages);
    const diff = await load();
    await runEngine(lang, (run) => runDiff(files, flags, diff, run));
  });
}

function listOutputs({ html, xlsx }: DiffFlags): Record<string, string> {
  return { ...(html === undefined ? {} : { html }), ...(xlsx === undefined ? {} : { xlsx }) };
}

async function runDiff(files: DiffFiles, flags: DiffFlags, diff: Diff, run: EngineRun): Promise<void> {
  const { format, out, target, definition, unitColumn } = flags;
  const { signal, outputs } = run;
  const { lang } = run.options;
  const examples = createExamples();
  const folder = out === undefined ? undefined : await createOutFolder(out, ['summary.json', ...lists]);
  if (folder !== undefined) outputs.push(folder);
  const forms = await openForms(flags, lang);
  outputs.push(...forms);
  const write = folder === undefined ? undefined : await openLists(folder);
  const isListed = write !== undefined || forms.length > 0;
  const wantsRecords = isListed || format === 'text';
  const report = await diff(files, {
    ...readInputFlags(flags),
    ...run.options,
    target,
    definition,
    unitColumn,
    lists: isListed ? 'all' : 'examples',
    ...(wantsRecords && {
      async onProblems(batch) {
        signal.throwIfAborted();
        keepExamples(examples.problems, batch);
        await write?.('problems.csv', formatProblems(batch));
        for (const form of forms) await form.addProblems(batch);
      },
      async onCodes(batch) {
        signal.throwIfAborted();
        keepExamples(examples.codes, batch);
        const [first] = batch;
        if (first !== undefined) await write?.(`${first.status}.csv`, formatCodes(batch));
        for (const form of forms) await form.addCodes(batch);
      },
    }),
  });
  await run.settle();
  await write?.('summary.json', `${renderJson(report)}\n`);
  for (const form of forms) await form.finish(report);
  await folder?.finish();
  const shown = { report, examples, lang, style: chooseStyle(process.stdout, process.env), folder: out ?? null };
  await printText(format === 'json' ? `${renderJson(report)}\n` : renderDiff(shown));
}

/** A form of the comparison in a file of its own. */
interface Form {
  addProblems(batch: ProblemRecord[]): void | Promise<void>;
  addCodes(batch: CodeChange[]): void | Promise<void>;
  finish(report: DiffReport): Promise<void>;
  abort(): Promise<void>;
}

async function openForms({ html, xlsx }: DiffFlags, lang: Language): Promise<Form[]> {
  const forms: Form[] = [];
  if (html !== undefined) {
    const { createDiffPage } = await import('../../clean/diff/diff-html.ts');
    const file = await createOutFile(html);
    const page = createDiffPage(lang);
    const finish = async (report: DiffReport): Promise<void> => {
      await file.write(page.render(report));
      await file.finish();
    };
    forms.push({ ...page, finish, abort: () => file.abort() });
  }
  if (xlsx !== undefined) {
    const { createDiffWorkbook } = await import('../../clean/diff/diff-workbook.ts');
    const file = await createOutFile(xlsx);
    const workbook = createDiffWorkbook((chunk) => file.write(chunk), lang, nodePacking);
    const finish = async (report: DiffReport): Promise<void> => {
      await workbook.finish(report);
      await file.finish();
    };
    forms.push({ ...workbook, finish, abort: () => file.abort() });
  }
  return forms;
}

type ListName = (typeof lists)[number] | 'summary.json';

async function openLists(folder: OutFolder): Promise<(name: ListName, text: string) => Promise<void>> {
  const headings = {
    'problems.csv': PROBLEMS_COLUMNS,
    'added.csv': CODES_COLUMNS,
    'gone.csv': CODES_COLUMNS,
    'changed.csv': CHANGED_COLUMNS,
  };
  const writers = new Map<ListName, Awaited<ReturnType<OutFolder['open']>>>();
  for (const name of lists) {
    const writer = await folder.open(name);
    await writer.write(headList(headings[name]));
    writers.set(name, writer);
  }
  writers.set('summary.json', await folder.open('summary.json'));
  return async (name, text) => {
    if (text !== '') await writers.get(name)?.write(text);
  };
}
