import { diffMessagesFor } from '../../messages/diff/index.ts';
import { describeLocation } from '../../messages/location/index.ts';
import { type Html, html } from '../../write/html/html.ts';
import { formatCount } from '../../write/numbers.ts';
import type { CodeChange, CodeRecord, DiffReport, ProblemRecord } from './diff-report.ts';
import { type DiffTable, listDiffTables, showOutcome, stateDiff } from './diff-tables.ts';

/** Rows of a list in the page. */
const mostRows = 2000;
const style =
  ':root{color-scheme:light dark}body{font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}' +
  'table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem;font-size:.92rem}th,td{border-bottom:1px solid rgba(128,128,128,.4);padding:.3rem .6rem;text-align:left;vertical-align:top}' +
  'thead th{border-bottom-width:2px}.number{text-align:right;font-variant-numeric:tabular-nums}.scroll{overflow-x:auto}code{white-space:nowrap}' +
  '.verdict{font-size:1.25rem;font-weight:600;margin:.5rem 0}.met{color:#1e7b34}.missed{color:#c00000}@media screen and (prefers-color-scheme:dark){.met{color:#6fd087}.missed{color:#ff8f85}}' +
  '@page{size:A4;margin:15mm}@media print{body{max-width:none;margin:0;font-size:10.5pt}thead{display:table-header-group}tr{break-inside:avoid}}';

/** A comparison as a page, filled as it goes. */
export interface DiffPage {
  addProblems(batch: ProblemRecord[]): void;
  addCodes(batch: CodeChange[]): void;
  render(report: DiffReport): string;
}

export function createDiffPage(lang: 'zh' | 'en'): DiffPage {
  const messages = diffMessagesFor(lang);
  const problems = createList<ProblemRecord>();
  const changed = createList<CodeChange & { status: 'changed' }>();
  const { columns, statuses, kinds, by, sheets } = messages;
  const placeOf = ({ file: path, sheet, row, line }: CodeRecord): string =>
    describeLocation({ path, sheet, row, line }, lang);
  return {
    addProblems: (batch) => problems.add(batch),
    addCodes: (batch) => changed.add(batch.filter((change) => change.status === 'changed')),
    render(report) {
      const [verdict = '', ...rest] = stateDiff(report, lang);
      const tables = listDiffTables(report, lang).map((table) => renderTable(table, true));
      const problemTable = {
        title: sheets.problems,
        headings: [
          ...[columns.status, columns.kind, columns.code, columns.name, columns.place],
          ...[columns.outcome, columns.entity],
        ],
        rows: problems.kept.map((one) => [
          ...[statuses[one.status], kinds[one.kind], one.code, one.name, placeOf(one)],
          ...showOutcome(one, messages),
        ]),
      };
      const changeTable = {
        title: sheets.changed,
        headings: [columns.oldCode, columns.newCode, columns.name, columns.place, columns.by],
        rows: changed.kept.map(({ old, new: now, by: why }) => [old.code, now.code, now.name, placeOf(now), by[why]]),
      };
      const lists = [
        { table: problemTable, list: problems },
        { table: changeTable, list: changed },
      ].map(({ table, list }) => html`${renderTable(table, false)}${renderMore(list.count - list.kept.length)}`);
      const tone = report.new.target.met ? 'met' : 'missed';
      const head = html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${messages.heading}</title><style>`;
      const body = html`</style></head>
<body><h1>${messages.heading}</h1><p>${messages.title(...nameFiles(report))}</p>
<p class="verdict ${tone}">${verdict}</p>${rest.map((line) => html`<p>${line}</p>`)}
${tables}${lists}</body></html>
`;
      return head.markup + style + body.markup;
    },
  };

  function nameFiles({ old, new: now }: DiffReport): [string, string] {
    const name = ({ files }: DiffReport['old']): string => messages.files(files.map(({ path }) => path));
    return [name(old), name(now)];
  }

  function renderMore(count: number): Html | null {
    return count > 0 ? html`<p>${messages.moreRows(formatCount(count))}</p>` : null;
  }
}

function createList<Item>() {
  const list = {
    kept: [] as Item[],
    count: 0,
    add(batch: Item[]): void {
      list.count += batch.length;
      for (const item of batch) {
        if (list.kept.length >= mostRows) break;
        list.kept.push(item);
      }
    },
  };
  return list;
}

function renderTable({ title, headings, rows }: DiffTable, isCounted: boolean): Html | null {
  if (rows.length === 0) return null;
  const kindOf = (index: number): string => (isCounted && index > 0 ? 'number' : '');
  const head = headings.map((text, index) => html`<th scope="col" class="${kindOf(index)}">${text}</th>`);
  const body = rows.map(
    (row) => html`<tr>${row.map((text, index) => html`<td class="${kindOf(index)}">${text}</td>`)}</tr>`,
  );
  return html`${title === '' ? null : html`<h2>${title}</h2>`}<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}
