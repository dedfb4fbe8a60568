import { BUILT_IN_ASSESSMENTS } from '../../check/assess/assessments.ts';
import { parseTarget } from '../../check/assess/target.ts';
import type { RateDefinition } from '../../check/report.ts';
import { assessmentMessagesFor } from '../../messages/assessment/index.ts';
import { pageMessagesFor } from '../../messages/page/index.ts';
import { reportMessagesFor } from '../../messages/report/index.ts';
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
    Object.entries(reportMessagesFor(state.lang).definitions).map(([value, text]) => ({ value, text })),
    state.definition,
    (value) => actions.setDefinition(value as RateDefinition),
    'definition',
  );
  definition.classList.add('is-wide');
  const assessments = assessmentMessagesFor(state.lang);
  const assess = makeSelect(
    words.assess,
    [
      { value: '', text: words.noAssess },
      ...BUILT_IN_ASSESSMENTS.map((rule) => ({ value: rule.name, text: assessments.title(rule) })),
    ],
    state.assess,
    actions.setAssess,
    'assess',
  );
  assess.classList.add('is-wide');
  const lists = (['suspect', 'notes'] as const).map((name) => {
    const box = make('input', { type: 'checkbox', checked: state[name], 'data-key': name });
    box.addEventListener('change', () => actions.setLists({ [name]: box.checked }));
    return make('label', { class: 'check' }, box, ` ${words[name]}`);
  });
  return make(
    'div',
    { class: 'fields' },
    make('label', { class: 'field' }, make('span', {}, words.target), input, error),
    definition,
    assess,
    ...lists,
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
