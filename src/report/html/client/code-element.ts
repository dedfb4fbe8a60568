import type { Finding } from '../../../check/findings/finding.ts';
import { groupSegments, markDifferences, markPosition, type Segment } from '../marks.ts';
import { make } from './make.ts';

/** The code as written, with the character at fault marked where the normalized one is shown. */
export function makeCode({ code, normalized, issue, suggestion }: Finding): HTMLElement {
  if (normalized === '') return makeSegments([{ text: code, isMarked: false }]);
  if (suggestion !== null) return makeSegments(markDifferences(normalized, suggestion));
  return makeSegments(
    issue?.at === undefined ? [{ text: normalized, isMarked: false }] : markPosition(normalized, issue.at),
  );
}

/** The suggestion, with what it changes marked. */
export function makeSuggestion({ normalized, suggestion }: Finding): HTMLElement | null {
  return suggestion === null ? null : makeSegments(markDifferences(suggestion, normalized), 'ins');
}

/** In the parts of a code, without spaces between them: a copy is the code. */
export function makeSegments(segments: Segment[], tag: 'mark' | 'ins' = 'mark'): HTMLElement {
  const groups = groupSegments(segments).map((group) =>
    make('span', {}, ...group.map(({ text, isMarked }) => (isMarked ? make(tag, {}, text) : text))),
  );
  return make('code', { class: 'code' }, ...groups);
}
