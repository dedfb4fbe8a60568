import { suspectMessagesFor } from '../../../messages/suspect/index.ts';
import { type Suspect, suspectKinds } from '../../../suspects/suspect.ts';
import { type Html, html } from '../../../write/html/html.ts';
import { formatCount } from '../../../write/numbers.ts';
import { markDifferences } from '../marks.ts';
import { cutSegments, renderCode, renderSegments } from '../segments.ts';
import { showLocation } from '../show-location.ts';
import type { WordedView } from '../view.ts';
import { makeSection } from './section.ts';

const MOST_OPEN = 10;

/** Suspected duplicates, the surest first: names and codes side by side, what differs marked. */
export function renderSuspects(view: WordedView): Html | null {
  const { report, suspects = [], lang } = view;
  if (report.suspects === undefined) return null;
  const messages = suspectMessagesFor(lang);
  const { kinds, commonNames, crowdedGroups } = report.suspects;
  const total = suspectKinds.reduce((sum, kind) => sum + kinds[kind], 0);
  const sums = suspectKinds
    .filter((kind) => kinds[kind] > 0)
    .map((kind) => html`<dt>${messages.kinds[kind]}</dt><dd>${formatCount(kinds[kind])}</dd>`);
  const shown = suspects.map((suspect) => renderSuspect(suspect, view));
  const folded = shown.splice(MOST_OPEN);
  const more = total - suspects.length;
  return makeSection(
    'suspects',
    messages.title,
    [
      total === 0 ? html`<p>${messages.none}</p>` : html`<dl class="pairs">${sums}</dl>`,
      shown,
      folded.length === 0 ? null : html`<details><summary>+ ${folded.length}</summary>${folded}</details>`,
      more > 0 ? html`<p class="more">${view.advise(messages.more(formatCount(more)), 'all-suspects')}</p>` : null,
      commonNames > 0 ? html`<p class="more">${messages.commonNames(formatCount(commonNames))}</p>` : null,
      crowdedGroups > 0 ? html`<p class="more">${messages.crowdedGroups(formatCount(crowdedGroups))}</p>` : null,
    ],
    messages.explanation,
  );
}

function renderSuspect({ kind, evidence, records }: Suspect, { report, words, lang }: WordedView): Html {
  const messages = suspectMessagesFor(lang);
  const [first, second] = records;
  const items = records.map((record) => {
    const other = (record === first ? second : first) ?? record;
    const place = showLocation(record, report, lang);
    const name =
      record.name === ''
        ? html`<i>${words.noName}</i>`
        : renderSegments(cutSegments(markDifferences(record.name, other.name)));
    return html`<li>${renderCode(markDifferences(record.code, other.code))} <span class="name">${name}</span><small>${place}</small></li>`;
  });
  return html`<div class="twin"><p class="twin-code">${messages.explain(kind, evidence)}</p><ul>${items}</ul></div>`;
}
