import { pageMessagesFor } from '../../messages/page/index.ts';
import type { Language } from '../../messages/voice.ts';
import { make, makeButton } from '../make.ts';
import { readAddress, writeHash } from '../registry/address.ts';
import { askRegistry, type RegistryFacts } from '../registry/ask.ts';
import type { RegistryState } from '../state.ts';

const mostNamed = 3;

/** Where the address of a registry is given. It is opened in a window of its own, since this one can connect to nothing. */
export function renderConnect(lang: Language): HTMLElement {
  const words = pageMessagesFor(lang).registry;
  const input = make('input', {
    ...{ type: 'url', id: 'registry-address', placeholder: 'https://registry.example/', spellcheck: 'false' },
    ...{ autocomplete: 'off', 'aria-describedby': 'registry-lead registry-error' },
  });
  const error = make('span', { class: 'field-error', id: 'registry-error', role: 'alert' });
  const form = make(
    'form',
    { class: 'registry-form', novalidate: true },
    make('label', { class: 'field' }, make('span', {}, words.address), input),
    make('button', { type: 'submit', class: 'action' }, words.open),
    error,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const address = readAddress(input.value);
    error.textContent = address === null ? words.badAddress : '';
    if (address === null) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
    if (address !== null)
      window.open(`${location.href.split('#')[0]}${writeHash(lang, address)}`, '_blank', 'noopener');
  });
  return make(
    'details',
    { class: 'registry' },
    make('summary', {}, words.heading),
    make('p', { class: 'hint', id: 'registry-lead' }, words.lead),
    form,
  );
}

/**
 * Asks the registry that the window was opened for, when the button is pressed.
 *
 * @param listCodes those that are shown and may be sent
 * @param update shows the answers
 */
export function renderAsk(
  registry: RegistryState,
  lang: Language,
  listCodes: () => string[],
  update: () => void,
): { element: HTMLElement; ask(): Promise<void> } {
  const words = pageMessagesFor(lang).registry;
  const token = make('input', { type: 'password', id: 'registry-token', autocomplete: 'off', value: registry.token });
  token.addEventListener('input', () => {
    registry.token = token.value;
  });
  const state = make('p', { class: 'registry-state', role: 'status' });
  const button = makeButton(words.ask, () => void ask(), { class: 'action main', id: 'ask-registry' });
  let isAsking = false;
  async function ask(): Promise<void> {
    const codes = listCodes();
    if (isAsking || codes.length === 0) return;
    isAsking = true;
    button.disabled = true;
    state.textContent = words.asking;
    const answers = await askRegistry(registry.address, registry.token, codes);
    isAsking = false;
    button.disabled = false;
    if (!Array.isArray(answers)) {
      state.textContent = answers === 'unreached' ? words.unreached(registry.address, self.origin) : answers.text[lang];
      return;
    }
    for (const [index, code] of codes.entries()) {
      const facts = answers[index];
      if (facts !== undefined) registry.answers.set(code, facts);
    }
    state.textContent = words.answered(String(codes.length));
    update();
  }
  const element = make(
    'div',
    { class: 'registry-form' },
    make('label', { class: 'field' }, make('span', {}, words.token), token),
    button,
    make('span', { class: 'hint' }, words.shortcut),
    state,
  );
  return { element, ask };
}

/** What the registry says of a code, under its verdict. */
export function renderFacts(facts: RegistryFacts, lang: Language): HTMLElement {
  const words = pageMessagesFor(lang).registry;
  const list = (texts: string[]): string =>
    texts.slice(0, mostNamed).join(words.between) + (texts.length > mostNamed ? words.more(String(texts.length)) : '');
  const lines = [
    facts.registered ? words.registered(list(facts.names)) : words.notRegistered,
    ...(facts.takenBy.length > 0 ? [words.takenBy(list(facts.takenBy))] : []),
    ...(facts.maybe.length > 0 ? [words.maybe(list(facts.maybe))] : []),
    ...facts.ledger.map(({ number, status }) => words.ledger(number, words.statuses[status] ?? status)),
  ];
  return make('ul', { class: 'registry-facts' }, ...lines.map((line) => make('li', {}, line)));
}
