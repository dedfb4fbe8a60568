import { type Html, html } from '../../write/html/html.ts';
import { groupSegments, type Segment } from './marks.ts';

/** A code in its parts; copying gives it without gaps. */
export function renderCode(segments: Segment[]): Html {
  return html`<code class="code">${groupSegments(segments).map((group) => html`<span>${renderSegments(group)}</span>`)}</code>`;
}

export function renderSegments(segments: Segment[]): Html[] {
  return segments.map(({ text, isMarked }) => (isMarked ? html`<mark>${text}</mark>` : html`${text}`));
}

/** As much of a name as is read at a glance; the longest names of entities are shorter. */
const MOST_CHARACTERS = 80;

export function shortenText(text: string): string {
  const characters = [...text];
  return characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS).join('')}…` : text;
}

/** The beginning of a long name, its marks kept. */
export function cutSegments(segments: Segment[]): Segment[] {
  let left = MOST_CHARACTERS;
  const cut: Segment[] = [];
  for (const { text, isMarked } of segments) {
    const characters = [...text];
    if (left > 0) cut.push({ text: characters.slice(0, left).join(''), isMarked });
    if (characters.length > left) return [...cut, { text: '…', isMarked: false }];
    left -= characters.length;
  }
  return cut;
}
