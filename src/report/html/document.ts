import { html } from '../../write/html/html.ts';
import type { ReportContext } from '../report-writer.ts';
import { script, scriptHash, styles, stylesHash } from './assets.js';
import { renderReportBody } from './body.ts';
import { type FindingsData, nameRegions } from './findings-data.ts';
import { formatTime } from './format-time.ts';
import { DATA_ID } from './ids.ts';
import { type ReportView, wordView } from './view.ts';

/*
 * One file that loads nothing:
 *
 *   head     Content-Security-Policy: only this style sheet and this script, by hash
 *   main     renderReportBody
 *   data     findings as JSON, a line each, written as they were gathered
 *   script   fills in the table of findings
 */

/** The page up to the first finding. */
export function beginDocument(view: ReportView, { files, sheets, lang, notes }: ReportContext): string {
  const { words } = wordView(view);
  const policy = `default-src 'none'; script-src '${scriptHash}'; style-src '${stylesHash}'; base-uri 'none'; form-action 'none'`;
  const head = html`<!doctype html>
<html lang="${words.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="uscc-toolkit">
<title>${words.title}</title>
<style>`.markup;
  const facts: Omit<FindingsData, 'rows'> = {
    lang,
    files,
    sheets,
    regions: nameRegions(view.report),
    listsAllNotes: notes,
  };
  return `${head}${styles}</style>
</head>
<body>
${renderHeader(view)}<main id="report">
${renderReportBody(view)}
</main>
<script type="application/json" id="${DATA_ID}">${JSON.stringify(facts).replaceAll('<', '\\u003c').slice(0, -1)},"rows":[
`;
}

/** The page after the last finding. */
export function endDocument(): string {
  return `
]}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** Title, what was checked, and when. */
function renderHeader(view: ReportView): string {
  const { report, words, shared, madeAt } = wordView(view);
  const paths = report.files.slice(0, 3).map(({ path }) => path.split(/[\\/]/).pop() ?? path);
  const more = report.files.length - paths.length;
  const files = shared.list(paths) + (more > 0 ? ` … +${more}` : '');
  return html`<header class="masthead"><a class="skip" href="#findings">${words.skip}</a><h1>${words.title}</h1>
<p class="subject">${files}</p><p class="made">${words.made} <time datetime="${madeAt.toISOString()}">${formatTime(madeAt, view.lang)}</time></p></header>
`.markup;
}
