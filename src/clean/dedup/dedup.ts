import { chooseBits, defaultMemoryBytes, duplicateBytes, keyShare } from '../../check/check.ts';
import type { Progress } from '../../check/options.ts';
import { UsccError } from '../../code/error.ts';
import { collectGroups } from '../../engine/group/duplicate-set.ts';
import { groupInBatches } from '../../engine/group/group-stage.ts';
import { createKeyStore } from '../../engine/group/key-store.ts';
import { findNamed } from '../../engine/plan/columns.ts';
import { type FilePlan, planFile } from '../../engine/plan/plan.ts';
import type { Input, Platform } from '../../engine/platform.ts';
import { createKernel } from '../../engine/scan/kernel/kernel.ts';
import { type Scan, scanFiles } from '../../engine/scan/scan-stage.ts';
import { dedupMessagesFor } from '../../messages/dedup/index.ts';
import type { KeepChoice } from './choose-keepers.ts';
import { createDedupReport } from './create-dedup-report.ts';
import { requireOneEncoding, requireOneTable } from './dedup-files.ts';
import type { DedupOptions, DedupReport } from './dedup-report.ts';
import { type DedupRules, type Resolution, resolveDuplicates } from './resolve-duplicates.ts';
import { createRowDecisions, decisionBytes } from './row-decisions.ts';
import { writeKept } from './write-kept.ts';

/** Share of the memory for keys that decisions may take beside it. */
const markShare = 1 / 8;

/**
 * Leaves one record of every repeated duplicate, and every other byte as it is.
 *
 *   inputs ─▶ plan ─▶ scan ─▶ group ─▶ compare names ─▶ choose which stays ─▶ decisions
 *                                                                              │
 *   inputs ─▶ ranges, once more ─▶ marked rows cut out ─▶ kept                 │
 *                      └───────────────▶ removed, conflicts ◀──────────────────┘
 *
 * @throws {UsccError} `input` when files cannot be understood or do not make one table; `usage` when names are needed and
 *   there are none; `aborted` when the signal fired
 */
export async function dedup(inputs: Input[], options: DedupOptions, platform: Platform): Promise<DedupReport> {
  const started = performance.now();
  const { by = 'code', keep = { rule: 'first' }, conflicts = 'keep', lang = 'zh' } = options;
  const plans: FilePlan[] = [];
  for (const input of inputs) plans.push(await planFile(createKernel(), input, options, platform));
  requireOneTable(plans, lang);
  const hasNames = plans.every(({ nameColumn }) => nameColumn !== null);
  if (by === 'code+name' && !hasNames)
    throw new UsccError('input', dedupMessagesFor(lang).needsNames(plans[0]?.path ?? ''));
  const rules: DedupRules = { by, keep: findKeepColumn(plans, options), conflicts, hasNames };
  const totalBytes = plans.reduce((sum, { input }) => sum + input.source.size, 0);
  const report = (stage: Progress['stage'], share: number, records: number): void =>
    options.onProgress?.({ stage, doneBytes: Math.min(1, share) * totalBytes, totalBytes, records });
  const scan = await markDuplicates({ plans, rules, options, platform, totalBytes, report });
  let doneBytes = 0;
  let doneRecords = 0;
  const written = await writeKept({
    inputs,
    plans,
    files: scan.files,
    ranges: scan.ranges,
    decisions: scan.decisions,
    conflictCount: scan.conflictCount,
    platform,
    options,
    progress: (bytes, records) => {
      doneBytes += bytes;
      doneRecords += records;
      report('write', doneBytes / totalBytes, doneRecords);
    },
  });
  return createDedupReport({
    inputs,
    plans,
    scan,
    rules: { by, keep, conflicts },
    duplicates: scan.duplicates,
    written,
    options,
    elapsedMilliseconds: performance.now() - started,
  });
}

interface Search {
  plans: FilePlan[];
  rules: DedupRules;
  options: DedupOptions;
  platform: Platform;
  totalBytes: number;
  report(stage: Progress['stage'], share: number, records: number): void;
}

/** Finds duplicates as the check does, and decisions what becomes of their records. */
async function markDuplicates(search: Search): Promise<Scan & Resolution> {
  const { plans, rules, options, platform, totalBytes, report } = search;
  const { memoryBytes = defaultMemoryBytes, lang = 'zh', signal } = options;
  const { createSpill, pool } = platform;
  const keys = createKeyStore(memoryBytes, createSpill && (() => createSpill(totalBytes * keyShare)));
  const bits = chooseBits(totalBytes);
  const scan = await scanFiles({
    plans,
    bits,
    platform,
    options: { ...options, findings: 'none' },
    keys,
    key: rules.by === 'organization' ? 'organization' : 'code',
    listener: {
      findings: () => {},
      progress: (doneBytes, records) => report('scan', doneBytes / totalBytes, records),
    },
  });
  requireOneEncoding(plans, scan.files, lang);
  const none = () => ({ codes: 0, records: 0, excess: 0 });
  const resolution: Resolution = {
    decisions: createRowDecisions(
      memoryBytes * markShare,
      createSpill && (() => createSpill(scan.records * decisionBytes)),
    ),
    duplicates: { ...none(), conflicting: none(), repeated: none() },
    conflictCount: 0,
  };
  await groupInBatches({
    keys,
    bits,
    pool,
    clean: null,
    batchEntries: Math.max(1 << 16, memoryBytes / duplicateBytes),
    progress: (share) => report('group', share, scan.records),
    take: async (groups) => {
      signal?.throwIfAborted();
      const set = collectGroups(groups);
      if (set.entryCount > 0)
        await resolveDuplicates({ set, plans, ranges: scan.ranges, pool, register: null }, rules, resolution);
    },
  });
  return { ...scan, ...resolution };
}

/** The rule with its column found in the first file, whose columns all others share. */
function findKeepColumn([plan]: FilePlan[], options: DedupOptions): KeepChoice {
  const keep = options.keep ?? { rule: 'first' };
  if (!('column' in keep) || plan === undefined) return { rule: keep.rule, column: -1 };
  const headers = plan.header ?? Array.from({ length: plan.dialect.columnCount }, (_, index) => String(index + 1));
  return { rule: keep.rule, column: findNamed(plan.path, headers, keep.column, 'keep-column') };
}
