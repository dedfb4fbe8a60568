/**
 * Characters that are read or typed for one another.
 *
 * Outside the alphabet (GB 32100 leaves out I O S V Z for this reason): what most likely stood there, likeliest first.
 */
const misread: Readonly<Record<string, string>> = {
  O: '0DQ',
  I: '1JL',
  S: '58',
  V: 'UYW',
  Z: '27',
  // Greek and Cyrillic letters that look like Latin ones; some input methods offer them first.
  А: 'A',
  В: 'B8',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: '0',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  Α: 'A',
  Β: 'B8',
  Ε: 'E',
  Η: 'H',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: '0',
  Ρ: 'P',
  Τ: 'T',
  Υ: 'Y',
  Χ: 'X',
  Ι: '1',
  Ζ: '2',
  〇: '0',
  '|': '1',
  '!': '1',
  $: '5',
  '&': '8',
};

/** Pairs inside the alphabet, in print and in handwriting. */
const similar =
  '0D 0Q 0C 06 08 1L 1J 17 1T 27 38 35 49 4A 56 5E 68 6G 6B 8B 89 9Q 9G 3B CG DQ EF HN KX KR MN NW PR PF TY UW UY XY JT LT'.split(
    ' ',
  );

const similarTo = new Map<string, string>();
for (const [left = '', right = ''] of similar) {
  similarTo.set(left, (similarTo.get(left) ?? '') + right);
  similarTo.set(right, (similarTo.get(right) ?? '') + left);
}

/** What a character outside the alphabet may stand for, likeliest first; empty when nothing looks like it. */
export function guessMisread(character: string): string {
  return misread[character] ?? '';
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
