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
import { addConforming, type Candidates } from './repair-candidates.ts';
import { readMisread } from './repair-misread.ts';
import * as weightOf from './repair-weights.ts';

/** Every pilot-era code one edit away from a value that does not conform. */
export function addPilotEra(candidates: Candidates, text: string): void {
  if (text.slice(2, 4) !== '35') return;
  const { read, misread } = readMisread([...text]);
  const tooMany = read.length - codeLength;
  if (Math.abs(tooMany) > 1) return;
  const value = read.join('');
  if (!mayHoldSeries(value, tooMany)) return;
  const add: Add = (code, edits, reason, weight) => {
    if (isPilotEra(code) && decide(code, code).partition === 'conforming')
      addConforming(candidates, code, misread.length + edits, reason, weight);
  };
  if (tooMany > 0) addShorter(value, add);
  else if (tooMany < 0) addLonger(value, add);
  else addChanged(value, misread, add);
}

/** Whether one edit can put `M0` at positions 9 and 10: most values of the province have nothing like it. */
function mayHoldSeries(value: string, tooMany: number): boolean {
  if (tooMany === 0) return value.charAt(8) === 'M' || value.charAt(9) === '0' || value.startsWith('0M', 8);
  const near = value.slice(7, 11);
  return near.includes('M0') || near.charAt(1) === 'M' || near.charAt(1) === '0';
}

type Add = (code: string, edits: number, reason: Repair['reason'], weight: number) => void;

function addChanged(value: string, misread: readonly number[], add: Add): void {
  if (misread.length > 0) add(value, 0, 'look-alike', weightOf.lookAlike);
  for (let index = 0; index < codeLength; index++) {
    const actual = value.charAt(index);
    // What cannot be read is one edit already.
    const edits = misread.includes(index) ? 0 : 1;
    const unread = index === codeLength - 1 ? weightOf.checkCharacter : 0;
    add(swapAt(value, index), 1, 'swap', weightOf.swap);
    for (const character of alphabet) {
      if (character === actual) continue;
      add(replaceAt(value, index, character), edits, 'substitution', weighConfusion(character, actual) + unread);
    }
  }
}

function addLonger(value: string, add: Add): void {
  for (let index = 0; index < codeLength; index++) {
    const weight = index === codeLength - 1 ? weightOf.missing + weightOf.cutOff : weightOf.missing;
    for (const character of alphabet) {
      add(value.slice(0, index) + character + value.slice(index), 1, 'missing-character', weight);
    }
  }
}

function addShorter(value: string, add: Add): void {
  for (let index = 0; index <= codeLength; index++) {
    const isDoubled = value.charAt(index) === value.charAt(index + 1);
    add(replaceAt(value, index, ''), 1, 'extra-character', isDoubled ? weightOf.doubled : weightOf.extra);
  }
}
