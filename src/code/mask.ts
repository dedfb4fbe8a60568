import { isIdentityNumberAt } from './identity-number.ts';

const ignored = /[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}\p{Pd}\u2212\u30FC\u2500]/u;
const enoughDigits = /(?:[0-9][^0-9]*){17}/;
const onlyAscii = /^[\x20-\x7E]*$/;

/**
 * The text with the birth date of every resident ID number in it masked: `362322********6409`.
 *
 * Finds them alone and inside longer values (tax numbers of the self-employed are an ID number and two digits), in full-width
 * digits, and with spaces or dashes between the digits; what stands between stays. Everything else is returned as it was.
 * For all that is meant for reading: messages, findings, logs. Masking twice changes nothing.
 *
 * @example maskIdentityNumbers('经营者 11010519491231002X') // '经营者 110105********002X'
 */
export function maskIdentityNumbers(text: string): string {
  if (text.length < 18 && onlyAscii.test(text)) return text;
  const { characters, origins, pieces } = readThrough(text);
  if (!enoughDigits.test(characters)) return text;
  let found = false;
  for (let start = 0; start + 18 <= characters.length; start++) {
    if (!isIdentityNumberAt(characters, start)) continue;
    found = true;
    for (let index = start + 6; index < start + 14; index++) pieces[origins[index] ?? 0] = '*';
  }
  return found ? pieces.join('') : text;
}

/** The text without what normalizing would drop, and for each of its UTF-16 units the piece of the text it came from. */
function readThrough(text: string): { characters: string; origins: number[]; pieces: string[] } {
  const pieces = [...text];
  const origins: number[] = [];
  let characters = '';
  for (const [index, piece] of pieces.entries()) {
    const plain = piece.normalize('NFKC');
    for (const character of plain) {
      if (ignored.test(character)) continue;
      characters += character;
      for (let unit = 0; unit < character.length; unit++) origins.push(index);
    }
  }
  return { characters, origins, pieces };
}
