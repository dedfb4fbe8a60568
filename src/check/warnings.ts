import type { FilePlan } from '../engine/plan/plan.ts';
import type { Occurrences } from '../engine/scan/occurrences.ts';
import type { FileScan } from '../engine/scan/scan-stage.ts';
import { voiceOf } from '../messages/voice.ts';
import { describeWarning, type Warning, type WarningFacts } from '../messages/warning/index.ts';
import type { CheckOptions } from './options.ts';
import type { PartitionCounts } from './report.ts';

const smallDenominatorShare = 0.01;

/** What the reader of a report has to know beside its numbers. */
export function listWarnings(
  plans: FilePlan[],
  files: FileScan[],
  records: number,
  counts: PartitionCounts,
  options: CheckOptions,
): Warning[] {
  const warnings: WarningFacts[] = [];
  const outside = counts.missing + counts.unconverted;
  if (outside > records * smallDenominatorShare) {
    warnings.push({ code: 'small-denominator', count: outside, records });
  }
  for (const [index, plan] of plans.entries()) {
    const scan = files[index];
    if (scan !== undefined) warnings.push(...listFileWarnings(plan, scan, options));
  }
  return warnings.map((facts) => describeWarning(facts, voiceOf(options)));
}

function listFileWarnings(plan: FilePlan, scan: FileScan, { unitColumn }: CheckOptions): WarningFacts[] {
  const { path: file, titleCount } = plan;
  const warnings: WarningFacts[] = [];
  if (titleCount > 0) warnings.push({ code: 'title-rows', file, count: titleCount });
  const { undecodable, ragged } = scan;
  if (undecodable.count > 0) {
    warnings.push({ code: 'undecodable', file, ...first(undecodable), remedies: [{ kind: 'encoding' }] });
  }
  for (const place of each(scan.openQuotes)) warnings.push({ code: 'open-quote', file, ...place });
  for (const place of each(scan.glued)) warnings.push({ code: 'multiline-cell', file, ...place });
  if (ragged.count > 0) warnings.push({ code: 'cell-count', file, ...first(ragged) });
  if (plan.nameColumn === null) warnings.push({ code: 'no-names', file, remedies: [{ kind: 'name-column' }] });
  if (unitColumn !== undefined && plan.unitColumn === null) {
    warnings.push({ code: 'no-units', file, remedies: [{ kind: 'unit-column' }] });
  }
  return warnings;
}

function first({ count, lines }: Occurrences): { line: number; count: number } {
  return { line: lines[0] ?? 0, count };
}

/** A place for every line that was kept; the last one stands for those beyond it too. */
function each({ count, lines }: Occurrences): { line: number; count?: number }[] {
  return lines.map((line, at) => (at === lines.length - 1 ? { line, count: count - at } : { line }));
}
