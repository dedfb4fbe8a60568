import { normalize } from '../code/cell/normalize.ts';
import { codeLength } from '../code/standard/alphabet.ts';

/**
 * A code as it is read aloud:
 *
 *   9 1 350100 M000100Y4 3
 *   │ │ │      │         └ check character
 *   │ │ │      └ organization code
 *   │ │ └ region
 *   │ └ category
 *   └ authority
 */
const ends = [1, 2, 8, 17];
const plain = /^[0-9A-Z]+$/;

/** Text of a field and where the caret stands in it, in UTF-16 units. */
export interface Typed {
  text: string;
  caret: number;
}

/**
 * The text with its code in groups and in upper case, the caret after the same character as before. Text that is no code, or
 * longer than one, stays as it was typed.
 */
export function groupTyped({ text, caret }: Typed): Typed {
  const code = normalize(text);
  if (!plain.test(code) || code.length > codeLength) return { text, caret };
  const before = Math.min(normalize(text.slice(0, caret)).length, code.length);
  return { text: groupCode(code), caret: caretAfter(before) };
}

/** Up to 18 characters in groups; other text as it is. */
export function groupCode(code: string): string {
  if (!plain.test(code) || code.length > codeLength) return code;
  const starts = [0, ...ends];
  return starts
    .map((start, index) => code.slice(start, ends[index]))
    .filter((group) => group !== '')
    .join(' ');
}

/** Where the caret stands after `count` characters: before a space, so that Backspace takes the character. */
function caretAfter(count: number): number {
  return count + ends.filter((end) => end < count).length;
}
