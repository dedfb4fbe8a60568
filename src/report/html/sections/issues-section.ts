import type { IssueCode, NoteCode } from '../../../code/verdict.ts';
import { messagesFor } from '../../../messages/verdict/index.ts';
import { type Html, html } from '../../../write/html/html.ts';
import { formatCount, formatRate } from '../../../write/numbers.ts';
import { PARTITIONS, partitionOf } from '../../partition.ts';
import { drawBar } from '../bars.ts';
import type { WordedView } from '../view.ts';
import { makeSection, makeTable } from './section.ts';

/** Issues as ranked bars with what to do, and what is only worth knowing below. */
export function renderIssues({ report, lang, words, shared }: WordedView): Html {
  const ranked = (Object.entries(report.issues) as [IssueCode, number][])
    .filter(([, count]) => count > 0)
    .sort(([a, first], [b, second]) => place(a) - place(b) || second - first);
  const longest = Math.max(0, ...ranked.map(([, count]) => count));
  const headings = words.issueHeadings;
  const head = html`<tr><th scope="col">${headings.issue}</th><th scope="col">${headings.partition}</th><th scope="col" colspan="2">${headings.count}</th><th scope="col" class="number share">${headings.share}</th></tr>`;
  const rows = ranked.map(([code, count]) => {
    const partition = partitionOf(code);
    return html`<tr><th scope="row">${shared.issueTitles[code]}<span class="advice">${shared.issueAdvice[code]}</span></th><td>${messagesFor(lang).partitions[partition]}</td><td class="bar-cell">${drawBar(count, longest, partition)}</td><td class="number">${formatCount(count)}</td><td class="number share">${formatRate({ numerator: count, denominator: report.records }, undefined, 2)}</td></tr>`;
  });
  const list = rows.length === 0 ? html`<p>${words.noIssues}</p>` : makeTable(words.issues, 'ranked', head, rows);
  return makeSection('issues', words.issues, [list, renderNotes(report.notes, shared)]);
}

function renderNotes(notes: Partial<Record<NoteCode, number>>, shared: WordedView['shared']): Html | null {
  const ranked = (Object.entries(notes) as [NoteCode, number][])
    .filter(([, count]) => count > 0)
    .sort(([, first], [, second]) => second - first);
  if (ranked.length === 0) return null;
  const items = ranked.map(
    ([code, count]) => html`<li><strong>${formatCount(count)}</strong> ${shared.noteTitles[code]}</li>`,
  );
  return html`<h3>${shared.notes}</h3><ul class="notes">${items}</ul>`;
}

function place(code: IssueCode): number {
  return PARTITIONS.indexOf(partitionOf(code));
}
