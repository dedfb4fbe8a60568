/** A made-up ID number whose check character is right, and its birth date, which stands nowhere else. */
export const idNumber = '11010519491231002X';
const birth = '19491231';
const parts = (between: string): string => ['110105', birth, '002X'].join(between);
const spread = (between: string): string => idNumber.split('').join(between);
const wide = (text: string): string =>
  text.replace(/[0-9X]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const mixed = idNumber
  .split('')
  .map((digit, index) => (index % 2 === 0 ? digit : wide(digit)))
  .join('');

/** Ways in which people and programs write an ID number. */
export const spellings: readonly string[] = [
  idNumber,
  idNumber.toLowerCase(),
  `'${idNumber}`,
  `="${idNumber}"`,
  wide(idNumber),
  mixed,
  `${idNumber}01`,
  `L${idNumber}`,
  `甲${idNumber}乙`,
  `(${idNumber})`,
  ...[
    ' ',
    '-',
    '—',
    '.',
    '/',
    '_',
    ',',
    '，',
    '、',
    '·',
    '・',
    '•',
    ';',
    ':',
    '：',
    '|',
    '\\',
    '*',
    '\u00A0',
    '\u3000',
    ...['+', '=', '#', '~', '～', '^', '?', '《', '”', '…', '’', '\u2028', '\uFEFF', '\u00AD', '\v'],
  ].map(parts),
  ...[' ', '-', ',', '·', '\u200B', '\t', ' - ', '，'].map(spread),
  parts('\r\n'),
  parts('\n'),
  ['1101', '05', '1949', '12', '31', '002X'].join(' / '),
  `110105（${birth}）002X`,
  // Wide digits, narrow marks, and the other way round; the year, the month and the day apart.
  wide(parts('-')),
  wide(parts('\n')),
  ['１１０１０５', birth, '００２X'].join('．'),
  ['110105', '1949', '12', '31', '002X'].join('·'),
  ['110105', '1949', '12', '31', '0021'].join('-'),
  spread('\u3000'),
  '①①⓪①⓪⑤①⑨④⑨①②③①⓪⓪②X',
  // A slip in it.
  '110105194912310021',
  `370902${birth}1235`,
  // From before 1999, where it is alone in a cell.
  '110105491231002',
];

const apart = '[^0-9A-Za-z\u4E00-\u9FFF]{0,8}';
/** The birth date, however its digits are spread. */
const shown = new RegExp(`1[^0-9]{0,8}9[^0-9]{0,8}${'491231'.split('').join(apart)}`, 'u');
const shownOld = new RegExp(`110105${'491231'.split('').join(apart)}`, 'u');
/** The same behind the six digits of a place, or what hides them. */
const shownWhole = new RegExp(`${`[0-9*]${apart}`.repeat(6)}${'19491231'.split('').join(apart)}`, 'u');

/** Where the birth date stands in a text, with what is around it; null when nowhere. */
export function findLeak(text: string): string | null {
  return findShown(text, [shown, shownOld]);
}

/** The same in what was made of a damaged file: a number in which a character is another one, or of which the beginning is gone, is none. */
export function findWholeLeak(text: string): string | null {
  return findShown(text, [shownWhole, shownOld]);
}

function findShown(text: string, patterns: RegExp[]): string | null {
  const plain = text.normalize('NFKC');
  for (const pattern of patterns) {
    const found = pattern.exec(plain);
    if (found !== null) return plain.slice(Math.max(0, found.index - 60), found.index + 60);
  }
  return null;
}
