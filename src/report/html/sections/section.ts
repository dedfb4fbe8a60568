import { type Content, type Html, html } from '../../../write/html/html.ts';

/** A part of the report with a heading. */
export function makeSection(id: string, title: string, content: Content, lead: string | null = null): Html {
  const intro = lead === null ? null : html`<p class="lead">${lead}</p>`;
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${intro}${content}</section>\n`;
}

/** A wide table, which scrolls by itself on a narrow page, from the keyboard too. */
export function makeTable(label: string, className: string, head: Html, rows: Html[]): Html {
  return html`<div class="scroll" role="group" aria-label="${label}" tabindex="0"><table class="${className}"><thead>${head}</thead><tbody>${rows}</tbody></table></div>`;
}

/** Met or missed, told by sign, word and colour. */
export function makeVerdict(met: boolean, word: string): Html {
  return html`<span class="verdict ${met ? 'is-met' : 'is-missed'}"><span aria-hidden="true">${met ? '✓' : '✕'}</span> <span class="verdict-word">${word}</span></span>`;
}
