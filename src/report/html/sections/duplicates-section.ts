import type { DuplicateRecord } from '../../../check/findings/finding.ts';
import type { DuplicateCounts } from '../../../check/report.ts';
import { type Html, html } from '../../../write/html/html.ts';
import { formatCount } from '../../../write/numbers.ts';
import type { DuplicateGroup } from '../gather-duplicates.ts';
import { markDifferences } from '../marks.ts';
import { cutPieces, renderCode, renderPieces, shortenText } from '../pieces.ts';
import { showPlace } from '../show-place.ts';
import type { Scene } from '../view.ts';
import { makeSection } from './section.ts';

const MOST_OPEN = 12;

/** Conflicting duplicates side by side, the others folded up below. */
export function renderDuplicates(scene: Scene): Html | null {
  const { report, duplicates, words } = scene;
  const { conflicting } = duplicates;
  const moreCount = (report.duplicates.conflicting?.codes ?? 0) - conflicting.length;
  if (report.duplicates.codes === 0) return null;
  const shown = conflicting.map((group) => renderGroup(group, scene));
  const folded = shown.splice(MOST_OPEN);
  return makeSection('duplicates', words.duplicates, [
    renderSums(scene),
    shown.length === 0 ? null : html`<h3>${words.conflictingGroups}</h3><p class="lead">${words.conflictingLead}</p>`,
    shown,
    folded.length === 0 ? null : html`<details><summary>+ ${folded.length}</summary>${folded}</details>`,
    renderMore(moreCount, words),
    renderOthers(scene),
  ]);
}

function renderOthers(scene: Scene): Html | null {
  const { report, duplicates, words, shared } = scene;
  const { others } = duplicates;
  const { codes } = report.duplicates.repeated ?? report.duplicates;
  if (others.length === 0) return null;
  const title = report.duplicates.repeated === null ? shared.duplicates : words.otherGroups;
  const groups = others.map((group) => renderGroup(group, scene));
  return html`<details><summary>${title} (${formatCount(codes)})</summary>${groups}${renderMore(codes - others.length, words)}</details>`;
}

function renderSums({ report, shared }: Scene): Html {
  const { duplicates } = report;
  const describe = ({ codes, records, excess }: DuplicateCounts): string =>
    shared.duplicateCounts({ codes: formatCount(codes), records: formatCount(records), excess: formatCount(excess) });
  if (duplicates.conflicting === null || duplicates.repeated === null) {
    return html`<p>${describe(duplicates)}</p><p>${shared.kindUnknown}</p>`;
  }
  return html`<dl class="pairs"><dt>${shared.conflicting}</dt><dd>${describe(duplicates.conflicting)}</dd><dt>${shared.repeated}</dt><dd>${describe(duplicates.repeated)}</dd></dl>`;
}

function renderGroup({ code, kind, records, moreCount }: DuplicateGroup, scene: Scene): Html {
  const first = records[0]?.name ?? '';
  const other = records.find(({ name }) => name !== first)?.name ?? first;
  const items = records.map((record) => renderRecord(record, record.name === first ? other : first, scene));
  const more = moreCount > 0 ? html`<li class="more">${scene.words.moreRecords(formatCount(moreCount))}</li>` : null;
  return html`<div class="twin ${kind ?? ''}"><p class="twin-code">${renderCode([{ text: code, isMarked: false }])}</p><ul>${items}${more}</ul></div>`;
}

function renderRecord(
  { file, row, line, name, unit }: DuplicateRecord,
  other: string,
  { report, words, lang }: Scene,
): Html {
  const place = showPlace({ file, row, line }, report, lang);
  const shown =
    name === null || name === '' ? html`<i>${words.noName}</i>` : renderPieces(cutPieces(markDifferences(name, other)));
  return html`<li><span class="name">${shown}</span>${unit === null || unit === '' ? null : html`<small>${shortenText(unit)}</small>`}<small>${place}</small></li>`;
}

function renderMore(count: number, words: Scene['words']): Html | null {
  return count > 0 ? html`<p class="more">${words.moreGroups(formatCount(count))}</p>` : null;
}
