import { guessMisread } from './misread.ts';

/** Characters of the alphabet that are read or typed for one another, in print and in handwriting. */
const similar =
  '0D 0Q 0C 06 08 1L 1J 17 1T 27 38 35 49 4A 56 5E 68 6G 6B 8B 89 9Q 9G 3B CG DQ EF HN KX KR MN NW PR PF TY UW UY XY JT LT'.split(
    ' ',
  );

const similarTo = new Map<string, string>();
for (const [left = '', right = ''] of similar) {
  similarTo.set(left, (similarTo.get(left) ?? '') + right);
  similarTo.set(right, (similarTo.get(right) ?? '') + left);
}

/** True for two characters of the alphabet that are easily taken for one another. */
export function areSimilar(left: string, right: string): boolean {
  return similarTo.get(left)?.includes(right) ?? false;
}

/** The digit that a letter looks like, or null. */
export function digitLike(letter: string): string | null {
  const digits = guessMisread(letter) + (similarTo.get(letter) ?? '');
  return [...digits].find((character) => character >= '0' && character <= '9') ?? null;
}
