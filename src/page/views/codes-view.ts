import { judge } from '../../code/cell/judge.ts';
import { pageMessagesFor } from '../../messages/page/index.ts';
import { formatCount } from '../../write/numbers.ts';
import { make, makeButton } from '../make.ts';
import type { PageState } from '../state.ts';
import { renderAsk, renderConnect } from './registry-view.ts';
import { renderVerdictCard } from './verdict-card.ts';

const mostShown = 500;
/** So many are checked anew at every key. */
const quickCodes = 30;
const restMilliseconds = 150;

/** Single codes, checked as they are typed or pasted. */
export function renderCodes(state: PageState): HTMLElement {
  const words = pageMessagesFor(state.lang).codes;
  const input = make('textarea', {
    id: 'codes',
    rows: '4',
    spellcheck: 'false',
    autocomplete: 'off',
    autocapitalize: 'characters',
    placeholder: words.placeholder,
    'aria-describedby': 'codes-lead',
  });
  const tally = make('p', { class: 'tally', role: 'status' });
  const list = make('ol', { class: 'verdicts', 'aria-label': words.results });
  const filter = make('input', { type: 'checkbox' });
  const clear = makeButton(words.clear, () => {
    input.value = '';
    update();
    input.focus();
  });
  clear.className = 'action small';
  const tools = make('div', { class: 'codes-tools' }, tally, make('label', {}, filter, words.onlyProblems), clear);

  function update(): void {
    state.codes = input.value;
    const codes = listCodes(input.value);
    const shown = codes
      .slice(0, mostShown)
      .map((code) => renderVerdictCard(code, state.lang, state.registry?.answers.get(code) ?? null));
    const conforming = shown.filter(({ conforms }) => conforms).length;
    list.replaceChildren(...shown.map(({ element }) => element));
    const more = codes.length > mostShown ? ` ${words.more(formatCount(codes.length - mostShown))}` : '';
    tally.textContent = codes.length > 0 ? words.tally(String(shown.length), String(conforming)) + more : '';
    tools.hidden = codes.length === 0;
  }

  const listSent = (): string[] => listCodes(input.value).slice(0, mostShown).filter(mayBeSent);
  const ask = state.registry === null ? null : renderAsk(state.registry, state.lang, listSent, update);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void ask?.ask();
  });
  let timer = 0;
  input.value = state.codes;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    if (listCodes(input.value).length <= quickCodes) update();
    else timer = window.setTimeout(update, restMilliseconds);
  });
  filter.addEventListener('change', () => list.classList.toggle('is-filtered', filter.checked));
  update();
  return make(
    'div',
    { role: 'region', class: 'card codes', 'aria-labelledby': 'codes-title' },
    make('h2', { id: 'codes-title', tabindex: '-1' }, words.heading),
    make('p', { class: 'hint', id: 'codes-lead' }, words.lead),
    make('label', { for: 'codes', class: 'codes-label' }, words.label),
    input,
    ask?.element ?? null,
    tools,
    list,
    ask === null ? renderConnect(state.lang) : null,
  );
}

/** A resident ID number is nobody's code, and goes nowhere. */
function mayBeSent(code: string): boolean {
  return judge(code).issue?.code !== 'identity-number';
}

/** The codes of a text: lines, cells of pasted rows, and what stands between commas. */
export function listCodes(text: string): string[] {
  return text.split(/[\r\n\t,，;；、]+/).filter((part) => part.trim() !== '');
}
