import { guessMisread } from './misread.ts';

/** Characters of the alphabet that are hardly told apart in print, on a bad scan, or in handwriting. */
const close = '0D 0Q 08 17 1L 1T 38 49 56 68 6G 8B 9G 3B CG DQ EF HN KX KR MN PR UW UY XY'.split(' ');
const distant = '0C 06 1J 27 35 4A 5E 89 9Q JL JT JU LT NW PF TY 7T 7Y'.split(' ');
/** Rows of the keyboard, and the columns of its number pad. */
const keyRows = '1234567890 QWERTYUP ASDFGHJKL XCBNM 147 258 369'.split(' ');

const closeTo = listPartners(close);
const distantTo = listPartners(distant);
const besides = listPartners(
  keyRows.flatMap((row) => Array.from(row.slice(1), (key, index) => row.charAt(index) + key)),
);

/** How two characters of the alphabet come to be taken for one another. */
export type Likeness = 'close' | 'distant' | 'neighbour' | 'none';

export function compareCharacters(left: string, right: string): Likeness {
  if (closeTo.get(left)?.includes(right)) return 'close';
  if (distantTo.get(left)?.includes(right)) return 'distant';
  return besides.get(left)?.includes(right) ? 'neighbour' : 'none';
}

/** The digits that a letter looks like, likeliest first. */
export function digitsLike(letter: string): string {
  const all = guessMisread(letter) + (closeTo.get(letter) ?? '') + (distantTo.get(letter) ?? '');
  return all.replace(/[^0-9]/g, '');
}

function listPartners(pairs: readonly string[]): ReadonlyMap<string, string> {
  const partners = new Map<string, string>();
  for (const [left = '', right = ''] of pairs) {
    partners.set(left, (partners.get(left) ?? '') + right);
    partners.set(right, (partners.get(right) ?? '') + left);
  }
  return partners;
}
