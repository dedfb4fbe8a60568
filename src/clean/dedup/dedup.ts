import { groupScan } from '../../engine/group/group-stage.ts';
import { defaultMemoryBytes, measure, type OpenScan, openScan } from '../../engine/open-scan.ts';
import type { Progress } from '../../engine/options.ts';
import { findNamed } from '../../engine/plan/columns.ts';
import type { FilePlan } from '../../engine/plan/plan.ts';
import { planFiles } from '../../engine/plan/plan-files.ts';
import type { Platform } from '../../engine/platform.ts';
import { refuse } from '../../messages/refusal/index.ts';
import { voiceOf } from '../../messages/voice.ts';
import type { Input } from '../../tables/input.ts';
import type { KeepChoice } from './choose-keepers.ts';
import { createDedupReport } from './create-dedup-report.ts';
import { requireOneEncoding, requireOneTable } from './dedup-files.ts';
import type { DedupOptions, DedupReport } from './dedup-report.ts';
import { type DedupRules, type Resolution, resolveDuplicates } from './resolve-duplicates.ts';
import { createRowDecisions, decisionBytes } from './row-decisions.ts';
import { writeKept } from './write-kept.ts';

/** Shares of the memory that keys may take, and decisions beside them; the rest is for records that are compared and written. */
const keysShare = 1 / 2;
const decisionShare = 1 / 8;

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
  const { by = 'code', keep = { rule: 'first' }, conflicts = 'keep' } = options;
  const { plans, warnings: passedOver } = await planFiles(inputs, options, platform);
  requireOneTable(plans);
  const hasNames = plans.every(({ nameColumn }) => nameColumn !== null);
  if (by === 'code+name' && !hasNames) {
    const file = plans.find(({ nameColumn }) => nameColumn === null)?.path ?? '';
    throw refuse('input', { kind: 'needs-names', file, remedies: [{ kind: 'name-column' }] });
  }
  const rules: DedupRules = { by, keep: findKeepColumn(plans, options), conflicts, hasNames };
  const totalBytes = measure(plans);
  const memoryBytes = options.memoryBytes ?? defaultMemoryBytes;
  const report = (stage: Progress['stage'], doneBytes: number, records: number): void =>
    options.onProgress?.({ stage, doneBytes, totalBytes, records });
  const scan = await openScan({
    plans,
    key: by === 'organization' ? 'organization' : 'code',
    options,
    platform,
    memoryBytes: memoryBytes * keysShare,
    progress: (doneBytes, records) => report('scan', doneBytes, records),
  });
  requireOneEncoding(plans, scan.files);
  const resolution = createResolution(scan, memoryBytes * decisionShare, platform);
  await groupScan(scan, {
    signal: options.signal,
    progress: (share) => report('group', share * totalBytes, scan.records),
    take: (set) => resolveDuplicates({ ...scan, set, register: null }, rules, resolution),
  });
  let doneBytes = 0;
  let doneRecords = 0;
  const written = await writeKept({
    scan,
    ...resolution,
    options,
    progress: (bytes, records) => {
      doneBytes += bytes;
      doneRecords += records;
      report('write', doneBytes, doneRecords);
    },
  });
  return createDedupReport({
    scan,
    passedOver,
    rules: { by, keep, conflicts },
    duplicates: resolution.duplicates,
    written,
    voice: voiceOf(options),
    elapsedMilliseconds: performance.now() - started,
  });
}

function createResolution(scan: OpenScan, memoryBytes: number, { createSpill }: Platform): Resolution {
  const none = () => ({ codes: 0, records: 0, excess: 0 });
  const spill = createSpill && (() => createSpill(scan.records * decisionBytes));
  return {
    decisions: createRowDecisions(memoryBytes, spill),
    duplicates: { ...none(), conflicting: none(), repeated: none() },
    conflictCount: 0,
  };
}

/** The rule with its column found in the first file, whose columns all others share. */
function findKeepColumn([plan]: FilePlan[], options: DedupOptions): KeepChoice {
  const keep = options.keep ?? { rule: 'first' };
  if (!('column' in keep) || plan === undefined) return { rule: keep.rule, column: -1 };
  const headers = plan.header ?? Array.from({ length: plan.dialect.columnCount }, (_, index) => String(index + 1));
  return { rule: keep.rule, column: findNamed(plan.path, headers, keep.column, 'keep-column') };
}
