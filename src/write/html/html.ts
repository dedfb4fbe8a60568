import { escapeControls } from '../escape-controls.ts';

/** Markup, safe as it stands: made by `html`, which escapes all that is filled in. */
export interface Html {
  readonly markup: string;
}

/** What may be filled in: text and numbers are escaped, markup and lists of it are not. */
export type Content = Html | string | number | null | Content[];

const SPECIAL = /[&<>"']/g;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * A template for markup; attributes are always written in double quotes.
 *
 * @example html`<td title="${name}">${name}</td>`
 */
export function html(pieces: TemplateStringsArray, ...values: Content[]): Html {
  let markup = pieces[0] ?? '';
  for (const [index, value] of values.entries()) markup += render(value) + (pieces[index + 1] ?? '');
  return { markup };
}

/** Text from anywhere as text of a page: no markup, and nothing that turns the direction of writing round. */
function escapeHtml(text: string): string {
  return escapeControls(text).replace(SPECIAL, (character) => ENTITIES[character] ?? '');
}

function render(value: Content): string {
  if (value === null) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) ? value.map(render).join('') : value.markup;
}
