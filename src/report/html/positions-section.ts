import { formatCount } from '../numbers.ts';
import { type Html, html } from './html.ts';
import { makeSection } from './section.ts';
import type { Scene } from './view.ts';

/** Where each part of a code begins and ends. */
const PARTS: readonly (readonly [number, number])[] = [
  [1, 1],
  [2, 2],
  [3, 8],
  [9, 17],
  [18, 18],
];
const HEIGHT = 120;

/** How often each of the 18 positions is wrong, as columns; nothing when none is. */
export function renderPositions({ positions, words }: Scene): Html | null {
  const most = Math.max(...positions);
  if (most === 0) return null;
  const columns = positions.map((count, index) => {
    const height = Math.max(count === 0 ? 0 : 2, (count / most) * HEIGHT).toFixed(1);
    return html`<td><span class="column-count">${formatCount(count)}</span><svg class="column" aria-hidden="true" focusable="false"><rect class="fill part-${partOf(index + 1)}" y="${(HEIGHT - Number(height)).toFixed(1)}" width="100%" height="${height}"/></svg></td>`;
  });
  const heads = positions.map((_, index) => html`<th scope="col">${index + 1}</th>`);
  const parts = PARTS.map(([from, to], index) => {
    return html`<td colspan="${to - from + 1}"><span class="part part-${index}">${words.positionParts[index] ?? ''}</span></td>`;
  });
  const table = html`<div class="scroll" role="region" aria-label="${words.positions}" tabindex="0"><table class="columns"><tbody><tr><th scope="row" class="hidden-cell"><span class="hidden">${words.positionCount}</span></th>${columns}</tr></tbody><thead><tr><th scope="row"><span class="hidden">${words.position}</span></th>${heads}</tr></thead><tfoot aria-hidden="true"><tr><td></td>${parts}</tr></tfoot></table></div>`;
  return makeSection('positions', words.positions, table, words.positionsLead);
}

function partOf(position: number): number {
  return PARTS.findIndex(([from, to]) => position >= from && position <= to);
}
