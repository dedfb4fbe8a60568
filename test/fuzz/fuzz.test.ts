import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareEngines, type Trial } from './engine.ts';
import { trials } from './trials.ts';

// Kernel and pipeline against the reference. A short run with a fixed seed belongs to the tests; `npm run fuzz` sets the
// minutes and goes on with new seeds. What fails is shrunk, kept under fixtures/fuzz, and tried again by every later run.
const minutes = Number(process.env.USCC_FUZZ_MINUTES ?? 0);
const folder = new URL('../../fixtures/fuzz/', import.meta.url);
const slowSeconds = 20;

interface KeptTrial {
  files: string[];
  options: Trial['options'];
  rangeBytes: number;
}

async function tryOne(trial: Trial): Promise<void> {
  const started = process.cpuUsage();
  const { expected, actual } = await compareEngines(trial);
  for (const outcome of actual) expect(outcome).toEqual(expected);
  // Time of this process alone: a busy machine is not a hang.
  expect(process.cpuUsage(started).user / 1e6, 'seconds').toBeLessThan(slowSeconds);
}

function keep({ files, options, rangeBytes }: Trial): void {
  const kept: KeptTrial = { files: files.map((bytes) => Buffer.from(bytes).toString('base64')), options, rangeBytes };
  const text = `${JSON.stringify(kept, null, 2)}\n`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(`${Date.now()}.json`, folder), text);
}

const kept = readdirSync(folder).filter((name) => name.endsWith('.json'));
test.each(kept)('%s, found by fuzzing', async (name) => {
  const { files, options, rangeBytes } = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as KeptTrial;
  await tryOne({ files: files.map((text) => Uint8Array.from(Buffer.from(text, 'base64'))), options, rangeBytes });
});

test('kernel and reference agree on anything', { timeout: (minutes + 2) * 60_000 }, async () => {
  const end = Date.now() + minutes * 60_000;
  let runs = 0;
  const firstSeed = minutes > 0 ? Date.now() % 2 ** 31 : 20230801;
  let seed = firstSeed;
  const tell = (): void => {
    const { rss } = process.memoryUsage();
    process.stderr.write(`${runs} trials, seeds ${firstSeed} to ${seed - 1}, ${Math.round(rss / 2 ** 20)} MiB\n`);
  };
  let nextNote = Date.now();
  do {
    const details = await fc.check(fc.asyncProperty(trials, tryOne), { seed: seed++, numRuns: minutes > 0 ? 25 : 150 });
    runs += details.numRuns;
    if (details.failed) {
      tell();
      if (details.counterexample !== null) keep(details.counterexample[0]);
      throw new Error(`seed ${details.seed}, path ${details.counterexamplePath}`, { cause: details.errorInstance });
    }
    if (minutes > 0 && Date.now() >= nextNote) {
      tell();
      nextNote += 60_000;
    }
  } while (Date.now() < end);
  tell();
});
