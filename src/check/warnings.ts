import type { FilePlan } from '../engine/plan/plan.ts';
import type { FileScan } from '../engine/scan/file-scan.ts';
import type { Occurrences } from '../engine/scan/occurrences.ts';
import type { WarningFacts } from '../messages/warning/index.ts';
import type { PartitionCounts, Report } from './report.ts';

const smallDenominatorShare = 0.01;

/** What the reader has to know of the counts: a small denominator hides a large problem. */
export function listCountWarnings(records: number, counts: PartitionCounts): WarningFacts[] {
  const count = counts.missing + counts.unconverted;
  return count > records * smallDenominatorShare ? [{ code: 'small-denominator', count, records }] : [];
}

/** Duplicates that may be conflicting or not: no verdict is better for what could not be told. */
export function listUnnamed({ conflicting, unnamed }: Report['duplicates']): WarningFacts[] {
  return conflicting === null || unnamed.codes === 0 ? [] : [{ code: 'unnamed-duplicates', count: unnamed.codes }];
}

/**
 * What the reader has to know of how tables were read, and of the columns they lack of those that are wanted. Of a table without a scan
 * only what its beginning shows is said.
 */
export function listTableWarnings(
  plans: FilePlan[],
  files: FileScan[],
  wants: { names: boolean; units: boolean },
): WarningFacts[] {
  return plans.flatMap((plan, index) => {
    const { path: file } = plan;
    const scan = files[index];
    const warnings = [...listPlanWarnings(plan), ...(scan === undefined ? [] : listScanWarnings(file, scan))];
    if (wants.names && plan.nameColumn === null) {
      warnings.push({ code: 'no-names', file, remedies: [{ kind: 'name-column' }] });
    }
    if (wants.units && plan.unitColumn === null) {
      warnings.push({ code: 'no-units', file, remedies: [{ kind: 'unit-column' }] });
    }
    return warnings;
  });
}

function listPlanWarnings({ path: file, titleCount, warnings: found, original, dialect }: FilePlan): WarningFacts[] {
  const warnings: WarningFacts[] = [...found];
  const mergedRows = original.table?.merged?.[dialect.codeColumn] ?? 0;
  if (mergedRows > 0) warnings.push({ code: 'merged-cells', file, count: mergedRows });
  if (titleCount > 0) warnings.push({ code: 'title-rows', file, count: titleCount });
  return warnings;
}

function listScanWarnings(file: string, scan: FileScan): WarningFacts[] {
  const warnings: WarningFacts[] = [];
  const { undecodable, ragged } = scan;
  if (undecodable.count > 0) {
    warnings.push({ code: 'undecodable', file, ...first(undecodable), remedies: [{ kind: 'encoding' }] });
  }
  for (const [why, lines] of scan.skipped) warnings.push({ code: 'skipped-lines', file, ...first(lines), why });
  if (scan.escaped.count > 0) warnings.push({ code: 'escape-guessed', file, ...first(scan.escaped) });
  for (const place of each(scan.openQuotes)) warnings.push({ code: 'open-quote', file, ...place });
  for (const place of each(scan.glued)) warnings.push({ code: 'multiline-cell', file, ...place });
  if (ragged.count > 0) warnings.push({ code: 'cell-count', file, ...first(ragged) });
  return warnings;
}

function first({ count, lines }: Occurrences): { line: number; count: number } {
  return { line: lines[0] ?? 0, count };
}

/** A line each; the last one that was kept stands for those beyond it too. */
function each({ count, lines }: Occurrences): { line: number; count?: number }[] {
  return lines.map((line, at) => (at === lines.length - 1 ? { line, count: count - at } : { line }));
}
