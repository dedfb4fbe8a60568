/**
 * The other half of `pack.mjs`. Six streams, each plain ASCII so that it costs one byte a character:
 *
 *   codes        `(1100)+` jumps 1100 four-digit prefixes on and begins one, a space begins the next one. In a prefix, `+` is a
 *                code in use, `-` an abolished one, and a letter skips: `A` one number, `B` two … `Z` 26
 *                From here on codes in use come first, then abolished ones, each in ascending order.
 *   kinds        one letter a code: its suffix (县, 区, 市 …). A capital: the stem is new and stands in `stems`; a small letter:
 *                an earlier name has the same stem, and `references` says which.
 *   stems        new stems, each closed by a space. Frequent characters are one sign, others a lead `A`–`P` and a sign.
 *   characters   the characters in that order, each as the step from the one before, modulo 65536
 *   references   steps from the name after the last one referred to; 0 2 4 … forward, 1 3 5 … back
 *   formerPrefectures   county codes whose prefecture had another name than its last: `142221忻县地区`
 *
 *   number       a sign below 60 closes it; signs from 60 on come first and carry base-31 digits, low ones first
 */
import { characters, codes, formerPrefectures, kinds, references, stems, suffixes } from './regions.data.ts';

export interface Region {
  /** `泰安市` */
  name: string;
  /** Name of the prefecture at that time, where it was not its last one. */
  formerPrefecture: string | null;
  inUse: boolean;
}

const firstSign = 33;
const leadCount = 16;
const leadA = 65;

/** Every code that was ever listed. Codes in use come first, each half in ascending order. */
export function unpackRegions(): Map<string, Region> {
  const { inUse, abolished } = unpackCodes();
  const names = unpackNames();
  const regions = new Map<string, Region>();
  for (const [index, code] of [...inUse, ...abolished].entries()) {
    regions.set(code, { name: names[index] ?? '', formerPrefecture: null, inUse: index < inUse.length });
  }
  for (const [, code = '', prefecture = ''] of formerPrefectures.matchAll(/([0-9]{6})([^0-9]+)/g)) {
    const region = regions.get(code);
    if (region !== undefined) region.formerPrefecture = prefecture;
  }
  return regions;
}

function unpackCodes(): { inUse: string[]; abolished: string[] } {
  const inUse: string[] = [];
  const abolished: string[] = [];
  let prefix = 0;
  let number = 0;
  for (const [token] of codes.matchAll(/\([0-9]+\)|./g)) {
    if (token === ' ' || token.length > 1) {
      prefix += token === ' ' ? 1 : Number(token.slice(1, -1));
      number = 0;
    } else if (token === '+' || token === '-') {
      (token === '+' ? inUse : abolished).push(String(prefix * 100 + number));
      number++;
    } else {
      number += token.charCodeAt(0) - 64;
    }
  }
  return { inUse, abolished };
}

function unpackNames(): string[] {
  const newStems = unpackStems();
  const steps = unpackNumbers(references);
  const endings = suffixes.split(' ');
  const known: string[] = [];
  let newCount = 0;
  let stepCount = 0;
  let reference = 0;
  return Array.from(kinds, (kind, index) => {
    const isNew = kind < 'a';
    if (!isNew) {
      const step = steps[stepCount++] ?? 0;
      reference += 1 + (step % 2 === 0 ? step / 2 : -(step + 1) / 2);
    }
    const stem = (isNew ? newStems[newCount++] : known[reference]) ?? '';
    known[index] = stem;
    return stem + (endings[kind.charCodeAt(0) - (isNew ? 65 : 97)] ?? '');
  });
}

function unpackStems(): string[] {
  const table = unpackTable();
  const singleCount = signCount - leadCount;
  const isLead = (unit: number) => unit >= leadA && unit < leadA + leadCount;
  const unpacked: string[] = [];
  let stem = '';
  for (let at = 0; at < stems.length; at++) {
    const unit = stems.charCodeAt(at);
    if (unit === 32) {
      unpacked.push(stem);
      stem = '';
    } else if (isLead(unit)) {
      stem += table[singleCount + (unit - leadA) * signCount + signRank(stems.charCodeAt(++at))];
    } else {
      stem += table[signRank(unit) - (unit > leadA ? leadCount : 0)];
    }
  }
  return unpacked;
}

function unpackTable(): string[] {
  let unit = 0;
  return unpackNumbers(characters).map((step) => {
    unit = (unit + step) % 65536;
    return String.fromCharCode(unit);
  });
}

function unpackNumbers(packed: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let scale = 1;
  for (let at = 0; at < packed.length; at++) {
    const digit = signRank(packed.charCodeAt(at));
    if (digit >= 60) {
      value += (digit - 60) * scale;
      scale *= 31;
    } else {
      numbers.push(value + digit * scale);
      value = 0;
      scale = 1;
    }
  }
  return numbers;
}

/** The signs are the visible ASCII characters without `'` and `\`, which would need escaping. */
const signCount = 92;

function signRank(unit: number): number {
  return unit - firstSign - (unit > 39 ? 1 : 0) - (unit > 92 ? 1 : 0);
}
