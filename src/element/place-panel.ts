import type { Panel } from './panel.ts';

/**
 * Keeps what is said below an attached input without moving the input: in a flow of text it is a line of its own, there only when
 * there is something to say. In a row or a grid it would be one more cell, so it floats below the input instead.
 */
export function placePanel(host: HTMLElement, input: HTMLInputElement, panel: Panel): void {
  const texts = [panel.counter, panel.message, panel.suggestions, panel.parts];
  host.hidden = texts.every((text) => text.textContent === '');
  const parent = host.parentElement;
  const isCell = parent !== null && /flex|grid/.test(getComputedStyle(parent).display);
  host.classList.toggle('is-floating', isCell);
  if (!isCell) return;
  host.style.left = `${input.offsetLeft}px`;
  host.style.top = `${input.offsetTop + input.offsetHeight}px`;
}
