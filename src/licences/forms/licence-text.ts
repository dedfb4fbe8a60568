import { licenceMessagesFor } from '../../messages/licences/index.ts';
import { escapeControls } from '../../write/escape-controls.ts';
import { formatCount } from '../../write/numbers.ts';
import type { Style } from '../../write/style.ts';
import { alignColumns } from '../../write/table.ts';
import type { LicenceFinding } from '../finding.ts';
import type { LicenceReport } from '../licence-report.ts';
import { explainLicence, type LicenceContext, placeLicence } from './describe-licence.ts';
import { listLicenceFiles, listLicenceTables, stateLicences } from './licence-tables.ts';

/** What a summary shows beside the report. */
export interface LicenceSummary {
  report: LicenceReport;
  examples: LicenceFinding[];
  context: LicenceContext;
  style: Style;
  /** What else was written. */
  written: string[];
}

const mostRows = 20;
export const mostExamples = 8;

/** A report in a page for a person. */
export function renderLicences({ report, examples, context, style, written }: LicenceSummary): string {
  const { lang } = context;
  const messages = licenceMessagesFor(lang);
  const [verdict = '', ...rest] = stateLicences(report, lang);
  const tables = listLicenceTables(report, lang).map(({ title, headings, rows, textCount }) => {
    const shown = rows.slice(0, mostRows).map((row) => row.map(escapeControls));
    const more = rows.length > mostRows ? [`  … +${formatCount(rows.length - mostRows)}`] : [];
    const sides = headings.map((_, index) => (index < textCount ? ('left' as const) : ('right' as const)));
    return [style.strong(title), ...alignColumns([headings, ...shown], sides), ...more];
  });
  const blocks = [
    [
      ...listLicenceFiles(report, lang).map((line) => style.faint(escapeControls(line))),
      (report.met ? style.good : style.bad)(style.strong(verdict)),
      ...rest,
    ],
    ...tables,
    examples.length === 0
      ? []
      : [
          style.strong(messages.tables.examples),
          ...examples.slice(0, mostExamples).flatMap((one) => showExample(one, context)),
        ],
    report.warnings.map(({ message }) => escapeControls(message)),
    [
      escapeControls(
        written.length === 0 ? messages.hint : messages.written(written.join(lang === 'zh' ? '、' : ', ')),
      ),
      style.faint(messages.elapsed(report.elapsedSeconds.toFixed(1))),
    ],
  ];
  return `${blocks.flatMap((lines) => (lines.length > 0 ? [lines.join('\n')] : [])).join('\n\n')}\n`;
}

function showExample(finding: LicenceFinding, context: LicenceContext): string[] {
  const place = placeLicence(finding, context);
  const value = finding.value === '' ? '' : `  ${finding.value}`;
  const suggestion = finding.suggestion === null ? '' : ` → ${finding.suggestion}`;
  return [
    escapeControls(`  ${place}  ${finding.column}${value}${suggestion}`),
    `    ${escapeControls(explainLicence(finding, context.lang))}`,
  ];
}
