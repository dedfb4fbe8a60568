import { pageMessagesFor } from '../../messages/page/index.ts';
import { make, makeButton, makeSelect } from '../make.ts';
import type { MonthOutcome, MonthWork } from '../protocol.ts';
import { saveBlob } from '../save-blob.ts';
import type { Actions, MonthState, MonthTab, PageState } from '../state.ts';
import { accept } from './choose-view.ts';
import { renderFailureText } from './files-view.ts';

type Side = 'old' | 'now';

/** What a tab asks for: the files on either side, and what can be done with them. */
const tabs: Record<MonthTab, { sides: Side[]; mayLack?: Side; works: MonthWork[] }> = {
  compare: { sides: ['old', 'now'], works: ['compare'] },
  clean: { sides: ['now'], works: ['fix', 'dedup'] },
  match: { sides: ['now', 'old'], works: ['match'] },
  licences: { sides: ['now', 'old'], mayLack: 'old', works: ['licences'] },
};

/** A tab of the month: files, a button, and what came of it. */
export function renderMonth(tab: MonthTab, state: PageState, actions: Actions): HTMLElement[] {
  const words = pageMessagesFor(state.lang).month;
  const { sides, mayLack, works } = tabs[tab];
  const month = state.months[tab];
  const isReady = sides.every((side) => side === mayLack || month[side].length > 0) && !month.isRunning;
  const work = works.includes(month.work) ? month.work : (works[0] ?? 'compare');
  const choice = makeSelect(
    words.work,
    works.map((value) => ({ value, text: words.works[value] })),
    work,
    (value) => actions.setWork(tab, value as MonthWork),
    `work-${tab}`,
  );
  choice.classList.add('is-wide');
  const card = make(
    'div',
    { role: 'region', class: 'card month', 'aria-labelledby': 'month-title' },
    make('h2', { id: 'month-title', tabindex: '-1' }, words.headings[tab]),
    make('p', { class: 'hint' }, words.leads[tab]),
    make('div', { class: 'sides' }, ...sides.map((side) => makeSide(tab, side, month, state, actions))),
    works.length > 1 ? choice : null,
    make(
      'div',
      { class: 'actions' },
      makeButton(words.starts[work], () => actions.work(tab, work), {
        class: 'action main',
        id: 'work',
        disabled: !isReady,
      }),
      month.isRunning ? makeButton(pageMessagesFor(state.lang).cancel, actions.cancel, { class: 'action' }) : null,
      month.isRunning ? make('span', { class: 'hint', role: 'status' }, words.running) : null,
    ),
    month.failure === null ? null : renderFailureText(month.failure, state),
  );
  return month.outcome === null ? [card] : [card, renderOutcome(month.outcome, month.madeAt, state)];
}

function makeSide(tab: MonthTab, side: Side, month: MonthState, state: PageState, actions: Actions): HTMLElement {
  const words = pageMessagesFor(state.lang).month;
  const label = words.sides[tab][side];
  const id = `side-${tab}-${side}`;
  const input = make('input', { type: 'file', multiple: tab !== 'clean', accept, class: 'visually-hidden', id });
  input.addEventListener('change', () => actions.setSide(tab, side, [...(input.files ?? [])]));
  const names = month[side].map(({ name }) => make('li', {}, name));
  return make(
    'div',
    { class: 'side' },
    make('h3', {}, label),
    names.length === 0 ? make('p', { class: 'hint' }, words.noFile) : make('ul', { class: 'names' }, ...names),
    input,
    make('label', { for: id, class: 'action' }, names.length === 0 ? words.choose : words.chooseAgain),
  );
}

function renderOutcome(
  { lines, tables, warnings, files }: MonthOutcome,
  madeAt: Date | null,
  state: PageState,
): HTMLElement {
  const words = pageMessagesFor(state.lang);
  const downloads = files.map(({ name, blob }, index) =>
    makeButton(words.month.download(name), () => saveBlob(blob, name), {
      class: index === 0 ? 'action main' : 'action',
    }),
  );
  return make(
    'div',
    { role: 'region', class: 'card month-outcome', 'aria-labelledby': 'outcome-title' },
    make('h2', { id: 'outcome-title', tabindex: '-1' }, words.month.outcome),
    madeAt === null ? null : make('p', { class: 'hint' }, words.month.madeAt(madeAt.toLocaleString(words.locale))),
    ...lines.map((line, index) => make('p', { class: index === 0 ? 'lead-line' : '' }, line)),
    make(
      'div',
      { class: 'actions' },
      ...downloads,
      makeButton(words.result.print, () => print(), { class: 'action' }),
    ),
    ...warnings.map((line) => make('p', { class: 'remark' }, line)),
    ...tables.filter(({ rows }) => rows.length > 0).map(renderTable),
  );
}

function renderTable({ title, headings, rows }: MonthOutcome['tables'][number]): HTMLElement {
  const isNumber = (text: string): boolean => /^[-+–\d][\d,.%]*$/.test(text) && text.length < 16;
  const isCount = headings.map((_, index) => rows.every((row) => isNumber(row[index] ?? '')));
  const head = headings.map((text, index) =>
    make('th', { scope: 'col', class: isCount[index] === true ? 'number' : '' }, text),
  );
  const cell = (text: string) => make('td', { class: isNumber(text) ? 'number' : '' }, text);
  return make(
    'div',
    { class: 'month-table' },
    title === '' ? null : make('h3', {}, title),
    make(
      'div',
      { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': title },
      make(
        'table',
        { class: 'plain' },
        make('thead', {}, make('tr', {}, ...head)),
        make('tbody', {}, ...rows.map((row) => make('tr', {}, ...row.map(cell)))),
      ),
    ),
  );
}
