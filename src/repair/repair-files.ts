/**
 * What only files do to a code, and nobody's fingers: for {@link repair}, which has room for it.
 *
 *   350100M000100Y4000       a taxpayer number filled up: positions 3–17, so that only the pair is to be guessed
 *   9.14403001922038E+17     a number in scientific notation that kept at least 15 digits
 *   91350100M000101Y4R       issued around a wrong organization code
 *   9▪350100M0001◌◌Y43       two characters that cannot be read; or two wrong ones among the first eight
 *   914403001922038000       a number in a spreadsheet
 */

import { isTaxpayerNumber } from '../code/cell/legacy.ts';
import { isRounded } from '../code/cell/spreadsheet.ts';
import { codeLength, isCodeLike, isDigits } from '../code/standard/alphabet.ts';
import { codeRemainder } from '../code/standard/check-character.ts';
import { countEdits } from './edit-distance.ts';
import { addCandidate, type Candidates, isBeaten } from './repair-candidates.ts';
import { addPairs, findGaps } from './repair-misread.ts';
import { addOrganizationBodies } from './repair-organization.ts';
import { addPrefixes } from './repair-prefix.ts';
import { addLostDigits, addNeighbours, addUnrounded } from './repair-rounding.ts';
import { fillGap } from './repair-solve.ts';
import * as weightOf from './repair-weights.ts';

/** Pairs that carried a taxpayer number, and how many of a hundred of them. Shops had the number of their owner. */
const pairsOfTaxpayers: readonly (readonly [string, number])[] = [
  ['91', 80],
  ['92', 5],
  ['93', 4],
  ['12', 4],
  ['52', 2],
  ['51', 2],
  ['11', 2],
  ['31', 1],
];

const taxpayerLength = 15;
const notation = /^([0-9])[.,]([0-9]{14,17})E\+?17$/;

/** Every repair of a value that needs more than a look at its characters. */
export function addForFiles(candidates: Candidates, text: string): void {
  if (isCodeLike(text)) addForCode(candidates, text);
  else addForText(candidates, text);
}

function addForText(candidates: Candidates, text: string): void {
  const letters = text.replace(/[^0-9A-Z]+/g, '');
  addTaxpayers(candidates, text, letters);
  if (letters !== text) for (const piece of new Set(text.split(/[^0-9A-Z]+/))) addTaxpayers(candidates, text, piece);
  addFromNotation(candidates, text);
  addUnreadable(candidates, text);
}

/** 18 characters of the alphabet. */
function addForCode(candidates: Candidates, code: string): void {
  addTaxpayers(candidates, code, code);
  if (!isDigits(code, 2, 8)) addUnreadable(candidates, code);
  const remainder = codeRemainder(code);
  if (remainder === 0) addOrganizationBodies(candidates, code);
  if (isRounded(code)) addUnrounded(candidates, code, remainder === 0 ? weightOf.plain / 2 : weightOf.rounded);
  addPrefixes(candidates, code);
}

function addUnreadable(candidates: Candidates, text: string): void {
  if (isBeaten(candidates, weightOf.twoUnreadable)) return;
  const characters = [...text];
  if (characters.length === codeLength) addPairs(candidates, characters, findGaps(characters));
}

function addFromNotation(candidates: Candidates, text: string): void {
  const [, first = '', others = ''] = notation.exec(text) ?? [];
  if (first === '') return;
  const countFrom = (value: string): number => countEdits([...text], value);
  if (others.length === 14) addLostDigits(candidates, first + others, weightOf.rounded, countFrom);
  else addNeighbours(candidates, (first + others).padEnd(codeLength, '0'), weightOf.rounded, countFrom);
}

/** The codes of a taxpayer number that has something before or after it. */
function addTaxpayers(candidates: Candidates, text: string, letters: string): void {
  const last = letters.length - taxpayerLength;
  if (last < 0 || isBeaten(candidates, weightOf.taxpayerNumber)) return;
  addTaxpayer(candidates, text, letters.slice(0, taxpayerLength));
  // After two characters it is a code without its last one.
  if (last !== 0 && last !== 2) addTaxpayer(candidates, text, letters.slice(last));
}

function addTaxpayer(candidates: Candidates, text: string, first15: string): void {
  if (!isTaxpayerNumber(first15)) return;
  // Of any six digits few are a region that is listed; without the list too many would pass.
  if (candidates.context.regions?.status(first15.slice(0, 6)) !== 'in-use') return;
  const characters = [...text];
  for (const [pair, share] of pairsOfTaxpayers) {
    const value = fillGap(`${pair}${first15}?`, 17);
    const weight = (weightOf.taxpayerNumber * share) / 100;
    addCandidate(candidates, value, countEdits(characters, value), 'taxpayer-number', weight);
  }
}
