import { alphabet, codeValueAt } from '../code/standard/alphabet.ts';
import {
  showsCheckDigit,
  showsComplement,
  showsConforming,
  showsNoted,
  showsOrganization,
  showsRounded,
} from '../engine/scan/kernel/decision.ts';

/**
 * How many records belong where and show what, of those that rows 4–9 of the decision table decided. Numbers, because counties are
 * thousands: they travel between threads, and add up in one go.
 *
 *   bit 41           36                                 6                    0
 *       ┌────────────┬──────────────────────────────────┬────────────────────┐
 *       │ position 1 │ positions 3–8                    │ what it shows      │   characters: values of GB 32100, 5 bits each
 *       └────────────┴──────────────────────────────────┴────────────────────┘
 *        └─────────────── area ───────────────────────┘
 */
export type AreaLedger = Map<number, number>;

/** Records of one authority, region or all. */
export interface AreaCounts {
  conforming: number;
  erroneous: number;
  /** Of them, those whose region may be noted. */
  noted: number;
  /** Wrong check characters, and of them those that are the remainder itself, and those of rounded numbers. */
  checkDigit: number;
  complement: number;
  rounded: number;
  /** Wrong organization codes under a right check character. */
  organization: number;
}

const regionNumbers = 2 ** 30;
const shownNumbers = 64;
const characterBits = 5;
const regionAt = 2;
const regionEnd = 8;

/** The area of 18 characters of the alphabet. */
export function areaOf(code: string): number {
  let region = 0;
  for (let index = regionAt; index < regionEnd; index++) region = (region << characterBits) | codeValueAt(code, index);
  return joinArea(codeValueAt(code, 0), region);
}

/** @param authority value of position 1 @param region values of positions 3–8, 5 bits each */
export function joinArea(authority: number, region: number): number {
  return authority * regionNumbers + region;
}

/** @param shown bits of `decision.ts` */
export function countArea(ledger: AreaLedger, area: number, shown: number): void {
  addCount(ledger, area * shownNumbers + shown, 1);
}

/** Adds the counts of `other` to `ledger`. */
export function addLedger(ledger: AreaLedger, other: AreaLedger): void {
  for (const [entry, count] of other) addCount(ledger, entry, count);
}

/** The counts by authority, position 1. */
export function groupByAuthority(ledger: AreaLedger): Map<string, AreaCounts> {
  const groups = group(ledger, (area) => Math.floor(area / regionNumbers));
  return new Map([...groups].map(([authority, counts]) => [alphabet.charAt(authority), counts]));
}

/** The counts by region, positions 3–8. */
export function groupByRegion(ledger: AreaLedger): Map<string, AreaCounts> {
  const groups = group(ledger, (area) => area % regionNumbers);
  return new Map([...groups].map(([region, counts]) => [nameRegion(region), counts]));
}

export function createAreaCounts(): AreaCounts {
  return { conforming: 0, erroneous: 0, noted: 0, checkDigit: 0, complement: 0, rounded: 0, organization: 0 };
}

/** The counts of all areas. */
export function sumLedger(ledger: AreaLedger): AreaCounts {
  const sum = createAreaCounts();
  for (const [entry, count] of ledger) addShown(sum, entry, count);
  return sum;
}

export function sumAreas(areas: Iterable<AreaCounts>): AreaCounts {
  const sum = createAreaCounts();
  for (const counts of areas) addAreaCounts(sum, counts);
  return sum;
}

/** Adds the counts of `other` to `sum`. */
export function addAreaCounts(sum: AreaCounts, other: AreaCounts): void {
  sum.conforming += other.conforming;
  sum.erroneous += other.erroneous;
  sum.noted += other.noted;
  sum.checkDigit += other.checkDigit;
  sum.complement += other.complement;
  sum.rounded += other.rounded;
  sum.organization += other.organization;
}

function addCount(ledger: AreaLedger, entry: number, count: number): void {
  ledger.set(entry, (ledger.get(entry) ?? 0) + count);
}

function group(ledger: AreaLedger, partOf: (area: number) => number): Map<number, AreaCounts> {
  const groups = new Map<number, AreaCounts>();
  for (const [entry, count] of ledger) {
    const part = partOf(Math.floor(entry / shownNumbers));
    let counts = groups.get(part);
    if (counts === undefined) {
      counts = createAreaCounts();
      groups.set(part, counts);
    }
    addShown(counts, entry, count);
  }
  return groups;
}

/** Adds so many records to what an entry of a ledger says they show. */
function addShown(counts: AreaCounts, entry: number, records: number): void {
  const shown = entry % shownNumbers;
  if (shown & showsConforming) counts.conforming += records;
  else counts.erroneous += records;
  if (shown & showsNoted) counts.noted += records;
  if (shown & showsCheckDigit) counts.checkDigit += records;
  if (shown & showsOrganization) counts.organization += records;
  if (shown & showsComplement) counts.complement += records;
  if (shown & showsRounded) counts.rounded += records;
}

function nameRegion(region: number): string {
  let name = '';
  for (let rest = region, at = regionAt; at < regionEnd; at++, rest >>= characterBits)
    name = alphabet.charAt(rest & 31) + name;
  return name;
}
