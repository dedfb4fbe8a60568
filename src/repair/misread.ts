/** The five letters that GB 32100 leaves out, because of what they look like; likeliest first. */
const leftOutLetters: Readonly<Record<string, string>> = { O: '0DQ', I: '1JL', S: '58', V: 'UYW', Z: '27' };

/** Greek and Cyrillic letters that look like Latin ones (some input methods offer them first), and others; what each is read as. */
const others = 'АВЕКМНОРСТУХІЅЈΑΒΕΗΚΜΝΟΡΤΥΧΙΖ〇|!$&';
const readAs = 'ABEKMH0PCTYX15J' + 'ABEHKMN0PTYX12' + '01158';

/** What a character outside the alphabet may stand for, likeliest first; empty when nothing looks like it. */
export function guessMisread(character: string): string {
  const capital = character.toUpperCase();
  const latin = readAs.charAt(others.indexOf(capital));
  return leftOutLetters[capital] ?? (latin === 'B' ? 'B8' : latin);
}
