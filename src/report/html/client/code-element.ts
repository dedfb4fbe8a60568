import type { Finding } from '../../../check/findings/finding.ts';
import { groupPieces, markDifferences, markPosition, type Piece } from '../marks.ts';
import { make } from './make.ts';

/** The code as written, with the character at fault marked where the normalized one is shown. */
export function makeCode({ code, normalized, issue, suggestion }: Finding): HTMLElement {
  if (normalized === '') return makePieces([{ text: code, isMarked: false }]);
  if (suggestion !== null) return makePieces(markDifferences(normalized, suggestion));
  return makePieces(
    issue?.at === undefined ? [{ text: normalized, isMarked: false }] : markPosition(normalized, issue.at),
  );
}

/** The suggestion, with what it changes marked. */
export function makeSuggestion({ normalized, suggestion }: Finding): HTMLElement | null {
  return suggestion === null ? null : makePieces(markDifferences(suggestion, normalized), 'ins');
}

/** In the parts of a code, without spaces between them: a copy is the code. */
export function makePieces(pieces: Piece[], tag: 'mark' | 'ins' = 'mark'): HTMLElement {
  const groups = groupPieces(pieces).map((group) =>
    make('span', {}, ...group.map(({ text, isMarked }) => (isMarked ? make(tag, {}, text) : text))),
  );
  return make('code', { class: 'code' }, ...groups);
}
