import { dashRanges, invisibleRanges, spaceRanges } from './characters.ts';
import { hasIdentityNumber, holdsIdentityNumberAt } from './identity-number.ts';

const ignored = new RegExp(`[${invisibleRanges}${spaceRanges}${dashRanges}./_]+`, 'gu');
const enoughDigits = /[0-9]{17}/;
/** Most names, and most codes: nothing in them reads as a digit but the digits. */
const plain = /^[0-9A-Za-z()（）\u4E00-\u9FFF]*$/;

/**
 * The text with the birth date of every resident ID number in it masked: `362322********6409`.
 *
 * Finds them, and those with a slip in them, alone and inside longer values (tax numbers of the self-employed are an ID number and two digits), in full-width
 * digits, and with spaces, dashes, dots, slashes or underscores between the digits; what stands between stays. Everything else is returned as it was.
 * For all that is meant for reading: messages, findings, logs. Masking twice changes nothing.
 *
 * @example maskIdentityNumbers('经营者 11010519491231002X') // '经营者 110105********002X'
 */
export function maskIdentityNumbers(text: string): string {
  const readable = plain.test(text) ? text : readThrough(text);
  return readable.length > 17 && enoughDigits.test(readable) && hasIdentityNumber(readable) ? maskPieces(text) : text;
}

function maskPieces(text: string): string {
  const pieces = [...text];
  const origins: number[] = [];
  let readable = '';
  for (const [index, piece] of pieces.entries()) {
    const plain = readThrough(piece);
    readable += plain;
    for (let unit = 0; unit < plain.length; unit++) origins.push(index);
  }
  for (let start = 0; start + 18 <= readable.length; start++) {
    if (!holdsIdentityNumberAt(readable, start)) continue;
    for (let at = start + 6; at < start + 14; at++) pieces[origins[at] ?? 0] = '*';
  }
  return pieces.join('');
}

/** The text as normalizing would read it, without what stands around a value. */
function readThrough(text: string): string {
  return text.normalize('NFKC').replace(ignored, '');
}
