import type { PartitionCounts } from '../../check/report.ts';
import { listWarnings } from '../../check/warnings.ts';
import type { FilePlan } from '../../engine/plan/plan.ts';
import type { Input } from '../../engine/platform.ts';
import type { Scan } from '../../engine/scan/scan-stage.ts';
import type { FixOptions, FixReport } from './fix-report.ts';

/** Warnings about what is counted, which nothing is here. */
const ofRates = ['no-names', 'small-denominator'];

/** What was counted while ranges were written. */
export interface FixTotals extends Pick<FixReport, 'changed' | 'skipped' | 'heldBack' | 'reasons'> {
  /** Cells that got a code of the registry, by what they were. */
  filled: Partial<PartitionCounts>;
}

/** Everything a fix has found. */
export interface FixOutcome {
  plan: FilePlan;
  scan: Scan;
  totals: FixTotals;
  input: Input;
  options: FixOptions;
  elapsedMilliseconds: number;
}

/** Turns what was done into the report. */
export function createFixReport({ plan, scan, totals, input, options, elapsedMilliseconds }: FixOutcome): FixReport {
  const { filled, ...counted } = totals;
  const before = scan.tally.counts;
  const erroneous = before.erroneous - (filled.erroneous ?? 0);
  const unconverted = before.unconverted - (filled.unconverted ?? 0);
  const missing = before.missing - (filled.missing ?? 0);
  const { records, files } = scan;
  const counts = { conforming: records - erroneous - unconverted - missing, erroneous, unconverted, missing };
  const encoding = plan.isOpen ? (files[0]?.encoding ?? plan.encoding) : plan.encoding;
  const { path, bytes, delimiter, codeColumn, nameColumn } = plan;
  return {
    schema: 'uscc-fix/1',
    file: { path, bytes, encoding, delimiter, codeColumn, nameColumn },
    converted: input.table !== undefined,
    records,
    blankRows: scan.blankRows,
    ...counted,
    counts,
    warnings: listWarnings([plan], files, records, counts, options).filter(({ code }) => !ofRates.includes(code)),
    elapsedSeconds: elapsedMilliseconds / 1000,
  };
}
