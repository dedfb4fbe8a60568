import { type Html, html } from '../../write/html/html.ts';
import { groupPieces, type Piece } from './marks.ts';

/** A code in its parts; copying gives it without gaps. */
export function renderCode(pieces: Piece[]): Html {
  return html`<code class="code">${groupPieces(pieces).map((group) => html`<span>${renderPieces(group)}</span>`)}</code>`;
}

export function renderPieces(pieces: Piece[]): Html[] {
  return pieces.map(({ text, isMarked }) => (isMarked ? html`<mark>${text}</mark>` : html`${text}`));
}

/** As much of a name as is read at a glance; the longest names of entities are shorter. */
const MOST_CHARACTERS = 80;

export function shortenText(text: string): string {
  const characters = [...text];
  return characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS).join('')}…` : text;
}

/** The beginning of a long name, its marks kept. */
export function cutPieces(pieces: Piece[]): Piece[] {
  let left = MOST_CHARACTERS;
  const cut: Piece[] = [];
  for (const { text, isMarked } of pieces) {
    const characters = [...text];
    if (left > 0) cut.push({ text: characters.slice(0, left).join(''), isMarked });
    if (characters.length > left) return [...cut, { text: '…', isMarked: false }];
    left -= characters.length;
  }
  return cut;
}
