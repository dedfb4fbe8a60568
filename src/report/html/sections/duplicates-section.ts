import type { DuplicateRecord } from '../../../check/findings/finding.ts';
import type { DuplicateCounts } from '../../../check/report.ts';
import { type Html, html } from '../../../write/html/html.ts';
import { formatCount } from '../../../write/numbers.ts';
import type { DuplicateGroup } from '../gather-duplicates.ts';
import { markDifferences } from '../marks.ts';
import { cutSegments, renderCode, renderSegments, shortenText } from '../segments.ts';
import { showLocation } from '../show-location.ts';
import type { WordedView } from '../view.ts';
import { makeSection } from './section.ts';

const MOST_OPEN = 12;

/** Conflicting duplicates side by side, the others folded up below. */
export function renderDuplicates(view: WordedView): Html | null {
  const { report, duplicates, words } = view;
  const { conflicting } = duplicates;
  const moreCount = (report.duplicates.conflicting?.codes ?? 0) - conflicting.length;
  if (report.duplicates.codes === 0) return null;
  const shown = conflicting.map((group) => renderGroup(group, view));
  const folded = shown.splice(MOST_OPEN);
  return makeSection('duplicates', words.duplicates, [
    renderSums(view),
    shown.length === 0 ? null : html`<h3>${words.conflictingGroups}</h3><p class="lead">${words.conflictingLead}</p>`,
    shown,
    folded.length === 0 ? null : html`<details><summary>+ ${folded.length}</summary>${folded}</details>`,
    renderMore(moreCount, view),
    renderOthers(view),
  ]);
}

function renderOthers(view: WordedView): Html | null {
  const { report, duplicates, words, shared } = view;
  const { others } = duplicates;
  const { codes } = report.duplicates.repeated ?? report.duplicates;
  if (others.length === 0) return null;
  const title = report.duplicates.repeated === null ? shared.duplicates : words.otherGroups;
  const groups = others.map((group) => renderGroup(group, view));
  return html`<details><summary>${title} (${formatCount(codes)})</summary>${groups}${renderMore(codes - others.length, view)}</details>`;
}

function renderSums({ report, shared, advise }: WordedView): Html {
  const { duplicates } = report;
  const describe = ({ codes, records, excess }: DuplicateCounts): string =>
    shared.duplicateCounts({ codes: formatCount(codes), records: formatCount(records), excess: formatCount(excess) });
  if (duplicates.conflicting === null || duplicates.repeated === null) {
    return html`<p>${describe(duplicates)}</p><p>${advise(shared.kindUnknown, 'name-column')}</p>`;
  }
  return html`<dl class="pairs"><dt>${shared.conflicting}</dt><dd>${describe(duplicates.conflicting)}</dd><dt>${shared.repeated}</dt><dd>${describe(duplicates.repeated)}</dd></dl>`;
}

function renderGroup({ code, kind, records, moreCount }: DuplicateGroup, view: WordedView): Html {
  const first = records[0]?.name ?? '';
  const other = records.find(({ name }) => name !== first)?.name ?? first;
  const items = records.map((record) => renderRecord(record, record.name === first ? other : first, view));
  const more = moreCount > 0 ? html`<li class="more">${view.words.moreRecords(formatCount(moreCount))}</li>` : null;
  return html`<div class="twin ${kind ?? ''}"><p class="twin-code">${renderCode([{ text: code, isMarked: false }])}</p><ul>${items}${more}</ul></div>`;
}

function renderRecord(
  { file, row, line, name, unit, key }: DuplicateRecord,
  other: string,
  { report, words, lang }: WordedView,
): Html {
  const place = showLocation({ file, row, line, key }, report, lang);
  const shown =
    name === null || name === ''
      ? html`<i>${words.noName}</i>`
      : renderSegments(cutSegments(markDifferences(name, other)));
  return html`<li><span class="name">${shown}</span>${unit === null || unit === '' ? null : html`<small>${shortenText(unit)}</small>`}<small>${place}</small></li>`;
}

function renderMore(count: number, view: WordedView): Html | null {
  return count > 0
    ? html`<p class="more">${view.advise(view.words.moreGroups(formatCount(count)), 'all-duplicates')}</p>`
    : null;
}
