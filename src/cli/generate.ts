import { Command, Option } from 'commander';
import { UsccError } from '../code/error.ts';
import { columnSets, encodings, type GenerateOptions, resolveOptions, shapes } from '../generate/options.ts';
import { generateRegistry } from '../generate/registry.ts';
import { truthHeader, truthLine } from '../generate/truth.ts';
import { parseTarget } from '../registry/target.ts';
import { type Output, openOutput } from './generate-output.ts';

interface GenerateFlags {
  rows: number;
  seed: number;
  errors: number;
  duplicates: number;
  shape: (typeof shapes)[number];
  encoding: (typeof encodings)[number];
  columns: (typeof columnSets)[number];
  truth?: string;
  output?: string;
}

/** `uscc generate`: a made-up registry export, to test and to measure with. */
export function generateCommand(): Command {
  return new Command('generate')
    .description(
      'write a made-up registry export: real regions, right codes, and as many wrong and duplicate ones as asked',
    )
    .option('--rows <n>', 'records to write', parseCount, 1000)
    .option('--seed <n>', 'the same seed and options give the same bytes', parseCount, 1)
    .option('--errors <rate>', 'share of records with a damaged code: 0.01%, 1%, 0.0001', parseRate, 0)
    .option('--duplicates <rate>', 'share of records that repeat the code of an earlier one', parseRate, 0)
    .addOption(new Option('--shape <shape>', 'how rows are written').choices(shapes).default('plain'))
    .addOption(new Option('--encoding <encoding>', 'bytes of the text').choices(encodings).default('utf-8'))
    .addOption(new Option('--columns <set>', 'eight columns, or code and name').choices(columnSets).default('full'))
    .option('--truth <file>', 'write which records were damaged, and how, as CSV')
    .option('-o, --output <file>', 'write to a file instead of standard output')
    .action(runGenerate);
}

/** Rows between two looks at signals: the loop is synchronous and would not see them. */
const restBytes = 16 << 20;

async function runGenerate(flags: GenerateFlags): Promise<void> {
  const { truth: truthPath, output: outputPath, ...options } = flags;
  resolveOptions(options);
  if (truthPath !== undefined && truthPath === outputPath) {
    throw new UsccError('usage', `--truth and --output name the same file: ${truthPath}`);
  }
  let interrupted = false;
  const interrupt = () => {
    interrupted = true;
  };
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  const outputs: Output[] = [];
  try {
    const output = await openOutput(outputPath);
    outputs.push(output);
    const truth = truthPath === undefined ? null : await openOutput(truthPath);
    if (truth !== null) outputs.push(truth);
    await writeAll(options, output, truth, () => interrupted);
    for (const each of outputs) await each.finish();
  } catch (error) {
    for (const each of outputs) each.discard();
    throw error;
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}

async function writeAll(
  options: GenerateOptions,
  output: Output,
  truth: Output | null,
  isInterrupted: () => boolean,
): Promise<void> {
  let lines = truthHeader;
  const onTruth = (entry: Parameters<typeof truthLine>[0]) => {
    lines += truthLine(entry);
  };
  let sinceRest = 0;
  for (const chunk of generateRegistry(truth === null ? options : { ...options, onTruth })) {
    if (!(await output.write(chunk))) return;
    await truth?.write(Buffer.from(lines));
    lines = '';
    sinceRest += chunk.length;
    if (sinceRest >= restBytes) {
      sinceRest = 0;
      await new Promise(setImmediate);
    }
    if (isInterrupted()) throw new UsccError('aborted', 'interrupted');
  }
  if (lines !== '') await truth?.write(Buffer.from(lines));
}

function parseCount(text: string): number {
  const value = /^\d[\d_]*(e\d{1,2})?$/i.test(text) ? Number(text.replaceAll('_', '')) : Number.NaN;
  if (!Number.isSafeInteger(value))
    throw new UsccError('usage', `not a whole number: ${text} (write 1000, 1_000_000 or 1e6)`);
  return value;
}

function parseRate(text: string): number {
  try {
    return parseTarget(text).value;
  } catch (cause) {
    throw new UsccError('usage', `not a share between 0 and 100%: ${text} (write 0.01%, 1% or 0.0001)`, { cause });
  }
}
