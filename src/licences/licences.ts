import type { OpenRegistry } from '../clean/lookup/open-registry.ts';
import { groupBy } from '../engine/group/group-by.ts';
import { defaultMemoryBytes, measure, type OpenScan, openScan } from '../engine/open-scan.ts';
import type { Progress } from '../engine/options.ts';
import type { Platform } from '../engine/platform.ts';
import { findRange } from '../engine/reread/pick.ts';
import type { ScannedRange } from '../engine/scan/file-scan.ts';
import type { Input } from '../tables/input.ts';
import { findUnregistered, suggestCodes } from './against.ts';
import { addBodyPairs, createBodyPairs, findBodyFaults, hasFault } from './body-pairs.ts';
import { changeRules } from './change-rules.ts';
import { createLicenceReport } from './create-licence-report.ts';
import { emitLate } from './emit-late.ts';
import { countLicenceFindings, type LicenceFinding, type RangeFinding, unpackLicenceFindings } from './finding.ts';
import { findLateFaults } from './late-faults.ts';
import type { LicenceReport } from './licence-report.ts';
import { type LicenceTask, licenceTasks, type RangeLicences } from './licence-task.ts';
import type { LicenceOptions } from './options.ts';
import { createPairStore } from './pair-store.ts';
import { pairLists, pairWords } from './pairs.ts';
import { headerOf, type LicencePlan, type LicenceScan, planLicences } from './plan-licences.ts';
import { addLicenceTally, countProblems, createLicenceTally, loseRecord } from './tally.ts';

const exampleCount = 20;
const findingLimit = 1 << 17;
const batchFindings = 1 << 13;
/** Entries of a partition: their table fits the cache. */
const partitionEntries = 32_768;
/** What a record of such a table has at least, and its entries in all lists. */
const recordBytes = 100;
const entryBytes = pairLists.length * pairWords * 4;

/**
 * Judges tables of licences and penalties (双公示): every record by its own cells, then what the whole of the files shows.
 *
 *   inputs ─▶ plan ─▶ scan ranges ─▶ judge ─┬─▶ counts, findings
 *                                           └─▶ code, name, decision as numbers ─▶ partitions ─▶ records at fault, read again
 *
 * @param scanned told when all is judged
 * @throws {UsccError} `input` when a file cannot be understood, or none is a table of licences or penalties; `aborted`
 */
export async function judgeLicences(
  inputs: Input[],
  options: LicenceOptions,
  platform: Platform,
  registry: OpenRegistry | null = null,
  scanned: (scan: LicenceScan) => void = () => {},
): Promise<LicenceReport> {
  const started = performance.now();
  const { plans, warnings } = await planLicences(inputs, options, platform);
  options.onFiles?.(
    plans.map(({ path }) => path),
    plans.map(({ input }) => input.table?.sheet ?? null),
  );
  const run = startRun(plans, options, platform, registry);
  const scan = await scanRecords(run);
  await judgeWhole(run, scan);
  scanned(scan);
  return createLicenceReport(
    { plans, passedOver: warnings, scan, tally: run.tally, bodiesAreFull: run.bodies.isFull },
    options,
    (performance.now() - started) / 1000,
  );
}

function startRun(plans: LicencePlan[], options: LicenceOptions, platform: Platform, registry: OpenRegistry | null) {
  const totalBytes = measure(plans);
  const memoryBytes = options.memoryBytes ?? defaultMemoryBytes;
  const records = totalBytes / recordBytes;
  const { createSpill } = platform;
  return {
    plans,
    options,
    platform,
    /** What codes are asked of; null: nothing is. */
    registry,
    rules: changeRules(options.rules),
    totalBytes,
    /** Number of partitions, as a power of 2. */
    bits: Math.max(0, Math.min(12, Math.ceil(Math.log2(records / partitionEntries)))),
    store: createPairStore(memoryBytes, createSpill && (() => createSpill(records * entryBytes))),
    tally: createLicenceTally(),
    bodies: createBodyPairs(),
    /** By range, a bit for each record that is not compliant. */
    wrong: [] as Uint8Array[],
    bodiesOf: [] as RangeLicences['bodies'][],
    findingsLeft: { none: 0, examples: exampleCount, all: Number.MAX_SAFE_INTEGER }[options.findings ?? 'none'],
  };
}

type Run = ReturnType<typeof startRun>;

async function scanRecords(run: Run): Promise<LicenceScan> {
  const { plans, options, platform, store, tally, bodies } = run;
  let base = 0;
  const scan = await openScan<RangeLicences>(
    { plans, key: null, options, platform, progress: (bytes, records) => report(run, 'scan', bytes, records) },
    {
      scan: (tasks) =>
        platform.pool.runAll(
          licenceTasks,
          tasks.map((task) => createTask(run, task)),
        ),
      async take(result, range) {
        addLicenceTally(tally, result.tally);
        addBodyPairs(bodies, result.bodies);
        for (const list of pairLists) store.add(list, result.pairs[list], base);
        run.wrong.push(result.wrong);
        run.bodiesOf.push(result.bodies);
        base += result.records;
        await handOver(run, range, result);
        await ask(run, range, result);
      },
    },
  );
  return { ...scan, plans };
}

