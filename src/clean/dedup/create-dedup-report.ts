import { listWarnings } from '../../check/warnings.ts';
import type { FilePlan } from '../../engine/plan/plan.ts';
import type { Input } from '../../engine/platform.ts';
import type { Scan } from '../../engine/scan/scan-stage.ts';
import type { Written } from './cut-range.ts';
import type { DedupOptions, DedupReport } from './dedup-report.ts';

/** Everything a deduplication has found and done. */
export interface DedupOutcome {
  inputs: Input[];
  plans: FilePlan[];
  scan: Scan;
  rules: Pick<DedupReport, 'by' | 'keep' | 'conflicts'>;
  duplicates: DedupReport['duplicates'];
  written: Written;
  options: DedupOptions;
  elapsedMilliseconds: number;
}

/** Turns what was done into the report. */
export function createDedupReport(findings: DedupOutcome): DedupReport {
  const { inputs, plans, scan, rules, duplicates, written, options, elapsedMilliseconds } = findings;
  const { records, files, tally } = scan;
  const { removed, separated, skipped, examples } = written;
  return {
    schema: 'uscc-dedup/1',
    files: plans.map(({ path, input, bytes, encoding, isOpen, delimiter, codeColumn, nameColumn }, index) => ({
      path,
      ...(input.table?.sheet === undefined ? {} : { sheet: input.table.sheet }),
      bytes,
      encoding: isOpen ? (files[index]?.encoding ?? encoding) : encoding,
      delimiter,
      codeColumn,
      nameColumn,
      records: files[index]?.records ?? 0,
    })),
    ...rules,
    converted: inputs.some(({ table }) => table !== undefined),
    records,
    blankRows: scan.blankRows,
    kept: records - removed.repeated - removed.conflicting - separated,
    removed,
    separated,
    skipped,
    duplicates,
    examples: examples.sort((a, b) => a.group - b.group),
    warnings: listWarnings(plans, files, records, tally.counts, options).filter(
      ({ code }) => code !== 'small-denominator',
    ),
    elapsedSeconds: elapsedMilliseconds / 1000,
  };
}
