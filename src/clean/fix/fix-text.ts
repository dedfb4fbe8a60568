import { fixMessagesFor } from '../../messages/fix/index.ts';
import { escapeControls } from '../../write/escape-controls.ts';
import { formatCount } from '../../write/numbers.ts';
import type { Style } from '../../write/style.ts';
import { alignColumns } from '../../write/table.ts';
import type { FixReason, FixReport } from './fix-report.ts';

/** What a summary shows beside the report. */
export interface FixSummary {
  report: FixReport;
  lang: 'zh' | 'en';
  style: Style;
  /** Paths as people named them; null: there is none. */
  output: string | null;
  log: string | null;
}

/** A fix in a few lines for a person. */
export function renderFix({ report, lang, style, output, log }: FixSummary): string {
  const messages = fixMessagesFor(lang);
  const { changed, records, reasons, counts, skipped, heldBack, unnamed, converted, warnings, elapsedSeconds } = report;
  const rows = (Object.entries(reasons) as [FixReason, number][])
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => [messages.reasons[reason], formatCount(count)]);
  const facts = [formatCount(changed), formatCount(records)] as const;
  const headline =
    changed === 0
      ? messages.nothingToChange(facts[1])
      : output === null
        ? messages.wouldChange(...facts)
        : messages.changed(...facts);
  const { erroneous, unconverted, missing } = counts;
  const left = {
    erroneous: formatCount(erroneous),
    unconverted: formatCount(unconverted),
    missing: formatCount(missing),
  };
  const lines = [
    style.faint(escapeControls(messages.title(report.file.path, output))),
    style.strong(headline),
    ...alignColumns(rows, ['left', 'right']),
    erroneous + unconverted + missing > 0 ? messages.left(left) : messages.nothingLeft,
    ...(skipped > 0 ? [messages.skipped(formatCount(skipped))] : []),
    ...(heldBack > 0 ? [messages.heldBack(formatCount(heldBack))] : []),
    ...(unnamed > 0 ? [messages.unnamed(formatCount(unnamed))] : []),
    ...(converted && output !== null ? [messages.converted] : []),
    ...(log === null ? [] : [escapeControls(messages.logged(log))]),
    ...warnings.map(({ message }) => escapeControls(message)),
    style.faint(messages.elapsed(elapsedSeconds.toFixed(1))),
  ];
  return `${lines.join('\n')}\n`;
}
