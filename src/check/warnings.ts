import type { FilePlan } from '../engine/plan/plan.ts';
import type { Occurrences } from '../engine/scan/occurrences.ts';
import type { FileScan } from '../engine/scan/scan-stage.ts';
import { inputMessagesFor } from '../messages/input/index.ts';
import { reportMessagesFor } from '../messages/report/index.ts';
import type { CheckOptions } from './options.ts';
import type { PartitionCounts, Warning } from './report.ts';

const smallDenominatorShare = 0.01;

/** What the reader of a report has to know beside its numbers. */
export function listWarnings(
  plans: FilePlan[],
  files: FileScan[],
  records: number,
  counts: PartitionCounts,
  options: CheckOptions,
): Warning[] {
  const { warning } = reportMessagesFor(options.lang ?? 'zh');
  const { titleRows: titles } = inputMessagesFor(options.lang ?? 'zh').warning;
  const warnings: Warning[] = [];
  const outside = counts.missing + counts.unconverted;
  if (outside > records * smallDenominatorShare) {
    const facts = { count: outside, records };
    warnings.push({ code: 'small-denominator', count: outside, message: warning.smallDenominator(facts) });
  }
  for (const [index, plan] of plans.entries()) {
    const file = files[index];
    if (file === undefined) continue;
    const { path, titleCount } = plan;
    if (titleCount > 0) {
      const message = titles(path, titleCount);
      warnings.push({ code: 'title-rows', file: path, count: titleCount, message });
    }
    const once = (code: string, { count, lines }: Occurrences, text: typeof warning.undecodable): void => {
      if (count === 0) return;
      const line = lines[0] ?? 0;
      warnings.push({ code, file: path, line, count, message: text({ file: path, line, count }) });
    };
    const each = (code: string, { count, lines }: Occurrences, text: typeof warning.openQuote): void => {
      for (const [at, line] of lines.entries()) {
        // The last one named stands for those beyond it too.
        const more = at === lines.length - 1 ? { count: count - at } : {};
        warnings.push({ code, file: path, line, ...more, message: text({ file: path, line, ...more }) });
      }
    };
    once('undecodable', file.undecodable, warning.undecodable);
    each('open-quote', file.openQuotes, warning.openQuote);
    each('multiline-cell', file.glued, warning.multilineCell);
    once('cell-count', file.ragged, warning.cellCount);
    if (plan.nameColumn === null) {
      warnings.push({ code: 'no-names', file: path, message: warning.noNames({ file: path }) });
    }
    if (options.unitColumn !== undefined && plan.unitColumn === null) {
      warnings.push({ code: 'no-units', file: path, message: warning.noUnits({ file: path }) });
    }
  }
  return warnings;
}
