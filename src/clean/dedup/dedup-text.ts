import { dedupMessagesFor } from '../../messages/dedup/index.ts';
import { describeLocation } from '../../messages/location/index.ts';
import { escapeControls } from '../../write/escape-controls.ts';
import { formatCount } from '../../write/numbers.ts';
import type { Style } from '../../write/style.ts';
import type { DedupReport } from './dedup-report.ts';

/** What a summary shows beside the report. */
export interface DedupSummary {
  report: DedupReport;
  lang: 'zh' | 'en';
  style: Style;
  /** Paths as people named them; null: there is none. */
  output: string;
  removed: string | null;
  conflicts: string | null;
}

/** A deduplication in a few lines for a person. */
export function renderDedup({ report, lang, style, output, removed, conflicts }: DedupSummary): string {
  const messages = dedupMessagesFor(lang);
  const { records, kept, separated, skipped, converted, warnings, elapsedSeconds } = report;
  const gone = records - kept;
  const listed = (count: number, text: (count: string) => string): string[] =>
    count > 0 ? [`  ${text(formatCount(count))}`] : [];
  const lines = [
    style.faint(
      escapeControls(
        messages.title(
          report.files.map(({ path }) => path),
          output,
        ),
      ),
    ),
    style.strong(
      gone === 0
        ? messages.nothingRemoved(formatCount(records))
        : messages.kept(formatCount(kept), formatCount(records)),
    ),
    ...listed(report.removed.repeated, messages.removedRepeated),
    ...listed(report.removed.conflicting, messages.removedConflicting),
    ...listed(separated, messages.separated),
    ...listed(skipped, messages.skipped),
    ...(removed === null ? [] : [`  ${escapeControls(messages.removedTo(removed))}`]),
    ...(report.conflicts === 'drop' ? [] : listConflicts({ report, lang, style, output, removed, conflicts })),
    ...(conflicts === null ? [] : [`  ${escapeControls(messages.conflictsTo(conflicts))}`]),
    ...(converted ? [messages.converted] : []),
    ...warnings.map(({ message }) => escapeControls(message)),
    style.faint(messages.elapsed(elapsedSeconds.toFixed(1))),
  ];
  return `${lines.join('\n')}\n`;
}

/** The first conflicts, record by record. */
function listConflicts({ report, lang, style }: DedupSummary): string[] {
  const messages = dedupMessagesFor(lang);
  const { codes, records } = report.duplicates.conflicting;
  if (codes === 0) return [];
  const lines: string[] = [];
  if (report.conflicts === 'keep') {
    lines.push(
      style.strong(messages.conflictsLeft({ by: report.by, codes: formatCount(codes), records: formatCount(records) })),
    );
  }
  if (report.files.some(({ nameColumn }) => nameColumn === null)) lines.push(`  ${messages.byRows}`);
  let last = 0;
  for (const { group, code, name, file, row, line } of report.examples) {
    if (group !== last) lines.push(`  ${escapeControls(code)}`);
    last = group;
    const { path = '', sheet = null } = report.files[file] ?? {};
    const place = describeLocation({ path, sheet, line, row }, lang);
    lines.push(escapeControls(`    ${name === '' ? messages.noName : name}  ${place}`));
  }
  if (codes > last) lines.push(`  ${messages.more(formatCount(codes - last))}`);
  if (report.conflicts === 'keep') lines.push(`  ${messages.whatToDo}`);
  return lines;
}
