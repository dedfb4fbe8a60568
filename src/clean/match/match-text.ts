import { matchMessagesFor } from '../../messages/match/index.ts';
import { escapeControls } from '../../write/escape-controls.ts';
import { formatCount, formatRate } from '../../write/numbers.ts';
import type { Style } from '../../write/style.ts';
import { alignColumns } from '../../write/table.ts';
import { type MatchEvidence, type MatchReport, matchStatuses } from './match-report.ts';

/** What a summary shows beside the report. */
export interface MatchSummary {
  report: MatchReport;
  lang: 'zh' | 'en';
  style: Style;
  /** The folder of `--out`. */
  folder: string | null;
}

/** A match in a few lines for a person. */
export function renderMatch({ report, lang, style, folder }: MatchSummary): string {
  const messages = matchMessagesFor(lang);
  const { records, coded, covered, columns, evidence, files, registry, warnings, elapsedSeconds } = report;
  const names = (list: { path: string }[]): string => escapeControls(messages.few(list.map(({ path }) => path)));
  const rate = formatRate({ numerator: covered, denominator: records }, undefined, 2);
  const lines = [
    style.faint(messages.title(names(files), names(registry))),
    style.strong(messages.coverage({ covered: formatCount(covered), records: formatCount(records), rate })),
  ];
  if (coded < records) {
    const ofCoded = formatRate({ numerator: covered, denominator: coded }, undefined, 2);
    lines.push(messages.coverageOfCoded({ coded: formatCount(coded), rate: ofCoded }));
  }
  for (const { column, counts } of columns) {
    lines.push('', escapeControls(messages.column(column)));
    const rows = matchStatuses
      .filter((status) => counts[status] > 0)
      .map((status) => [messages.statuses[status], formatCount(counts[status])]);
    lines.push(...alignColumns(rows, ['left', 'right']));
  }
  const found = (Object.entries(evidence) as [MatchEvidence, number][]).sort(([, a], [, b]) => b - a);
  if (found.length > 0) {
    const rows = found.map(([why, count]) => [messages.evidences[why], formatCount(count)]);
    lines.push('', messages.evidenceTitle, ...alignColumns(rows, ['left', 'right']));
  }
  lines.push('', ...warnings.map(({ message }) => escapeControls(message)));
  lines.push(folder === null ? messages.outHint : escapeControls(messages.written(folder)));
  lines.push(style.faint(messages.elapsed(elapsedSeconds.toFixed(1))));
  return `${lines.join('\n')}\n`;
}
