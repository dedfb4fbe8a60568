/**
 * What happens to a right code on its way into a table, written apart from the tables that repairs are made with, so that the one
 * measures the other. Every damage takes a code and a source of numbers in [0, 1), and gives one wrong value, or null when the code
 * does not lend itself to it. A value that happens to conform is drawn again by the caller: nothing shows that it is wrong.
 *
 * @typedef {(code: string, random: () => number) => string | null} Damage
 */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * Groups of characters that people take for one another: "Set of unambiguous looking letters & numbers for user input", Stack
 * Overflow, question 11919708 (B=8 C=G D=0=Q E=F J=L=T=1=7 K=X U=Y; the letters that codes do not use left out), and the pairs 5/6, 0/8.
 */
const takenForOneAnother = ['B8', 'CG', 'D0Q', 'EF', 'JLT17', 'KX', 'UY', '56', '08'];

/** The same source, for letters that codes do not use, and the Greek and Cyrillic letters drawn like Latin ones (Unicode confusables). */
const outside = {
  0: 'OОΟ〇',
  1: 'I|Ι',
  2: 'ZΖ',
  5: 'S',
  U: 'V',
  8: 'В',
  A: 'АΑ',
  B: 'ВΒ',
  C: 'С',
  E: 'ЕΕ',
  H: 'НΗ',
  K: 'КΚ',
  M: 'МΜ',
  N: 'Ν',
  P: 'РΡ',
  T: 'ТΤ',
  X: 'ХΧ',
  Y: 'УΥ',
};

/** Any character of the alphabet for any other, at any of the 18 positions. */
export const substitute = (code, random) => {
  const at = below(18, random);
  const others = alphabet.replace(code.charAt(at), '');
  return replaceAt(code, at, others.charAt(below(30, random)));
};

/** Two neighbours that differ. */
export const swap = (code, random) => {
  const at = pick(
    range(17).filter((index) => code.charAt(index) !== code.charAt(index + 1)),
    random,
  );
  return at === null ? null : code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
};

export const misread = (code, random) => {
  const at = pick(
    range(18).filter((index) => listTaken(code.charAt(index)) !== ''),
    random,
  );
  return at === null ? null : replaceAt(code, at, pick([...listTaken(code.charAt(at))], random));
};

/** One character as one that looks like it and is none of the alphabet. */
export const misreadOutside = (code, random) => {
  const at = pick(
    range(18).filter((index) => outside[code.charAt(index)]),
    random,
  );
  return at === null ? null : replaceAt(code, at, pick([...outside[code.charAt(at)]], random));
};

/** Every 0 as the letter O. */
export const everyZero = (code) => (code.includes('0') ? code.replaceAll('0', 'O') : null);

/** The issuing system forgot "31 −". */
export const complement = (code) => {
  const value = alphabet.indexOf(code.charAt(17));
  return replaceAt(code, 17, alphabet.charAt((31 - value) % 31));
};

/** Another check character of the organization code, and the code's own made to fit it. */
export const organizationCheck = (code, random) => {
  const others = '0123456789X'.replace(code.charAt(16), '');
  const first17 = code.slice(0, 16) + others.charAt(below(10, random));
  return first17 + [...alphabet].find((last) => isRight(first17 + last));
};

export const leaveOut = (code, random) => {
  const at = below(18, random);
  return code.slice(0, at) + code.slice(at + 1);
};

export const double = (code, random) => {
  const at = below(18, random);
  return code.slice(0, at) + code.charAt(at) + code.slice(at);
};

/** Any character of the alphabet, anywhere. */
export const insert = (code, random) => {
  const at = below(19, random);
  return code.slice(0, at) + alphabet.charAt(below(31, random)) + code.slice(at);
};

/** Excel keeps 15 digits. */
export const round = (code) => (/^\d{18}$/.test(code) ? `${code.slice(0, 15)}000` : null);

/** The nearest double, with all its digits, as pandas writes it. */
export const roundToDouble = (code) => (/^\d{18}$/.test(code) ? String(BigInt(Number(code))) : null);

/** The nearest double with as few digits as name it, as JavaScript and Java write it. */
export const roundToShortest = (code) => (/^\d{18}$/.test(code) ? String(Number(code)) : null);

/** What Excel shows and writes to CSV once the column has the format for numbers: 15 digits and an exponent. */
export const roundToNotation = (code) => (/^\d{18}$/.test(code) ? `${code.charAt(0)}.${code.slice(1, 15)}E+17` : null);

/** A word before it, a mark or a serial number after it. */
export const wrap = (code, random) =>
  pick([`代码${code}`, `${code}(1-1)`, `USCC:${code}`, `NO.${code}/1`, `${code}#2`], random);

/** The taxpayer number, which has positions 3–17, filled up to 18. */
export const taxpayerNumber = (code) => `${code.slice(2, 17)}000`;

function isRight(code) {
  let [sum, weight] = [0, 1];
  for (const character of code.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return (sum + alphabet.indexOf(code.charAt(17))) % 31 === 0;
}

function listTaken(character) {
  return takenForOneAnother
    .filter((group) => group.includes(character))
    .join('')
    .replaceAll(character, '');
}

function replaceAt(text, at, character) {
  return text.slice(0, at) + character + text.slice(at + 1);
}

function range(length) {
  return Array.from({ length }, (_, index) => index);
}

function pick(items, random) {
  return items.length === 0 ? null : items[below(items.length, random)];
}

function below(count, random) {
  return Math.floor(random() * count);
}
