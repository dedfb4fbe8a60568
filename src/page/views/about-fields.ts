import { pageMessagesFor } from '../../messages/page/index.ts';
import { make } from '../make.ts';
import type { Actions, PageState } from '../state.ts';

/** Whom the report is by and for; the command reads the same from `uscc.json`. */
export function renderAboutFields({ lang, about }: PageState, actions: Actions): HTMLElement {
  const words = pageMessagesFor(lang).about;
  const fields = (['organization', 'period', 'contact', 'due'] as const).map((name) => {
    const input = make('input', {
      type: name === 'due' ? 'date' : 'text',
      value: about[name] ?? '',
      placeholder: name === 'due' ? false : words.examples[name],
      autocomplete: 'off',
      'data-key': `about-${name}`,
    });
    input.addEventListener('change', () => actions.setAbout({ [name]: input.value.trim() || undefined }));
    return make('label', { class: 'field' }, make('span', {}, words[name]), input);
  });
  const isFilled = Object.values(about).some((value) => value !== undefined);
  return make(
    'details',
    { class: 'about-fields', open: isFilled },
    make('summary', {}, words.heading),
    make('div', { class: 'fields' }, ...fields),
  );
}
