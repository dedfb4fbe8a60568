import { normalizeName } from '../../code/cell/normalize.ts';
import { levels, type RegionStems } from '../../suspects/region-stems.ts';
import { representativeOf } from '../../suspects/similar-characters.ts';
import { dropBrackets, forms } from '../../suspects/split-name.ts';
import { addToHash, finishHash, hashFactor, hashStart } from './keys.ts';

/** Numbers that names of a region share with those that are easily taken for them. */
export interface PlaceHasher {
  /** @param region six digits, as a number */
  hashText(region: number, name: string): number;
  /** The same of UTF-8 bytes that stand in no quotes; -1: they have to be read as text. */
  hashBytes(region: number, bytes: Uint8Array, start: number, end: number): number;
}

const longestBytes = 3072;
const noText = -1;
const levelUnits = levels.map(toUnits);
const levelStarts = new Uint8Array(1 << 16);
for (const [first = 0] of levelUnits) levelStarts[first] = 1;
const endings = forms.map(([form]) => toUnits(form));
/** What ASCII becomes in a normalized name without brackets; 0: nothing. */
const asciiUnits = Uint16Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  return dropBrackets(normalizeName(character)).charCodeAt(0) || 0;
});

/**
 * Hashes region and core of a name, as `splitName` finds it, characters that are taken for one another made equal. Names of Han
 * characters and ASCII, which nearly all are, never become text: decoding one takes longer than all of this.
 *
 *   bytes ┐
 *   text  ┴▶ units without brackets ─▶ behind the places ─ before the form ─▶ hash
 */
export function createPlaceHasher(stemsOf: (region: string) => RegionStems): PlaceHasher {
  const findPlaces = createPlaceTable(stemsOf);
  let units = new Uint16Array(longestBytes);
  return {
    hashText(region, name) {
      const text = dropBrackets(normalizeName(name));
      if (text.length > units.length) units = new Uint16Array(text.length);
      for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
      const at = findPlaces.at(region);
      return hashCore(units, text.length, findPlaces.table(), at);
    },
    hashBytes(region, bytes, start, end) {
      const length = end - start > longestBytes ? noText : readUnits(bytes, start, end, units);
      if (length === noText) return noText;
      const at = findPlaces.at(region);
      return hashCore(units, length, findPlaces.table(), at);
    },
  };
}

/**
 * What names of regions may begin with, all in one list, so that a region is one or two lines of a processor's cache:
 *
 *   │ hash of the region's digits: low, high │ places │ units of the stem │ of the name │ name: 岱岳区 │ … │
 *
 * A stem is how its name begins.
 */
function createPlaceTable(stemsOf: (region: string) => RegionStems) {
  const starts = new Int32Array(1_000_000);
  let table = new Uint16Array(1 << 16);
  let end = 1;
  const add = (region: number): number => {
    const digits = String(region).padStart(6, '0');
    const { names, stems } = stemsOf(digits);
    const start = addToHash(hashStart, digits);
    const units = [start & 0xffff, start >>> 16, names.length];
    for (const [index, name] of names.entries()) {
      units.push(stems[index]?.length ?? 0, name.length, ...toUnits(name));
    }
    if (end + units.length > table.length) {
      const longer = new Uint16Array(table.length * 2);
      longer.set(table);
      table = longer;
    }
    table.set(units, end);
    starts[region] = end;
    end += units.length;
    return starts[region] ?? 0;
  };
  return { at: (region: number): number => starts[region] || add(region), table: () => table };
}

/** Han characters, ASCII and full-width brackets as units of a normalized name without brackets; -1 for anything else. */
function readUnits(bytes: Uint8Array, start: number, end: number, units: Uint16Array): number {
  let length = 0;
  for (let at = start; at < end; ) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) {
      const unit = asciiUnits[first] ?? 0;
      if (unit !== 0) units[length++] = unit;
      at++;
      continue;
    }
    const second = bytes[at + 1] ?? 0;
    const third = bytes[at + 2] ?? 0;
    if (at + 2 >= end || (second & 0xc0) !== 0x80 || (third & 0xc0) !== 0x80) return noText;
    const unit = ((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
    const isHan = first >= 0xe4 && first <= 0xe9 && unit >= 0x4e00;
    if (isHan) units[length++] = unit;
    // U+FF08 and U+FF09
    else if (first !== 0xef || (unit !== 0xff08 && unit !== 0xff09)) return noText;
    at += 3;
  }
  return length;
}

function hashCore(units: Uint16Array, length: number, table: Uint16Array, placesAt: number): number {
  let from = 0;
  let at = placesAt + 3;
  for (let left = table[placesAt + 2] ?? 0; left > 0; left--) {
    const stemLength = table[at] ?? 0;
    const nameLength = table[at + 1] ?? 0;
    const common = measureCommon(units, from, length, table, at + 2, nameLength);
    at += 2 + nameLength;
    if (common < stemLength) continue;
    const end = from + (common === nameLength ? common : stemLength + measureLevel(units, length, from + stemLength));
    // A name that is nothing but its place keeps it.
    if (end >= length) break;
    from = end;
  }
  const to = length - measureForm(units, length, from);
  let hash = (table[placesAt] ?? 0) | ((table[placesAt + 1] ?? 0) << 16);
  for (let index = from; index < to; index++) {
    hash = Math.imul(hash ^ representativeOf(units[index] ?? 0), hashFactor);
  }
  return finishHash(hash);
}

/** How many units of a name of the table stand at `from`. */
function measureCommon(
  units: Uint16Array,
  from: number,
  length: number,
  table: Uint16Array,
  nameAt: number,
  nameLength: number,
): number {
  const most = Math.min(nameLength, length - from);
  let common = 0;
  while (common < most && units[from + common] === table[nameAt + common]) common++;
  return common;
}

function measureLevel(units: Uint16Array, length: number, at: number): number {
  if (at >= length || levelStarts[units[at] ?? 0] === 0) return 0;
  for (const level of levelUnits) if (standsAt(units, length, level, at)) return level.length;
  return 0;
}

function measureForm(units: Uint16Array, length: number, from: number): number {
  for (const ending of endings) {
    const at = length - ending.length;
    if (at > from && standsAt(units, length, ending, at)) return ending.length;
  }
  return 0;
}

function standsAt(units: Uint16Array, length: number, text: Uint16Array, from: number): boolean {
  if (from + text.length > length) return false;
  for (let at = 0; at < text.length; at++) if (units[from + at] !== text[at]) return false;
  return true;
}

function toUnits(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}
