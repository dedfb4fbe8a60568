import { parseTarget } from '../../check/assess/target.ts';
import type { RateDefinition } from '../../check/report.ts';
import { pageMessagesFor } from '../../messages/page/index.ts';
import { make, makeSelect } from '../make.ts';
import type { Actions, PageState } from '../state.ts';

/** Target and definition: before the check and, without a new one, after it. */
export function renderSettings(state: PageState, actions: Actions): HTMLElement {
  const words = pageMessagesFor(state.lang).settings;
  const input = make('input', {
    type: 'text',
    value: state.target,
    id: 'target',
    autocomplete: 'off',
    spellcheck: 'false',
    size: '8',
  });
  const error = make('span', { class: 'field-error', id: 'target-error', role: 'alert' });
  input.setAttribute('aria-describedby', 'target-error');
  input.addEventListener('change', () => {
    const isGood = isTarget(input.value);
    error.textContent = isGood ? '' : words.badTarget;
    if (isGood) input.removeAttribute('aria-invalid');
    else input.setAttribute('aria-invalid', 'true');
    if (isGood) actions.setTarget(input.value);
  });
  const definition = makeSelect(
    words.definition,
    Object.entries(words.definitions).map(([value, text]) => ({ value, text })),
    state.definition,
    (value) => actions.setDefinition(value as RateDefinition),
    'definition',
  );
  definition.classList.add('is-wide');
  return make(
    'div',
    { class: 'fields' },
    make('label', { class: 'field' }, make('span', {}, words.target), input, error),
    definition,
  );
}

function isTarget(text: string): boolean {
  try {
    parseTarget(text);
    return true;
  } catch {
    return false;
  }
}
