import { authorityName, findPair } from './standard/authority-category.ts';
import type { Parts, RegionFacts } from './verdict.ts';

/** The parts of 18 characters of the alphabet. */
export function readParts(code: string, regions: RegionFacts | undefined): Parts {
  const authority = code.charAt(0);
  const category = code.charAt(1);
  const region = code.slice(2, 8);
  const pair = findPair(code);
  return {
    authority: { code: authority, name: pair?.authorityName ?? authorityName(authority) },
    category: { code: category, name: pair?.categoryName ?? null },
    region:
      regions === undefined
        ? { code: region, name: null, status: null }
        : { code: region, name: regions.name(region), status: regions.status(region) },
    organizationCode: code.slice(8, 17),
    checkCharacter: code.charAt(17),
  };
}
