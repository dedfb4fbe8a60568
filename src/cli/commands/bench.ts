import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { UsccError } from '../../code/error.ts';
import { isValid, validate } from '../../code/validate.ts';
import { optionsMessagesFor } from '../../messages/options/index.ts';
import { refuse } from '../../messages/refusal/index.ts';
import { nameSystemError } from '../../messages/system-errors.ts';
import { type ToolMessages, toolMessagesFor } from '../../messages/tool/index.ts';
import { alignColumns } from '../../write/table.ts';
import { defineCommand } from '../define-command.ts';
import { openByteOutput } from '../generate-output.ts';
import { withInterrupts } from '../interrupt.ts';
import type { Language } from '../language.ts';
import { openOutput } from '../output.ts';

interface BenchFlags {
  rows: number;
  workers: number;
}

interface Speed {
  what: string;
  speed: string;
  note: string;
}

const runs = 3;
const singleSeconds = 0.5;

/** `uscc bench`: how fast this machine generates, checks and validates. */
export function benchCommand(lang: Language): Promise<Command> {
  return defineCommand('bench', lang, async ({ flags: { rows, workers = availableParallelism() } }) => {
    if (rows < 1) {
      const { ofOption, count } = optionsMessagesFor(lang);
      throw new UsccError('usage', ofOption('--rows', count(String(rows))));
    }
    const speeds = await withInterrupts((signal) => measureAll({ rows, workers }, lang, signal));
    const output = openOutput(process.stdout);
    const lines = alignColumns(
      speeds.map(({ what, speed, note }) => [what, speed, note]),
      ['left', 'right', 'left'],
      '',
    );
    for (const line of lines) await output.write(`${line}\n`);
    await output.end();
  });
}

/** Measures with a file in a folder of its own, which goes whatever happens. */
async function measureAll(flags: BenchFlags, lang: Language, signal: AbortSignal): Promise<Speed[]> {
  const folder = makeFolder();
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    const messages = toolMessagesFor(lang);
    const file = join(folder, 'registry.csv');
    process.stderr.write(`${messages.benchWriting(flags.rows.toLocaleString('en'))}\n`);
    const generated = await writeFile(file, flags.rows, lang, signal);
    const checked = await measureCheck(file, flags, lang, signal);
    return [generated, ...checked, ...(await measureSingle(messages))];
  } finally {
    process.off('exit', remove);
    remove();
  }
}

async function writeFile(path: string, rows: number, lang: Language, signal: AbortSignal): Promise<Speed> {
  const messages = toolMessagesFor(lang);
  const output = await openByteOutput(path);
  const { generateRegistry } = await import('../../generate/registry.ts');
  const start = performance.now();
  try {
    for (const chunk of generateRegistry({ rows, chunkBytes: 2 ** 22 })) {
      await output.write(chunk);
      await new Promise(setImmediate);
      signal.throwIfAborted();
    }
    await output.finish();
  } catch (error) {
    await output.discard();
    throw error;
  }
  return rateOf(messages.benchRows.generate, rows, secondsSince(start), messages.rowsPerSecond);
}

async function measureCheck(path: string, flags: BenchFlags, lang: Language, signal: AbortSignal): Promise<Speed[]> {
  const messages = toolMessagesFor(lang);
  const { checkRegistry } = await import('../../node/registry.ts');
  const { workers, rows } = flags;
  const seconds: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const start = performance.now();
    await checkRegistry([path], { workers, lang, signal });
    // The first one also compiles and fills the file cache.
    if (run > 0) seconds.push(secondsSince(start));
  }
  const median = seconds.toSorted((a, b) => a - b)[runs >> 1] ?? 0;
  const gigabytes = statSync(path).size / 1e9 / median;
  const note = messages.benchThreads(workers);
  return [
    { ...rateOf(messages.benchRows.check, rows, median, messages.rowsPerSecond), note },
    { what: messages.benchRows.checkBytes, speed: `${gigabytes.toFixed(2)} GB/s`, note },
  ];
}

/** Codes as strings of their own, as a program has them when it read them from somewhere. */
async function measureSingle(messages: ToolMessages): Promise<Speed[]> {
  const { generateRegistry } = await import('../../generate/registry.ts');
  const codes: string[] = [];
  for (const chunk of generateRegistry({ rows: 10_000, columns: 'code-name' })) {
    const lines = new TextDecoder().decode(chunk).split('\n');
    for (const line of lines) if (/^[0-9A-Z]{18},/.test(line)) codes.push(Buffer.from(line.slice(0, 18)).toString());
  }
  const measure = (what: string, test: (code: string) => unknown) => {
    // The first passes compile.
    for (let pass = 0; pass < 20; pass++) for (const code of codes) test(code);
    let done = 0;
    const start = performance.now();
    while (secondsSince(start) < singleSeconds) {
      for (const code of codes) if (test(code)) done++;
    }
    return rateOf(what, done, secondsSince(start), messages.codesPerSecond);
  };
  return [
    measure(messages.benchRows.validate, (code) => validate(code).partition === 'conforming'),
    measure(messages.benchRows.isValid, isValid),
  ];
}

function rateOf(what: string, count: number, seconds: number, unit: string): Speed {
  return { what, speed: `${Math.round(count / seconds).toLocaleString('en')} ${unit}`, note: '' };
}

function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}

/** `mkdtemp` makes folders that only their owner may enter. */
function makeFolder(): string {
  const prefix = join(tmpdir(), 'uscc-bench-');
  try {
    return mkdtempSync(prefix);
  } catch (cause) {
    throw refuse('output', { kind: 'cannot-write', file: prefix, reason: nameSystemError(cause) }, { cause });
  }
}
