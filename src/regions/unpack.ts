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

/** Every code that was ever listed; codes in use come first, each half in ascending order. */
export interface CodeTable {
  /** Index of a code in that order. */
  indexes: Map<number, number>;
  /** Indexes below this are in use, the others abolished. */
  inUseCount: number;
}

/** The last name of every code. Stems stay packed: few of them are ever read. */
export interface NameTable {
  /** Index into `stems` of each code. */
  stemOf: Uint16Array;
  stems: string[];
  characters: string[];
  /** Names of prefectures by county code, where they were not their last ones. */
  formerPrefectures: Map<number, string>;
}

/** The signs are the visible ASCII characters without `'` and `\`, which would need escaping. */
const signCount = 92;
const firstSign = 33;
const endings = suffixes.split(' ');
const leadCount = 16;
const leadA = 65;
const smallA = 97;
const [jumpSign, inUseSign, abolishedSign] = [40, 43, 45];

export function unpackCodes(): CodeTable {
  const inUse: number[] = [];
  const abolished: number[] = [];
  let prefix = 0;
  let code = 0;
  for (let at = 0; at < codes.length; at++) {
    const unit = codes.charCodeAt(at);
    if (unit === inUseSign) inUse.push(code++);
    else if (unit === abolishedSign) abolished.push(code++);
    else if (unit >= leadA) code += unit - leadA + 1;
    else {
      const end = unit === jumpSign ? codes.indexOf(')', at) : at;
      prefix += end === at ? 1 : Number(codes.slice(at + 1, end));
      code = prefix * 100;
      at = end;
    }
  }
  const indexes = new Map<number, number>();
  for (const one of inUse) indexes.set(one, indexes.size);
  for (const one of abolished) indexes.set(one, indexes.size);
  return { indexes, inUseCount: inUse.length };
}

export function unpackNames(): NameTable {
  const steps = unpackNumbers(references);
  const stemOf = new Uint16Array(kinds.length);
  let newCount = 0;
  let stepCount = 0;
  let reference = 0;
  for (let index = 0; index < kinds.length; index++) {
    if (kinds.charCodeAt(index) < smallA) {
      stemOf[index] = newCount++;
    } else {
      const step = steps[stepCount++] ?? 0;
      reference += 1 + (step % 2 === 0 ? step / 2 : -(step + 1) / 2);
      stemOf[index] = stemOf[reference] ?? 0;
    }
  }
  return {
    stemOf,
    stems: stems.split(' '),
    characters: unpackCharacters(),
    formerPrefectures: new Map(
      (formerPrefectures.match(/[0-9]{6}[^0-9]+/g) ?? []).map((entry): [number, string] => [
        Number(entry.slice(0, 6)),
        entry.slice(6),
      ]),
    ),
  };
}

/** The name of the code at that index: `泰安市`. */
export function readName(table: NameTable, index: number): string {
  const stem = table.stems[table.stemOf[index] ?? 0] ?? '';
  const kind = kinds.charCodeAt(index);
  return unpackStem(stem, table.characters) + (endings[kind - (kind < smallA ? leadA : smallA)] ?? '');
}

function unpackStem(packed: string, table: readonly string[]): string {
  let stem = '';
  for (let at = 0; at < packed.length; at++) {
    const unit = packed.charCodeAt(at);
    let rank = signRank(unit);
    if (unit >= leadA + leadCount) rank -= leadCount;
    else if (unit >= leadA)
      rank = signCount - leadCount + (unit - leadA) * signCount + signRank(packed.charCodeAt(++at));
    stem += table[rank] ?? '';
  }
  return stem;
}

function unpackCharacters(): string[] {
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

function signRank(unit: number): number {
  return unit - firstSign - (unit > 39 ? 1 : 0) - (unit > 92 ? 1 : 0);
}
