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
import type { DiffOptions, DiffReport } from '../../clean/diff/diff-report.ts';
import { renderDiff } from '../../clean/diff/diff-text.ts';
import { type CliMessages, cliMessagesFor } from '../../messages/cli/index.ts';
import type { DiffFiles } from '../../node/diff-registries.ts';
import { listFiles } from '../../node/list-files.ts';
import { createOutFolder, type OutFolder } from '../../node/out-folder.ts';
import { renderJson } from '../../report/json.ts';
import { refuseClashes, refuseStandardInputTwice } from '../check/check-clashes.ts';
import { defineCommand } from '../define-command.ts';
import type { FlagsOf } from '../flags/flag.ts';
import { readInputFlags } from '../flags/input-options.ts';
import { withInterrupts } from '../interrupt.ts';
import type { Language } from '../language.ts';
import { chooseStyle, openOutput } from '../output.ts';
import { createProgressLine } from '../progress.ts';

const lists = ['problems.csv', 'added.csv', 'gone.csv', 'changed.csv'] as const;

type DiffFlags = FlagsOf<'diff'>;

/** The engine: `diffRegistries`. */
export type Diff = (files: DiffFiles, options: DiffOptions) => Promise<DiffReport>;

/** `uscc diff`: what has changed between two exports. `load` brings the engine. */
export function diffCommand(lang: Language, load: () => Promise<Diff>): Command {
  const messages = cliMessagesFor(lang);
  return defineCommand('diff', lang, async ({ words: [old = '', now = ''], flags }) => {
    const files: DiffFiles = { old: [old], new: [now], earlier: flags.earlier ?? [] };
    refuseStandardInputTwice([old, now, ...(flags.earlier ?? [])], messages);
    for (const names of [files.old, files.new, files.earlier ?? []]) {
      await refuseClashes(
        listFiles(names).paths,
        { ...(flags.out === undefined ? {} : { out: flags.out }), files: {} },
        messages,
      );
    }
    const diff = await load();
    await withInterrupts((signal) => runDiff({ files, flags, lang, messages, diff, signal }));
  });
}

interface Run {
  files: DiffFiles;
  flags: DiffFlags;
  lang: Language;
  messages: CliMessages;
  diff: Diff;
  signal: AbortSignal;
}

async function runDiff({ files, flags, lang, messages, diff, signal }: Run): Promise<DiffReport> {
  const { format, out, target, definition } = flags;
  const progress = createProgressLine(process.stderr, messages);
  const examples = createExamples();
  const folder = out === undefined ? undefined : await createOutFolder(out, ['summary.json', ...lists], lang);
  try {
    const write = folder === undefined ? undefined : await openLists(folder);
    const wantsRecords = write !== undefined || format === 'text';
    const report = await diff(files, {
      ...readInputFlags(flags),
      target,
      definition,
      lang,
      signal,
      onProgress: progress.show,
      lists: write === undefined ? 'examples' : 'all',
      ...(wantsRecords && {
        async onProblems(batch) {
          signal.throwIfAborted();
          keepExamples(examples.problems, batch);
          await write?.('problems.csv', formatProblems(batch));
        },
        async onCodes(batch) {
          signal.throwIfAborted();
          keepExamples(examples.codes, batch);
          const [first] = batch;
          if (first !== undefined) await write?.(`${first.status}.csv`, formatCodes(batch));
        },
      }),
    });
    progress.erase();
    // Lets in a signal that came while the loop was busy.
    await new Promise(setImmediate);
    signal.throwIfAborted();
    await write?.('summary.json', `${renderJson(report)}\n`);
    await folder?.finish();
    const output = openOutput(process.stdout, messages);
    const style = chooseStyle(process.stdout, process.env);
    const summary = { report, examples, lang, style, folder: out ?? null };
    await output.write(format === 'json' ? `${renderJson(report)}\n` : renderDiff(summary));
    await output.end();
    return report;
  } catch (error) {
    progress.erase();
    await folder?.abort();
    throw error;
  }
}

type ListName = (typeof lists)[number] | 'summary.json';

async function openLists(folder: OutFolder): Promise<(name: ListName, text: string) => Promise<void>> {
  const heads = {
    'problems.csv': PROBLEMS_COLUMNS,
    'added.csv': CODES_COLUMNS,
    'gone.csv': CODES_COLUMNS,
    'changed.csv': CHANGED_COLUMNS,
  };
  const writers = new Map<ListName, Awaited<ReturnType<OutFolder['open']>>>();
  for (const name of lists) {
    const writer = await folder.open(name);
    await writer.write(headList(heads[name]));
    writers.set(name, writer);
  }
  writers.set('summary.json', await folder.open('summary.json'));
  return async (name, text) => {
    if (text !== '') await writers.get(name)?.write(text);
  };
}
