/**
 * Codes of Fujian's pilot (pilot-era.ts) that a value may have been. They follow a check of their own, so the sums that the other edits are
 * solved by say nothing of them: each edit of one character is tried. That is 600 at most, and only where positions 3–4 are `35`.
 */

import { decide } from '../code/cell/decide.ts';
import { alphabet, codeLength } from '../code/standard/alphabet.ts';
import { isPilotEra } from '../code/standard/pilot-era.ts';
import type { Repair } from '../code/verdict.ts';
import { replaceAt, swapAt } from './edit-at.ts';
import { weighConfusion } from './look-alikes.ts';
import { type Gate, offerPassed } from './repair-candidates.ts';
import { readMisread } from './repair-misread.ts';
import * as weightOf from './repair-weights.ts';

/** Every pilot-era code one edit away from a value that does not conform. */
export function offerPilotEra(gate: Gate, text: string): void {
  if (text.slice(2, 4) !== '35') return;
  const { read, misread } = readMisread([...text]);
  const tooMany = read.length - codeLength;
  if (Math.abs(tooMany) > 1) return;
  const value = read.join('');
  const offer: Offer = (code, edits, reason, weight) => {
    if (isPilotEra(code) && decide(code, code).partition === 'conforming')
      offerPassed(gate, code, misread.length + edits, reason, weight);
  };
  if (tooMany > 0) offerShorter(value, offer);
  else if (tooMany < 0) offerLonger(value, offer);
  else offerChanged(value, misread, offer);
}

type Offer = (code: string, edits: number, reason: Repair['reason'], weight: number) => void;

function offerChanged(value: string, misread: readonly number[], offer: Offer): void {
  if (misread.length > 0) offer(value, 0, 'look-alike', weightOf.lookAlike);
  for (let index = 0; index < codeLength; index++) {
    const actual = value.charAt(index);
    // What cannot be read is one edit already.
    const edits = misread.includes(index) ? 0 : 1;
    const unread = index === codeLength - 1 ? weightOf.checkCharacter : 0;
    offer(swapAt(value, index), 1, 'swap', weightOf.swap);
    for (const character of alphabet) {
      if (character === actual) continue;
      offer(replaceAt(value, index, character), edits, 'substitution', weighConfusion(character, actual) + unread);
    }
  }
}

function offerLonger(value: string, offer: Offer): void {
  for (let index = 0; index < codeLength; index++) {
    const weight = index === codeLength - 1 ? weightOf.missing + weightOf.cutOff : weightOf.missing;
    for (const character of alphabet) {
      offer(value.slice(0, index) + character + value.slice(index), 1, 'missing-character', weight);
    }
  }
}

function offerShorter(value: string, offer: Offer): void {
  for (let index = 0; index <= codeLength; index++) {
    const isDoubled = value.charAt(index) === value.charAt(index + 1);
    offer(replaceAt(value, index, ''), 1, 'extra-character', isDoubled ? weightOf.doubled : weightOf.extra);
  }
}
