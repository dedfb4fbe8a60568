import { dashRanges, hanRanges, invisibleRanges, spaceRanges } from '../characters.ts';
import { hasIdentityNumber, holdsIdentityNumberAt, isOldIdentityNumber } from './identity-number.ts';

/** Most names, and most codes: nothing in them reads as a digit but the digits, and nothing stands between these. */
const plain = /^[0-9A-Za-z\u4E00-\u9FFF]*$/;
const ascii = /^[\x00-\x7F]*$/;
/** Most names: nothing in them reads as a digit. */
const withoutDigits = /^[A-Za-z()（）\u4E00-\u9FFF]*$/;
const enoughDigits = /[0-9]{17}/;
const digitCount = 17;
/** What belongs to a value, one unit a piece of text; all else stands between. */
const valueCharacter = new RegExp(`[0-9A-Za-z${hanRanges}]`, 'u');
/** What people put between digits without a thought, however much of it. */
const loose = new RegExp(`[${invisibleRanges}${spaceRanges}${dashRanges}./_]`, 'u');
/** Of everything else, more than this between two digits makes two numbers of them. */
const mostBetween = 3;
const apart = '\n';

/** Whether a character belongs to a value, or stands between: loosely, or so that it is counted. */
type Place = 'within' | 'loose' | 'between';

function placeOf(unit: string): Place {
  if (valueCharacter.test(unit)) return 'within';
  return loose.test(unit) ? 'loose' : 'between';
}

const placesOfAscii = Array.from({ length: 128 }, (_, code) => placeOf(String.fromCharCode(code)));

/**
 * The text with the birth date of every resident ID number in it masked: `362322********6409`.
 *
 * Finds them, and those with a slip in them, alone and inside longer values (tax numbers of the self-employed are an ID number and
 * two digits), in digits of any width, and with up to three characters between any two digits that are no letters, of white space and
 * dashes any number; what stands between stays. Everything else is returned as it was. For all that is meant for reading: messages,
 * findings, logs. Masking twice changes nothing.
 *
 * @example maskIdentityNumbers('经营者 11010519491231002X') // '经营者 110105********002X'
 * @example maskIdentityNumbers('110105·1949,12,31（002X）') // '110105·****,**,**（002X）'
 */
export function maskIdentityNumbers(text: string): string {
  if (text.length < digitCount) return text;
  if (plain.test(text)) return enoughDigits.test(text) && hasIdentityNumber(text) ? maskReading(readText(text)) : text;
  return enoughDigits.test(dropBetween(text)) ? maskReading(readText(text)) : text;
}

/**
 * The same for a cell of a column of names or remarks, where fifteen digits alone with a birth date in them are an ID number from before
 * 1999: `110105491231002` becomes `110105******002`. In a column of codes such digits are a registration number.
 */
export function maskCell(cell: string): string {
  if (withoutDigits.test(cell)) return cell;
  if (cell.length < 15 || countDigits(cell) !== 15) return maskIdentityNumbers(cell);
  const reading = readText(cell);
  if (!isOldIdentityNumber(reading.text)) return cell;
  hide(reading, 6, 12);
  return reading.pieces.join('');
}

function countDigits(text: string): number {
  return dropBetween(text).replace(/[^0-9]+/g, '').length;
}

/** A text with nothing but what certainly belongs to values: where no number has enough digits even so, none is an ID number. */
function dropBetween(text: string): string {
  return (ascii.test(text) ? text : text.normalize('NFKC')).replace(/[^0-9A-Za-z\u4E00-\u9FFF]+/g, '');
}

/**
 * A text as it is looked through:
 *
 *   pieces     1 ， 1 0 …      code points
 *   text       1 1 0 …         what belongs to values, in NFKC; a line feed where numbers are apart
 *   origins    0 2 3 …         the piece that each unit of it came from
 *   isJoined   false false true …    whether that unit stands directly behind the one before
 */
interface Reading {
  pieces: string[];
  text: string;
  origins: number[];
  isJoined: boolean[];
}

function readText(text: string): Reading {
  const reading: Reading = { pieces: Array.from(text), text: '', origins: [], isJoined: [] };
  const units: string[] = [];
  let between = 0;
  let isDirect = true;
  const read = (unit: string, place: Place, index: number): void => {
    if (place !== 'within') {
      isDirect = false;
      if (place === 'between') between++;
      return;
    }
    if (between > mostBetween) add(units, reading, apart, index, false);
    // Han beyond the first plane takes two units of a string: one is enough to tell that it is no digit.
    add(units, reading, unit.charAt(0), index, isDirect);
    between = 0;
    isDirect = true;
  };
  for (const [index, piece] of reading.pieces.entries()) {
    const known = placesOfAscii[piece.charCodeAt(0)];
    if (known !== undefined) read(piece, known, index);
    else for (const unit of piece.normalize('NFKC')) read(unit, placeOf(unit), index);
  }
  reading.text = units.join('');
  return reading;
}

function add(units: string[], { origins, isJoined }: Reading, unit: string, origin: number, isDirect: boolean): void {
  units.push(unit);
  origins.push(origin);
  isJoined.push(isDirect);
}

function maskReading(reading: Reading): string {
  const { text, isJoined } = reading;
  for (let start = 0; start + 18 <= text.length; start++) {
    if (holdsIdentityNumberAt(text, start, isJoined)) hide(reading, start + 6, start + 14);
  }
  return reading.pieces.join('');
}

function hide({ pieces, origins }: Reading, from: number, to: number): void {
  for (let at = from; at < to; at++) pieces[origins[at] as number] = '*';
}
