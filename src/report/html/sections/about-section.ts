import type { AssessmentRow } from '../../../check/report.ts';
import { causeMessagesFor } from '../../../messages/cause/index.ts';
import { messagesFor } from '../../../messages/verdict/index.ts';
import { type Html, html } from '../../../write/html/html.ts';
import { formatCount, formatShare } from '../../../write/numbers.ts';
import { listShownAssessments } from '../../shown-assessments.ts';
import { listWorstRows } from '../../worst-rows.ts';
import { formatTime } from '../format-time.ts';
import { shortenText } from '../segments.ts';
import type { WordedView } from '../view.ts';

const MOST_FILES = 3;
const MOST_CAUSES = 3;
const MOST_UNITS = 5;

/** Whose report it is, for which period, and by which definition and document it judges. */
export function renderAbout(view: WordedView): Html {
  const { report, lang, words, shared, about = {}, face, madeAt } = view;
  const { target } = report;
  // A report of its own has both in its head.
  const isWithin = face === 'page';
  const files = report.files.map(({ path }) => path);
  const lines: [string, string | undefined][] = [
    [words.about.organization, about.organization],
    [words.about.period, about.period],
    [words.about.definition, words.about.definitions[target.definition]],
    [words.about.target, words.target(formatShare(target.value), target.value === 0)],
    [words.about.document, about.document ?? shared.list(listSources(listShownAssessments(report)))],
    [words.about.due, about.due],
    [words.about.contact, about.contact],
    [words.files, isWithin ? shared.list(files.slice(0, MOST_FILES)) : undefined],
    [words.made, isWithin ? formatTime(madeAt, lang) : undefined],
  ];
  const items = lines.flatMap(([label, text]) =>
    text === undefined || text === '' ? [] : [html`<dt>${label}</dt><dd>${text}</dd>`],
  );
  return html`<dl id="about" class="about-report">${items}</dl>`;
}

/** Where the plans that decide are written down; those that are only shown, when none decides. */
function listSources(shown: AssessmentRow[]): string[] {
  const chosen = shown.filter((row) => row.chosen);
  const sources = (chosen.length > 0 ? chosen : shown).map(({ source }) => source).filter((source) => source !== '');
  return [...new Set(sources)];
}

/** What the head of an office reads: the rest of the first page of a print, down to the lines to sign. */
export function renderCover(view: WordedView): Html {
  const { report, lang, words } = view;
  const { partitions } = messagesFor(lang);
  const { counts, duplicates } = report;
  const numbers: [string, number][] = [
    [words.records, report.records],
    [partitions.erroneous, counts.erroneous],
    [words.duplicateRecords, duplicates.codes],
    [partitions.unconverted, counts.unconverted],
    [partitions.missing, counts.missing],
  ];
  const figures = numbers.map(([label, value]) => html`<div><dt>${label}</dt><dd>${formatCount(value)}</dd></div>`);
  const { names } = causeMessagesFor(lang);
  const causes = report.causes.slice(0, MOST_CAUSES).map(({ code, count, total }) => {
    const facts = { count: formatCount(count), total: formatCount(total) };
    return html`<li>${names[code]} <small>${words.ofTotal(facts)}</small></li>`;
  });
  return html`<div class="cover"><dl class="figures">${figures}</dl>${nameWorstUnits(view)}${causes.length === 0 ? null : html`<h3>${words.causes}</h3><ol>${causes}</ol>`}${drawSignatures(view)}</div>`;
}

function nameWorstUnits({ report, words }: WordedView): Html | null {
  const { shown, moreCount } = listWorstRows(report.byUnit ?? [], MOST_UNITS);
  if (shown.length === 0) return null;
  const rows = shown.map(
    ({ unit, problems }) =>
      html`<tr><th scope="row">${unit === '?' ? words.emptyUnit : shortenText(unit)}</th><td class="number">${formatCount(problems)}</td></tr>`,
  );
  const more = moreCount > 0 ? html`<p class="more">${words.moreRows(formatCount(moreCount))}</p>` : null;
  return html`<h3>${words.byUnit}</h3><table class="ranked"><thead><tr><th scope="col">${words.unitHeading}</th><th scope="col" class="number">${words.problems}</th></tr></thead><tbody>${rows}</tbody></table>${more}`;
}

function drawSignatures({ words }: WordedView): Html {
  const lines = Object.values(words.signatures).map((label) => html`<div><dt>${label}</dt><dd></dd></div>`);
  return html`<dl class="signatures">${lines}</dl>`;
}
