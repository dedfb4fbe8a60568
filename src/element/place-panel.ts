import type { Panel } from './panel.ts';

/**
 * Keeps what is said below an attached input without moving the input: in a flow of text it is a line of its own, there only when
 * there is something to say. In a row or a grid it would be one more cell, so it floats below the input instead.
 */
export function placePanel(host: HTMLElement, input: HTMLInputElement, panel: Panel): void {
  const texts = [panel.counter, panel.message, panel.suggestions, panel.parts];
  const parent = host.parentElement;
  const isCell = parent !== null && /flex|grid/.test(getComputedStyle(parent).display);
  // What floats covers what is below: once the input is left, only what there is to mend stays.
  const isLeft = isCell && (input.getRootNode() as Document | ShadowRoot).activeElement !== input;
  const said = isLeft ? [panel.message, panel.suggestions] : texts;
  host.hidden = said.every((text) => text.textContent === '');
  host.classList.toggle('is-floating', isCell);
  if (!isCell) return;
  host.style.left = `${input.offsetLeft}px`;
  host.style.top = `${input.offsetTop + input.offsetHeight}px`;
}
