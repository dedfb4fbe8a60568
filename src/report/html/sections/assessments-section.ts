import type { AssessmentRow, AssessmentUnit } from '../../../check/report.ts';
import { type AssessmentMessages, assessmentMessagesFor } from '../../../messages/assessment/index.ts';
import { type Html, html } from '../../../write/html/html.ts';
import { formatCount } from '../../../write/numbers.ts';
import { showPoints } from '../../show-points.ts';
import { listShownAssessments } from '../../shown-assessments.ts';
import { nameAuthority } from '../name-authority.ts';
import type { WordedView } from '../view.ts';
import { makeSection, makeTable, makeVerdict } from './section.ts';

const MOST_UNITS = 50;

/** What plans make of this report; those that `--assess` named are marked. */
export function renderAssessments(view: WordedView): Html | null {
  const { report, lang, words } = view;
  const shown = listShownAssessments(report);
  if (shown.length === 0) return null;
  const messages = assessmentMessagesFor(lang);
  const { columns, heading } = messages;
  const head = html`<tr><th scope="col">${columns.title}</th><th scope="col">${columns.met}</th><th scope="col">${columns.points}</th><th scope="col" class="number">${columns.away}</th></tr>`;
  const rows = shown.map((row) => {
    const { name, title, source, chosen, met, away, message } = row;
    const tag = chosen ? html` <span class="tag">${words.judges}</span>` : null;
    const about = html`<span class="advice">${message}</span>${source === '' ? null : html`<span class="advice">${words.source(source)}</span>`}`;
    const more = html`<tr class="about ${chosen ? 'is-chosen' : ''}"><td colspan="4">${about}${listUnits(row, view, messages)}</td></tr>`;
    return html`<tr class="has-about ${chosen ? 'is-chosen' : ''}"><th scope="row"><strong>${title}</strong>${lang === 'zh' ? null : html` <code>${name}</code>`}${tag}</th><td>${makeVerdict(met, met ? messages.met : messages.missed)}</td><td class="points">${showPoints(row, lang)}</td><td class="number">${away === 0 ? '–' : formatCount(away)}</td></tr>${more}`;
  });
  return makeSection('assessments', heading, makeTable(heading, 'plain', head, rows));
}

/** What each unit loses, folded up. */
function listUnits({ units, mostPoints }: AssessmentRow, view: WordedView, messages: AssessmentMessages): Html | null {
  const { words } = view;
  if (units === null || units.length === 0 || mostPoints === null) return null;
  const items = units.slice(0, MOST_UNITS).map((unit) => {
    const { problems, points } = unit;
    const won = points === null ? '–' : messages.points(points, mostPoints);
    return html`<li>${nameUnit(unit, view)} ${words.problems} ${formatCount(problems)}${words.comma}${won}</li>`;
  });
  const more = units.length - items.length;
  const rest =
    more > 0 ? html`<li class="more">${view.advise(words.moreRows(formatCount(more)), 'all-numbers')}</li>` : null;
  return html`<details class="advice"><summary>${words.byUnit} (${formatCount(units.length)})</summary><ul>${items}${rest}</ul></details>`;
}

/** Position 1 stands in where units are not read. */
function nameUnit({ unit, name }: AssessmentUnit, { report, lang, words, shared }: WordedView): string {
  if (report.byUnit !== undefined) return unit === '?' ? words.emptyUnit : unit;
  return unit === '?' ? shared.undecided : `${name === null ? '' : nameAuthority(unit, lang)} ${unit}`;
}
