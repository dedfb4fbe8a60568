/**
 * How likely a conforming code is before the value at hand says anything: the product of four independent parts, each relative to
 * the most usual (a company or shop, in a county in use, with an eight-digit organization code).
 *
 *   position   1 2        │ 3 4 5 6 7 8 │ 9 … 17
 *              authority, │ region:     │ organization code:
 *              pair       │ its status  │ its form
 *
 * The numbers are estimates of density: the share of all codes that are of a kind, over how many codes of that kind there could be.
 * Of 36,000 real registrations 6% are in one of 3,237 abolished regions and 2.3% in an unlisted one, all but a few of those with a
 * prefecture that is listed.
 */

import { isDigits } from '../code/standard/alphabet.ts';
import { isKnownPair, isUnconfirmedPair } from '../code/standard/pairs.ts';
import type { RegionFacts } from '../code/verdict.ts';
import type { RepairContext, RepairPrior } from './repair-context.ts';

const abolished = 0.07;
const unlistedInPrefecture = 0.01;
const unlistedInProvince = 0.0005;
/** Without region facts: the provinces, and the numbers that prefectures and counties have in them. */
const inProvince = /^(?:1[0-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])/;
const likeRegions = /^..(?:[0-2].|3[0-4]|90)(?:[0-2]|3[01]|8[1-4])/;
const unlikeRegions = 0.03;
const unconfirmed = 0.2;
/** A repair that changes the authority leads to one of these only rarely: market supervision issues all but a few codes. */
const authorities: Readonly<Record<string, number>> = { '9': 1, '1': 0.2, '5': 0.2, '8': 0.1, N: 0.2 };
const rareAuthority = 0.05;
/** Eight digits until 2015, `M` and a letter of the issuing system since; a letter and seven digits for some of the self-employed. */
const organizationSeries = { usual: 1, system: 0.5, letter: 0.2, other: 0.03 };

/** What the shares handed in leave to everything that they do not list, and what nearly all codes share to those that do not. */
const unheardOf = 0.02;
/** About so many regions are in use, so a share of one in so many is an ordinary one. */
const regionsInUse = 3200;
const usualAuthorities = 1;

/**
 * The parts of the rate that come from the first eight characters of a code.
 *
 * @param written first character of the value at hand: most damage is elsewhere
 * @returns more than 0, or 0 for what no registry could have issued
 */
export function ratePrefix(prefix: string, written: string, { regions, prior }: RepairContext): number {
  if (!isKnownPair(prefix)) return 0;
  const pair = isUnconfirmedPair(prefix) ? unconfirmed : 1;
  const authority = prefix.charAt(0);
  const region = prefix.slice(2, 8);
  return (
    pair *
    mix(rateAuthority(authority, written), prior?.authorities, authority, usualAuthorities) *
    mix(rateRegion(region, regions), prior?.regions, region, regionsInUse) *
    (region.startsWith(prior?.place ?? '') ? 1 : unheardOf) *
    (authority === (prior?.authority ?? authority) ? 1 : unheardOf)
  );
}

/** The usual rate, or with shares at hand mostly the share, in units of an ordinary one. */
function mix(usual: number, shares: ReadonlyMap<string, number> | undefined, key: string, of: number): number {
  if (shares === undefined) return usual;
  return usual * unheardOf + (shares.get(key) ?? 0) * of * (1 - unheardOf);
}

const likeliest = new WeakMap<RepairPrior, number>();

/** What no code is likelier than. */
export function rateLikeliest({ prior }: RepairContext): number {
  if (prior === undefined) return 1;
  let rate = likeliest.get(prior);
  if (rate === undefined) {
    rate = rateMost(prior.authorities, usualAuthorities) * rateMost(prior.regions, regionsInUse);
    likeliest.set(prior, rate);
  }
  return rate;
}

function rateMost(shares: ReadonlyMap<string, number> | undefined, of: number): number {
  const [most = ''] = [...(shares ?? [])].reduce((left, right) => (right[1] > left[1] ? right : left), ['', 0]);
  return mix(1, shares, most, of);
}

function rateAuthority(authority: string, written: string): number {
  return authority === written ? 1 : (authorities[authority] ?? rareAuthority);
}

function rateRegion(region: string, facts: RegionFacts | undefined): number {
  if (facts === undefined) {
    return (inProvince.test(region) ? 1 : unlikeRegions) * (likeRegions.test(region) ? 1 : unlikeRegions);
  }
  switch (facts.status(region)) {
    case 'in-use':
      return 1;
    case 'abolished':
      return abolished;
    case 'unlisted':
      if (facts.status(`${region.slice(0, 4)}00`) !== 'unlisted') return unlistedInPrefecture;
      return facts.status(`${region.slice(0, 2)}0000`) === 'unlisted' ? 0 : unlistedInProvince;
  }
}

/** The part that comes from positions 9–17 of a code. */
export function rateOrganization(code: string): number {
  if (isDigits(code, 8, 16)) return organizationSeries.usual;
  const first = code.charAt(8);
  const second = code.charAt(9);
  if (first === 'M' && second === 'A') return organizationSeries.usual;
  if (first === 'M' && second >= 'B' && second <= 'Y') return organizationSeries.system;
  const isLetter = first >= 'A' && first <= 'Y';
  return isLetter && isDigits(code, 9, 16) ? organizationSeries.letter : organizationSeries.other;
}
