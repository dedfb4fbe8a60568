import { type Html, html } from '../../../write/html/html.ts';
import { formatCount } from '../../../write/numbers.ts';
import type { WordedView } from '../view.ts';
import { makeSection } from './section.ts';

const HEIGHT = 120;

/** How often each of the 18 positions is wrong, as columns over the parts of a code; nothing when none is. */
export function renderPositions({ positions, words }: WordedView): Html | null {
  const most = Math.max(...positions);
  if (most === 0) return null;
  const columns = positions.map((count, index) => {
    const height = count === 0 ? 0 : Math.max(2, (count / most) * HEIGHT);
    const [position, shown] = [String(index + 1), formatCount(count)];
    return html`<li><span class="column-count" aria-hidden="true">${count === 0 ? '' : shown}</span><svg class="column" aria-hidden="true" focusable="false"><rect class="fill" y="${(HEIGHT - height).toFixed(1)}" width="100%" height="${height.toFixed(1)}"/></svg><span class="column-number" aria-hidden="true">${position}</span><span class="hidden">${words.positionCount(position, shown)}</span></li>`;
  });
  const parts = words.positionParts.map((part, index) => html`<li class="part part-${index}">${part}</li>`);
  return makeSection(
    'positions',
    words.positions,
    html`<div class="scroll" role="group" aria-label="${words.positions}" tabindex="0"><ol class="columns">${columns}</ol><ul class="columns parts" aria-hidden="true">${parts}</ul></div>`,
    words.positionsLead,
  );
}
