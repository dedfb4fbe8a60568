import { escapeControls } from '../../../write/escape-controls.ts';

/** An element with attributes and contents; text is shown, never obeyed. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string> = {},
  ...contents: (Node | string | null)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  for (const content of contents) {
    if (content !== null) element.append(typeof content === 'string' ? escapeControls(content) : content);
  }
  return element;
}
