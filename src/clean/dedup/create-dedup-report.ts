import { listTableWarnings } from '../../check/warnings.ts';
import type { OpenScan } from '../../engine/open-scan.ts';
import { describeTable } from '../../engine/scan/file-scan.ts';
import type { Voice } from '../../messages/voice.ts';
import { describeWarning, type WarningFacts } from '../../messages/warning/index.ts';
import type { Written } from './cut-chunk.ts';
import type { DedupReport } from './dedup-report.ts';

/** Everything a deduplication has found and done. */
export interface DedupOutcome {
  scan: OpenScan;
  passedOver: WarningFacts[];
  rules: Pick<DedupReport, 'by' | 'keep' | 'conflicts'>;
  duplicates: DedupReport['duplicates'];
  written: Written;
  voice: Voice;
  elapsedMilliseconds: number;
}

/** Turns what was done into the report. */
export function createDedupReport(outcome: DedupOutcome): DedupReport {
  const { scan, passedOver, rules, duplicates, written, voice, elapsedMilliseconds } = outcome;
  const { plans, records, files } = scan;
  const { removed, separated, skipped, examples } = written;
  return {
    schema: 'uscc-dedup/1',
    files: plans.map((plan, index) => ({
      ...describeTable(plan, files[index]),
      codeColumn: plan.codeColumn,
      nameColumn: plan.nameColumn,
      records: files[index]?.records ?? 0,
    })),
    ...rules,
    converted: plans.some(({ original }) => original.table !== undefined),
    records,
    blankRows: scan.blankRows,
    kept: records - removed.repeated - removed.conflicting - separated,
    removed,
    separated,
    skipped,
    duplicates,
    examples: examples.sort((a, b) => a.group - b.group),
    warnings: [...passedOver, ...listTableWarnings(plans, files, { names: true, units: false })].map((facts) =>
      describeWarning(facts, voice),
    ),
    elapsedSeconds: elapsedMilliseconds / 1000,
  };
}
