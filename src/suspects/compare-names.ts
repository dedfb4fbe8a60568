import { distance } from 'fastest-levenshtein';
import { brandLength, isCounting, shortestCore } from './record-keys.ts';
import { areMistaken, foldSimilar } from './similar-characters.ts';
import type { SplitName } from './split-name.ts';
import type { Evidence } from './suspect.ts';

/** A name and where its code is registered. */
export interface RegisteredName {
  parts: SplitName;
  /** Positions 3–8. */
  region: string;
  /** Stem of the county; '' for a code registered with the city itself. */
  county: string;
}

/** How two names differ, and how likely they are one entity's. */
export interface Likeness {
  evidence: Evidence;
  confidence: number;
}

/**
 * What tells apart two names that share a key of one authority and city; null when they are plainly two entities'.
 * In order: brackets, 有限公司 and 有限责任公司, the place in front, one character that is taken for another, one character.
 */
export function compareNames(left: RegisteredName, right: RegisteredName): Likeness | null {
  const [a, b] = [left.parts, right.parts];
  if (a.form !== b.form || !areOriginsCompatible(left, right)) return null;
  if (a.core !== b.core) return compareCores(a.core, b.core);
  if (a.plain === b.plain) return { evidence: 'brackets', confidence: 0.85 };
  const isOneRegion = left.region === right.region;
  if (a.plain.endsWith('有限责任公司') !== b.plain.endsWith('有限责任公司')) {
    return { evidence: 'form', confidence: isOneRegion ? 0.8 : 0.6 };
  }
  return { evidence: 'place', confidence: isOneRegion ? 0.75 : 0.5 };
}

/** Whether the places that names begin with do not contradict each other: one may leave out what the other says. */
function areOriginsCompatible(left: RegisteredName, right: RegisteredName): boolean {
  const [{ parts: a }, { parts: b }] = [left, right];
  if (a.isLocal && b.isLocal) return left.county === right.county;
  const isWider =
    a.places.every((place) => b.places.includes(place)) || b.places.every((place) => a.places.includes(place));
  if (a.isLocal !== b.isLocal) return isWider && left.county === right.county;
  if (a.places.at(-1) === b.places.at(-1)) return true;
  return isWider && (left.region === right.region || isWholeCity(left) || isWholeCity(right));
}

/** Registered with the city itself: 370900, 370901. */
function isWholeCity({ region }: RegisteredName): boolean {
  return region.endsWith('00') || region.endsWith('01');
}

function compareCores(left: string, right: string): Likeness | null {
  if (distance(left, right) !== 1) return null;
  const at = findDifference(left, right);
  if (left.length === right.length && areMistaken(left.charAt(at), right.charAt(at))) {
    return { evidence: 'similar-character', confidence: 0.75 };
  }
  const [from, to] = left.length < right.length ? [right, left] : [left, right];
  if (isCounting(from, at) || (from.length === to.length && isCounting(to, at))) return null;
  if (isInBrand(from, at)) return null;
  const isLong = Math.min(left.length, right.length) >= shortestCore && at >= brandLength;
  return { evidence: 'one-character', confidence: isLong ? 0.5 : 0.3 };
}

/** Places that no list calls so: 巴州 for 巴音郭楞, 达茂旗 for 达尔罕茂明安联合旗. The brand comes after them. */
const shortRegion = /^\p{Script=Han}{1,2}[州旗县盟]/u;

function isInBrand(core: string, at: number): boolean {
  const start = shortRegion.exec(core)?.[0].length ?? 0;
  return start > 0 && at < start + brandLength;
}

function findDifference(left: string, right: string): number {
  let at = 0;
  while (at < left.length && left.charAt(at) === right.charAt(at)) at++;
  return at;
}

/** Whether two names would be listed under the key of similar names already. */
export function areFoldedAlike(left: SplitName, right: SplitName): boolean {
  return foldSimilar(left.core) === foldSimilar(right.core);
}

const similarShare = 0.8;

/** What the names of two records say about their codes; null when one has none. */
export function compareEntityNames(left: string, right: string): 'same-name' | 'similar-name' | 'other-name' | null {
  if (left === '' || right === '') return null;
  if (left === right) return 'same-name';
  const share = 1 - distance(left, right) / Math.max(left.length, right.length);
  return share >= similarShare ? 'similar-name' : 'other-name';
}
