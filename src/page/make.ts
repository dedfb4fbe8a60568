import { escapeControls } from '../write/escape-controls.ts';

type Attributes = Record<string, string | boolean>;
type Content = Node | string | null;

/** An element with attributes and contents; text is shown, never obeyed. An attribute of `false` is left out. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...contents: Content[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  for (const content of contents) {
    if (content !== null) element.append(typeof content === 'string' ? escapeControls(content) : content);
  }
  return element;
}

/** A button that does something when pressed. */
export function makeButton(label: string, act: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const button = make('button', { type: 'button', ...attributes }, label);
  button.addEventListener('click', act);
  return button;
}

/** A choice of values with a label above it; `key` names it when the page is made anew. */
export function makeSelect(
  label: string,
  options: { value: string; text: string }[],
  chosen: string,
  change: (value: string) => void,
  key = '',
): HTMLLabelElement {
  const select = make(
    'select',
    { 'data-key': key },
    ...options.map(({ value, text }) => make('option', { value, selected: value === chosen }, text)),
  );
  select.addEventListener('change', () => change(select.value));
  return make('label', { class: 'field' }, make('span', {}, label), select);
}
