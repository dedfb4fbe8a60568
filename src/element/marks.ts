/**
 * Fills `container` with the text, the character at the wrong position in a `<mark part="mark">`. In the element that stands over
 * the input, letter on letter; beside an attached input it is a line of its own.
 *
 * @param at position from 1, spaces not counted; null for none
 */
export function renderMarks(container: HTMLElement, text: string, at: number | null): void {
  container.replaceChildren();
  if (at === null) return;
  const characters = [...text];
  let position = 0;
  const index = characters.findIndex((character) => character !== ' ' && ++position === at);
  const mark = document.createElement('mark');
  mark.part.add('mark');
  mark.textContent = characters[index] ?? '';
  container.append(characters.slice(0, index).join(''), mark, characters.slice(index + 1).join(''));
}
