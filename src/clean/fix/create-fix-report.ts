import type { PartitionCounts } from '../../check/report.ts';
import { listTableWarnings } from '../../check/warnings.ts';
import type { OpenScan } from '../../engine/open-scan.ts';
import type { FilePlan } from '../../engine/plan/plan.ts';
import { encodingOf } from '../../engine/scan/file-scan.ts';
import type { Voice } from '../../messages/voice.ts';
import { describeWarning, type WarningFacts } from '../../messages/warning/index.ts';
import type { FixReport } from './fix-report.ts';

/** What was counted while ranges were written. */
export interface FixTotals extends Pick<FixReport, 'changed' | 'skipped' | 'heldBack' | 'unnamed' | 'reasons'> {
  /** Cells that got a code of the registry, by what they were. */
  filled: Partial<PartitionCounts>;
}

/** Everything a fix has found. */
export interface FixOutcome {
  /** Of one table. */
  scan: OpenScan;
  /** Its partitions as they were. */
  before: PartitionCounts;
  passedOver: WarningFacts[];
  totals: FixTotals;
  voice: Voice;
  elapsedMilliseconds: number;
}

/** Turns what was done into the report. */
export function createFixReport({
  scan,
  before,
  passedOver,
  totals,
  voice,
  elapsedMilliseconds,
}: FixOutcome): FixReport {
  const { filled, ...counted } = totals;
  const erroneous = before.erroneous - (filled.erroneous ?? 0);
  const unconverted = before.unconverted - (filled.unconverted ?? 0);
  const missing = before.missing - (filled.missing ?? 0);
  const { records, files, plans, blankRows } = scan;
  const plan = plans[0] as FilePlan;
  const { path, bytes, delimiter, codeColumn, nameColumn, original } = plan;
  const encoding = encodingOf(plan, files[0]);
  return {
    schema: 'uscc-fix/1',
    file: { path, bytes, encoding, delimiter, codeColumn, nameColumn },
    converted: original.table !== undefined,
    records,
    blankRows,
    ...counted,
    counts: { conforming: records - erroneous - unconverted - missing, erroneous, unconverted, missing },
    warnings: [...passedOver, ...listTableWarnings(plans, files, { names: false, units: false })].map((facts) =>
      describeWarning(facts, voice),
    ),
    elapsedSeconds: elapsedMilliseconds / 1000,
  };
}
