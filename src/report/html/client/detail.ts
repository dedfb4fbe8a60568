import { htmlMessagesFor } from '../../../messages/html/index.ts';
import { describeLocation } from '../../../messages/location/index.ts';
import { reportMessagesFor } from '../../../messages/report/index.ts';
import { explain, messagesFor } from '../../../messages/verdict/index.ts';
import { severityOf } from '../../partition.ts';
import type { FindingsData } from '../findings-data.ts';
import { nameAuthority } from '../name-authority.ts';
import { type PackedFinding, unpackFinding } from '../packed-finding.ts';
import { makeCode, makeSuggestion } from './code-element.ts';
import { titleOf } from './facets.ts';
import { make } from './make.ts';

export interface Detail {
  element: HTMLElement;
  show(row: PackedFinding | null): void;
}

/** All that is known of one finding: why, what it should be, and whose it is. */
export function createDetail(data: FindingsData): Detail {
  const words = htmlMessagesFor(data.lang);
  const shared = reportMessagesFor(data.lang);
  const element = make('div', {
    class: 'detail',
    role: 'region',
    'aria-live': 'polite',
    'aria-label': words.table.details,
  });
  const hint = (): HTMLElement => make('p', { class: 'hint' }, words.table.detailsHint);
  element.append(hint());

  function describe(row: PackedFinding): HTMLElement[] {
    const finding = unpackFinding(row);
    const { issue, notes, normalized, code, name, unit, authority, region } = finding;
    const { file, row: record, line, key } = finding;
    const place = describeLocation(
      { path: data.files[file] ?? '', sheet: data.sheets[file] ?? null, line, row: record, key },
      data.lang,
    );
    const facts: [string, Node | string | null][] = [
      [words.table.columns.code, code === '' ? shared.emptyCell : normalized === '' ? code : makeCode(finding)],
      [words.table.columns.suggestion, makeSuggestion(finding)],
      [words.table.columns.name, name],
      [words.table.columns.unit, unit],
      [words.table.columns.authority, authority === '?' ? null : `${authority} ${nameAuthority(authority, data.lang)}`],
      [words.table.columns.region, region === '?' ? null : `${region} ${data.regions[region] ?? shared.unlisted}`],
      [words.table.columns.place, place],
    ];
    const reasons = [
      ...(issue === null ? [] : [explain(issue, normalized, data.lang, finding.suggestion)]),
      ...notes.map((note) => messagesFor(data.lang).notes[note]),
    ];
    return [
      make('h3', {}, make('span', { class: `chip ${severityOf(finding.partition)}` }, titleOf(row, data.lang))),
      ...reasons.map((reason) => make('p', {}, reason)),
      make(
        'dl',
        { class: 'pairs' },
        ...facts.flatMap(([label, fact]) => (fact ? [make('dt', {}, label), make('dd', {}, fact)] : [])),
      ),
    ];
  }

  return {
    element,
    show(row) {
      element.replaceChildren(...(row === null ? [hint()] : describe(row)));
      element.classList.toggle('is-open', row !== null);
    },
  };
}
