/**
 * Characters outside the alphabet: what most likely stood there, likeliest first. The five letters that GB 32100 leaves out for
 * this reason are apart, for who has room for no more.
 */
export const leftOutLetters: Readonly<Record<string, string>> = { O: '0DQ', I: '1JL', S: '58', V: 'UYW', Z: '27' };

const others: Readonly<Record<string, string>> = {
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

/** What a character outside the alphabet may stand for, likeliest first; empty when nothing looks like it. */
export function guessMisread(character: string): string {
  const capital = character.toUpperCase();
  return leftOutLetters[capital] ?? others[capital] ?? '';
}
