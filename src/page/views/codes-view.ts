import { pageMessagesFor } from '../../messages/page-messages.ts';
import { make } from '../make.ts';
import type { PageState } from '../state.ts';
import { listCodes, renderVerdictCard } from './verdict-card.ts';

const mostShown = 500;

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
  input.value = state.codes;
  const tally = make('p', { class: 'tally', role: 'status' });
  const list = make('ol', { class: 'verdicts', 'aria-label': words.results });

  function update(): void {
    state.codes = input.value;
    const codes = listCodes(input.value);
    const shown = codes.slice(0, mostShown).map((code) => renderVerdictCard(code, state.lang));
    const conforming = shown.filter(({ conforms }) => conforms).length;
    list.replaceChildren(...shown.map(({ element }) => element));
    const more = codes.length > mostShown ? ` ${words.more(String(codes.length - mostShown))}` : '';
    tally.textContent = codes.length > 1 ? words.tally(String(shown.length), String(conforming)) + more : '';
  }
  input.addEventListener('input', update);
  update();
  return make(
    'div',
    { role: 'region', class: 'card codes', 'aria-labelledby': 'codes-title' },
    make('h2', { id: 'codes-title', tabindex: '-1' }, words.heading),
    make('p', { class: 'hint', id: 'codes-lead' }, words.lead),
    make('label', { for: 'codes', class: 'codes-label' }, words.label),
    input,
    tally,
    list,
  );
}
