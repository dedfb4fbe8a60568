import { causeMessagesFor } from '../../messages/cause/index.ts';
import { type Html, html } from '../../write/html/html.ts';
import { formatBytes, formatCount } from '../../write/numbers.ts';
import { FINDINGS_ID } from './ids.ts';
import { renderAbout, renderCover } from './sections/about-section.ts';
import { renderAssessments } from './sections/assessments-section.ts';
import { renderDuplicates } from './sections/duplicates-section.ts';
import { renderAuthorities, renderRegions, renderUnits } from './sections/groups-section.ts';
import { renderIssues } from './sections/issues-section.ts';
import { renderPositions } from './sections/positions-section.ts';
import { renderProvinces } from './sections/provinces-section.ts';
import { renderRates } from './sections/rates-section.ts';
import { makeSection, makeTable } from './sections/section.ts';
import { renderSuspects } from './sections/suspects-section.ts';
import { renderCounts, renderVerdictSection } from './sections/verdict-section.ts';
import { shortenText } from './segments.ts';
import { type ReportView, type WordedView, wordView } from './view.ts';

const MOST_WARNINGS = 10;
const MOST_FILES = 200;

/**
 * The report as markup for the inside of `<main>`: verdict first, then what it rests on, the (empty) place of the table of findings
 * near the end. Wants `styles/report.css`; `mountFindingsTable` fills the place.
 */
export function renderReportBody(report: ReportView): string {
  const view = wordView(report);
  const sections = [
    renderAbout(view),
    renderVerdictSection(view),
    renderCover(view),
    renderWarnings(view),
    renderCauses(view),
    renderCounts(view),
    renderRates(view),
    renderAssessments(view),
    renderIssues(view),
    renderUnits(view),
    renderAuthorities(view),
    renderProvinces(view),
    renderRegions(view),
    renderPositions(view),
    renderDuplicates(view),
    renderSuspects(view),
    renderFindings(view),
    renderFiles(view),
  ];
  return html`${sections}<p class="method">${view.words.method}</p>`.markup;
}

function renderWarnings({ report, words, shared, advise }: WordedView): Html | null {
  if (report.warnings.length === 0) return null;
  const [first, rest] = [report.warnings.slice(0, MOST_WARNINGS), report.warnings.slice(MOST_WARNINGS)];
  const more =
    rest.length > 0
      ? html`<p class="more">${advise(shared.moreWarnings(formatCount(rest.length)), 'all-numbers')}</p>`
      : null;
  const list = html`<ul class="warnings">${first.map(({ message }) => html`<li>${message}</li>`)}</ul>${more}`;
  return makeSection('warnings', words.warnings, list);
}

/** What many problems have in common. */
function renderCauses({ report, lang, words }: WordedView): Html | null {
  if (report.causes.length === 0) return null;
  const { names } = causeMessagesFor(lang);
  const items = report.causes.map(({ code, message, count, total, places }) => {
    const where = places.map(
      ({ kind, name, value }) =>
        html` <span class="tag">${words.causeScope[kind]} ${shortenText(name ?? value)}</span>`,
    );
    const facts = { count: formatCount(count), total: formatCount(total) };
    return html`<li><p class="cause-count">${names[code]} <small>${words.ofTotal(facts)}</small>${where}</p><p>${message}</p></li>`;
  });
  return makeSection('causes', words.causes, html`<ol class="causes">${items}</ol>`, words.causesLead);
}

function renderFindings({ findings, words, advise }: WordedView): Html {
  const { total, keptCount } = findings;
  if (total === 0) return makeSection('findings', words.findings, html`<p>${words.noFindings}</p>`);
  const cut = advise(words.findingsCut({ kept: formatCount(keptCount), total: formatCount(total) }), 'all-findings');
  const place = html`${keptCount < total ? html`<p class="sentence">${cut}</p>` : null}<div id="${FINDINGS_ID}"></div><noscript><p>${advise(words.needsScript, 'all-findings')}</p></noscript>`;
  return makeSection('findings', words.findings, place, words.findingsLead);
}

/** What was read, and how it was understood. */
function renderFiles({ report, words, shared }: WordedView): Html {
  const { path, records, size, encoding, code, name, unit } = words.fileHeadings;
  const hasUnits = report.files.some(({ unitColumn }) => unitColumn !== undefined);
  const head = html`<tr><th scope="col">${path}</th><th scope="col" class="number">${records}</th><th scope="col" class="number">${size}</th><th scope="col">${encoding}</th><th scope="col">${code}</th><th scope="col">${name}</th>${hasUnits ? html`<th scope="col">${unit}</th>` : null}</tr>`;
  const rows = report.files.slice(0, MOST_FILES).map((file) => {
    const unitCell = hasUnits ? html`<td>${file.unitColumn ?? words.noColumn}</td>` : null;
    const delimiter = shared.delimiters[file.delimiter] ?? file.delimiter;
    const isFile = file.bytes > 0;
    const shownSize = isFile ? formatBytes(file.bytes) : '';
    const form = isFile ? html`${file.encoding.toUpperCase()} <small>${delimiter}</small>` : shared.inEngine;
    return html`<tr><th scope="row">${file.path}</th><td class="number">${formatCount(file.records)}</td><td class="number">${shownSize}</td><td>${form}</td><td>${file.codeColumn}</td><td>${file.nameColumn ?? words.noColumn}</td>${unitCell}</tr>`;
  });
  const more = report.files.length - rows.length;
  const rest = more > 0 ? html`<p class="more">… +${formatCount(more)}</p>` : null;
  return makeSection('files', words.files, [makeTable(words.files, 'plain', head, rows), rest]);
}
