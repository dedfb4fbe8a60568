import { licenceMessagesFor } from '../../messages/licences/index.ts';
import { type Html, html } from '../../write/html/html.ts';
import { formatCount } from '../../write/numbers.ts';
import type { LicenceFinding } from '../finding.ts';
import type { LicenceReport } from '../licence-report.ts';
import { explainLicence, type LicenceContext, placeLicence } from './describe-licence.ts';
import type { LicenceForm } from './licence-form.ts';
import { type LicenceTable, listLicenceFiles, listLicenceTables, stateLicences } from './licence-tables.ts';

/** Rows of the list of findings, and of a table. */
const mostFindings = 2000;
const mostRows = 500;
const style =
  ':root{color-scheme:light dark}body{font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;max-width:76rem;margin:2rem auto;padding:0 1rem}' +
  'table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem;font-size:.92rem}th,td{border-bottom:1px solid rgba(128,128,128,.4);padding:.3rem .6rem;text-align:left;vertical-align:top}' +
  'thead th{border-bottom-width:2px}.number{text-align:right;font-variant-numeric:tabular-nums}.scroll{overflow-x:auto}' +
  '.verdict{font-size:1.25rem;font-weight:600;margin:.5rem 0}.met{color:#1e7b34}.missed{color:#c00000}@media screen and (prefers-color-scheme:dark){.met{color:#6fd087}.missed{color:#ff8f85}}' +
  '@page{size:A4 landscape;margin:15mm}@media print{body{max-width:none;margin:0;font-size:10pt}thead{display:table-header-group}tr{break-inside:avoid}}';

/** A report as a page to read or print, written when all is known. */
export function createLicencePage(
  write: (chunk: string) => void | Promise<void>,
  context: LicenceContext,
): LicenceForm {
  const kept: LicenceFinding[] = [];
  let count = 0;
  return {
    add(batch) {
      count += batch.length;
      for (const finding of batch) {
        if (kept.length >= mostFindings) break;
        kept.push(finding);
      }
    },
    async finish(report) {
      await write(render(report, kept, count, context));
    },
  };
}

function render(report: LicenceReport, kept: LicenceFinding[], count: number, context: LicenceContext): string {
  const { lang } = context;
  const messages = licenceMessagesFor(lang);
  const { columns } = messages;
  const [verdict = '', ...rest] = stateLicences(report, lang);
  const findings: LicenceTable = {
    title: messages.tables.findings,
    headings: [columns.place, columns.name, columns.column, columns.value, columns.reason, columns.suggestion],
    rows: kept.map((one) => [
      placeLicence(one, context),
      one.name,
      one.column,
      one.value,
      explainLicence(one, lang),
      one.suggestion ?? '',
    ]),
    textCount: 6,
  };
  const head = html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${messages.title}</title><style>`;
  const body = html`</style></head>
<body><h1>${messages.title}</h1>${listLicenceFiles(report, lang).map((line) => html`<p>${line}</p>`)}
<p class="verdict ${report.met ? 'met' : 'missed'}">${verdict}</p>${rest.map((line) => html`<p>${line}</p>`)}
${listLicenceTables(report, lang).map((table) => renderTable(table, mostRows))}
${renderTable(findings, mostFindings)}${count > kept.length ? html`<p>${messages.moreRows(formatCount(count - kept.length))}</p>` : null}
${report.warnings.map(({ message }) => html`<p>${message}</p>`)}</body></html>
`;
  return head.markup + style + body.markup;
}

function renderTable({ title, headings, rows, textCount }: LicenceTable, most: number): Html | null {
  if (rows.length === 0) return null;
  const kindOf = (index: number): string => (index < textCount ? '' : 'number');
  const head = headings.map((text, index) => html`<th scope="col" class="${kindOf(index)}">${text}</th>`);
  const body = rows
    .slice(0, most)
    .map((row) => html`<tr>${row.map((text, index) => html`<td class="${kindOf(index)}">${text}</td>`)}</tr>`);
  return html`<h2>${title}</h2><div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}
