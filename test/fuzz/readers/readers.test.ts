import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { archiveReaders } from './archive-readers.ts';
import { readChoices } from './choices.ts';
import { jsonReader } from './json-reader.ts';
import { markupReaders } from './markup-readers.ts';
import { parquetReader } from './parquet-reader.ts';
import type { FuzzedReader } from './table.ts';
import { textReaders } from './text-readers.ts';
import { tryCase } from './try-case.ts';
import { startWatchdog, type Watchdog } from './watchdog.ts';
import { workbookReaders } from './workbook-readers.ts';
import { xlsxReader } from './xlsx-reader.ts';

/*
 * Files of every format, built from what the format is made of and damaged there: parts of workbooks, fields of zip directories, elements,
 * objects, footers, records. `npm test` tries a few, always the same; `USCC_FUZZ_MINUTES=30 USCC_FUZZ_READER=xlsx` goes on with new seeds.
 * What fails is kept under fixtures/fuzz/readers; what goes on without end, or takes too much memory, ends the process, and the
 * file stands where the last line says.
 */

const readers: FuzzedReader[] = [
  xlsxReader,
  ...archiveReaders,
  ...markupReaders,
  jsonReader,
  parquetReader,
  ...workbookReaders,
  ...textReaders,
];
const minutes = Number(process.env.USCC_FUZZ_MINUTES ?? 0);
const wanted = process.env.USCC_FUZZ_READER?.split(',');
const firstSeed = Number(process.env.USCC_FUZZ_SEED ?? (minutes > 0 ? Date.now() % 2 ** 31 : 20_230_801));
const chosen = readers.filter(({ name }) => wanted === undefined || wanted.includes(name));
/** Cases are small: what takes longer or more than this grows faster than they do. */
const limits = { seconds: 20, bytes: 1_000_000_000 };
const kept = new URL('../../../fixtures/fuzz/readers/', import.meta.url);

let folder = '';
let watchdog: Watchdog;
let caseNumber = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'uscc-fuzz-'));
  watchdog = startWatchdog(limits, folder);
});
afterAll(async () => {
  await watchdog.stop();
  rmSync(folder, { recursive: true, force: true });
});

test.each(readdirSync(kept))('%s, found by fuzzing', async (name) => {
  const own = join(folder, 'kept');
  mkdirSync(own, { recursive: true });
  watchdog.watch(++caseNumber);
  await tryCase({ name, bytes: readFileSync(new URL(name, kept)) }, own);
  watchdog.watch(null);
});

test.each(chosen.map((reader) => [reader.name, reader] as const))(
  '%s: read alike, or refused in words',
  { timeout: (minutes + 2) * 60_000 },
  async (name, { write }) => {
    const own = join(folder, name);
    mkdirSync(own);
    const counts = { read: 0, refused: 0 };
    const property = fc.asyncProperty(fc.uint8Array({ maxLength: 600, size: 'max' }), async (bytes) => {
      const made = write(readChoices(bytes));
      watchdog.watch(++caseNumber);
      counts[await tryCase(made, own)]++;
      watchdog.watch(null);
    });
    const end = Date.now() + minutes * 60_000;
    let seed = firstSeed;
    let executions = 0;
    const tell = (): void => {
      const { read, refused } = counts;
      process.stderr.write(
        `${name}: ${executions} executions, seeds ${firstSeed} to ${seed - 1}, ${read} read, ${refused} refused\n`,
      );
    };
    do {
      const details = await fc.check(property, { seed: seed++, numRuns: 25, endOnFailure: true });
      watchdog.watch(null);
      executions += details.numRuns;
      if (details.failed) {
        const [bytes] = details.counterexample ?? [];
        const failing = bytes === undefined ? null : write(readChoices(bytes));
        if (minutes > 0 && failing !== null) {
          mkdirSync(kept, { recursive: true });
          writeFileSync(new URL(`${name}-${Date.now()}-${failing.name}`, kept), failing.bytes);
        }
        tell();
        throw new Error(`seed ${details.seed}, path ${details.counterexamplePath}`, { cause: details.errorInstance });
      }
    } while (Date.now() < end);
    tell();
    expect(counts.read).toBeGreaterThan(0);
  },
);
