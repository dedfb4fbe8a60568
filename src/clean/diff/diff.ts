import { groupBySides } from '../../engine/group/side-stage.ts';
import { defaultMemoryBytes } from '../../engine/open-scan.ts';
import type { Platform } from '../../engine/platform.ts';
import { createKernel } from '../../engine/scan/kernel/kernel.ts';
import { createDiffReport } from './create-diff-report.ts';
import type { CodeRecord, DiffOptions, DiffReport, ProblemRecord } from './diff-report.ts';
import { type DiffInputs, scanSides } from './diff-scan.ts';
import { isShown, OLD } from './diff-status.ts';
import { listOneSided } from './list-one-sided.ts';
import { listProblems } from './list-problems.ts';
import { listNames, type Pairing, pairCodes } from './pair-codes.ts';
import { listRanges, readRows } from './read-rows.ts';
import { createRowBits } from './row-bits.ts';
import { MOST_TRACED, traceProblems } from './trace-problems.ts';

/**
 * What has changed between two exports, or two sets of files that each are one.
 *
 *   old, new, earlier ─▶ keys ─┬─ of each side ─▶ report of each, as `check` gives it
 *                              └─ by sides ─┬─▶ problems: resolved, remaining, new, reappeared; their entities in the other export
 *                                           └─▶ codes of one side ─ paired by organization code, by name ─▶ changed
 *                                                                └─ the rest ─▶ added, gone
 *
 * @throws {UsccError} `input` when a file cannot be understood; `aborted` when the signal fired
 */
export async function diff(inputs: DiffInputs, options: DiffOptions, platform: Platform): Promise<DiffReport> {
  const started = performance.now();
  const scan = await scanSides(inputs, options, platform);
  const kernel = createKernel();
  const pairing: Pairing = { diff: scan, kernel, oneSided: createRowBits(scan.sideStarts.at(-1) ?? 0) };
  const organizations = scan.createStore();
  const oneSided = listOneSided(pairing, organizations);
  const sides = {
    keys: scan.keys,
    bits: scan.bits,
    pool: scan.pool,
    sideOf: scan.sideOf,
    batchEntries: scan.batchEntries,
  };
  const changing: ProblemRecord[] = [];
  let isCut = false;
  const counts = await groupBySides({
    ...sides,
    wants: (member) => !isCut && isShown(member, 'examples'),
    firstRecords: oneSided.firstRecords,
    take: async (set) => {
      options.signal?.throwIfAborted();
      // Every record of a set is a problem that is shown.
      isCut ||= changing.length + set.entryCount > MOST_TRACED;
      if (!isCut) await listProblems(scan, set, allowAll, (batch) => void changing.push(...batch));
    },
  });
  const memoryBytes = (options.memoryBytes ?? defaultMemoryBytes) / 2;
  const traces = await traceProblems(isCut ? null : changing, { inputs, options, platform, memoryBytes });
  const { onProblems } = options;
  if (onProblems !== undefined) {
    await groupBySides({
      ...sides,
      wants: (member) => isShown(member, options.lists),
      take: async (set) => {
        options.signal?.throwIfAborted();
        await listProblems(scan, set, scan.allow, (batch) => onProblems(batch.map(traces.describe)));
      },
    });
  }
  await oneSided.finish();
  scan.keys.clean.length = 0;
  scan.keys.hashed.length = 0;
  const byOrganization = await pairCodes(pairing, organizations, 'organization', options.onCodes);
  const byName = await pairCodes(pairing, await listNames(pairing), 'name', options.onCodes);
  if (options.onCodes !== undefined) await listRest(pairing, options.onCodes);
  return createDiffReport({
    scan,
    counts,
    changed: { organization: byOrganization, name: byName },
    traces,
    elapsedMilliseconds: performance.now() - started,
  });
}

const allowAll = (_: string, count: number): number => count;

/** What nothing was paired with. */
async function listRest(
  { diff: scan, oneSided }: Pairing,
  onCodes: NonNullable<DiffOptions['onCodes']>,
): Promise<void> {
  const wanted = function* () {
    for (const { range, rows } of listRanges(scan, oneSided)) {
      const count = scan.allow(scan.sideOf(range) === OLD ? 'gone' : 'added', rows.length);
      if (count > 0) yield { range, rows: rows.subarray(0, count) };
    }
  };
  await readRows(scan, wanted(), (records: CodeRecord[], { range }) =>
    onCodes(
      records.map((record) =>
        scan.sideOf(range) === OLD
          ? { status: 'gone' as const, old: record, new: null }
          : { status: 'added' as const, old: null, new: record },
      ),
    ),
  );
}
