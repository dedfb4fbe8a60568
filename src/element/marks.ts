import { groupCode } from './groups.ts';

/**
 * Fills `container` with the code in groups, the character at the wrong position in a `<mark part="mark">`. In the element that
 * stands over the input, letter on letter; beside an attached input it is a line of its own.
 *
 * @param at position from 1, or null for none
 */
export function renderMarks(container: HTMLElement, code: string, at: number | null): void {
  container.replaceChildren();
  if (at === null) return;
  const grouped = [...groupCode(code)];
  let position = 0;
  let before = '';
  for (const [index, character] of grouped.entries()) {
    if (character !== ' ') position++;
    if (position < at) {
      before += character;
      continue;
    }
    // `at` is reached by a space when one stands right before it.
    if (character === ' ') {
      before += character;
      continue;
    }
    const mark = document.createElement('mark');
    mark.part.add('mark');
    mark.textContent = character;
    container.append(before, mark, grouped.slice(index + 1).join(''));
    return;
  }
}