type RangeTask = Pick<LicenceTask, 'source' | 'dialect' | 'range' | 'bits' | 'isShared' | 'key'>;

function createTask({ plans, rules, bits, findingsLeft, options, registry }: Run, task: RangeTask): LicenceTask {
  const plan = plans.find(({ input }) => input.reference === task.source) as LicencePlan;
  return {
    ...task,
    columns: plan.licence.columns,
    rules,
    pairBits: bits,
    findings: findingsLeft,
    findingLimit,
    notes: options.notes ?? false,
    isAsked: registry !== null,
    bodyFaults: null,
  };
}

async function handOver(run: Run, range: ScannedRange, { found }: Pick<RangeLicences, 'found'>): Promise<void> {
  const count = countLicenceFindings(found);
  for (let first = 0; first < count; first += batchFindings) {
    await emit(run, range, unpackLicenceFindings(found, first, Math.min(count, first + batchFindings)));
  }
}

/** Holds the codes of a range against the registry. */
async function ask(run: Run, range: ScannedRange, { asked }: Pick<RangeLicences, 'asked'>): Promise<void> {
  if (run.registry === null) return;
  const { severities } = run.rules;
  const all = unpackLicenceFindings(asked, 0, countLicenceFindings(asked));
  const found = await findUnregistered(all, run.registry);
  const wanted = found.filter(({ rule }) => severities[rule] !== 'off');
  for (const [row, findings] of groupBy(wanted, (finding) => finding.row)) {
    await takeLate(run, range, run.wrong.length - 1, row, findings);
  }
}

async function emit(run: Run, range: ScannedRange, found: RangeFinding[]): Promise<void> {
  const { options, rules, plans } = run;
  const { file, rowBase, lineBase } = range;
  const plan = plans[file] as LicencePlan;
  options.signal?.throwIfAborted();
  const wanted = found.filter(({ rule }) => options.notes || rules.severities[rule] === 'error');
  const taken = wanted.slice(0, run.findingsLeft);
  const batch = run.registry === null ? taken : await suggestCodes(taken, run.registry);
  if (options.findings === 'examples') run.findingsLeft -= batch.length;
  if (batch.length === 0) return;
  await options.onFindings?.(
    batch.map(
      ({ row, line, ...finding }): LicenceFinding => ({
        file,
        row: rowBase + row + 1,
        line: lineBase + line + 1,
        severity: rules.severities[finding.rule] === 'error' ? 'error' : 'note',
        column: headerOf(plan, plan.licence.columns[finding.role] ?? -1),
        ...finding,
      }),
    ),
  );
}

/** What shows only when all records are known: one name one code, one code one name, no decision twice. */
async function judgeWhole(run: Run, scan: LicenceScan): Promise<void> {
  const { store, bits, platform, rules, totalBytes } = run;
  const faults = await findLateFaults(store, bits, platform, (share) =>
    report(run, 'group', share * totalBytes, scan.records),
  );
  await emitLate(scan, faults, rules, async ({ range, row, findings }) => {
    await takeLate(run, scan.ranges[range] as ScannedRange, range, row, findings);
  });
  await judgeBodies(run, scan);
}

async function judgeBodies(run: Run, scan: OpenScan): Promise<void> {
  const faults = run.bodies.isFull ? null : findBodyFaults(run.bodies);
  if (faults === null) return;
  for (const [index, bodies] of run.bodiesOf.entries()) {
    if (!hasFault(bodies, faults)) continue;
    const range = scan.ranges[index] as ScannedRange;
    const { source, dialect, range: bounds } = findRange(scan, index);
    const whole = { source, dialect, range: bounds, bits: 0, isShared: true, key: null };
    const task = {
      ...createTask(run, whole),
      findings: Number.MAX_SAFE_INTEGER,
      findingLimit: Number.MAX_SAFE_INTEGER,
    };
    const { found } = await run.platform.pool.run(licenceTasks, { ...task, bodyFaults: faults });
    const all = unpackLicenceFindings(found, 0, countLicenceFindings(found));
    for (const [row, findings] of groupBy(all, (finding) => finding.row)) {
      await takeLate(run, range, index, row, findings);
    }
  }
}

/** Counts what was found of a record after it was counted. */
async function takeLate(
  run: Run,
  range: ScannedRange,
  index: number,
  row: number,
  findings: RangeFinding[],
): Promise<void> {
  const { tally, rules, wrong } = run;
  countProblems(tally, findings, rules);
  const bits = wrong[index] as Uint8Array;
  const isWrong = findings.some(({ rule }) => rules.severities[rule] === 'error');
  if (isWrong && ((bits[row >> 3] ?? 0) & (1 << (row & 7))) === 0) {
    bits[row >> 3] = (bits[row >> 3] ?? 0) | (1 << (row & 7));
    const [{ body, category } = { body: '', category: 'unknown' as const }] = findings;
    loseRecord(tally, body, category);
  }
  await emit(run, range, findings);
}

function report({ options, totalBytes }: Run, stage: Progress['stage'], doneBytes: number, records: number): void {
  options.onProgress?.({ stage, doneBytes, totalBytes, records });
}
