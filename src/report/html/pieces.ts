import { type Html, html } from './html.ts';
import { groupPieces, type Piece } from './marks.ts';

/** A code in its parts; copying gives it without gaps. */
export function renderCode(pieces: Piece[]): Html {
  return html`<code class="code">${groupPieces(pieces).map((group) => html`<span>${renderPieces(group)}</span>`)}</code>`;
}

export function renderPieces(pieces: Piece[]): Html[] {
  return pieces.map(({ text, isMarked }) => (isMarked ? html`<mark>${text}</mark>` : html`${text}`));
}
