import { htmlMessagesFor } from '../../../messages/html/index.ts';
import { formatCount } from '../../../write/numbers.ts';
import type { FindingsData } from '../findings-data.ts';
import { type Facet, facets, listFacetValues } from './facets.ts';
import { make } from './make.ts';
import type { Query } from './selection.ts';

const TYPING_MILLISECONDS = 120;

export interface Toolbar {
  element: HTMLElement;
  /** Says how many rows are shown. */
  tell(shown: number): void;
  /** Says what became of a command. */
  answer(text: string): void;
}

/** What the reader can do with the list. */
export interface Commands {
  change(query: Pick<Query, 'text' | 'chosen'>): void;
  download(): void;
  copy(): void;
}

export function createToolbar(data: FindingsData, commands: Commands): Toolbar {
  const words = htmlMessagesFor(data.lang).table;
  const search = make('input', {
    type: 'search',
    placeholder: words.searchHint,
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const selects = (Object.keys(facets) as Facet[]).flatMap((facet) => {
    const { values, moreCount } = listFacetValues(data, facet);
    if (values.length === 0) return [];
    const options = values.map(({ value, label, count }) =>
      make('option', { value }, `${label} (${formatCount(count)})`),
    );
    const more = moreCount === 0 ? null : make('option', { disabled: '' }, `… +${formatCount(moreCount)}`);
    return [{ facet, select: make('select', {}, make('option', { value: '' }, words.all), ...options, more) }];
  });
  const status = make('p', { class: 'status', role: 'status' });
  const reset = make('button', { type: 'button' }, words.reset);
  const copy = make('button', { type: 'button' }, words.copy);
  const download = make('button', { type: 'button', class: 'main' }, words.download);
  const element = make(
    'div',
    { class: 'toolbar' },
    make('label', { class: 'search' }, make('span', {}, words.search), search),
    ...selects.map(({ facet, select }) => make('label', {}, make('span', {}, words.filters[facet]), select)),
    make('div', { class: 'commands' }, status, reset, copy, download),
  );

  const change = (): void => {
    const chosen: Query['chosen'] = {};
    for (const { facet, select } of selects) if (select.value !== '') chosen[facet] = select.value;
    reset.disabled = search.value === '' && Object.keys(chosen).length === 0;
    commands.change({ text: search.value, chosen });
  };
  let timer = 0;
  search.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(change, TYPING_MILLISECONDS);
  });
  for (const { select } of selects) select.addEventListener('change', change);
  reset.disabled = true;
  reset.addEventListener('click', () => {
    search.value = '';
    for (const { select } of selects) select.value = '';
    change();
    search.focus();
  });
  copy.addEventListener('click', commands.copy);
  download.addEventListener('click', commands.download);

  return {
    element,
    tell(shown) {
      status.textContent = shown === 0 ? words.none : words.shown(formatCount(shown), formatCount(data.rows.length));
      copy.disabled = shown === 0;
      download.disabled = shown === 0;
    },
    answer(text) {
      status.textContent = text;
    },
  };
}
