import { normalizeName } from '../../code/cell/normalize.ts';
import { regions } from '../../regions/index.ts';
import { compareNames } from '../../suspects/compare-names.ts';
import { createStemLookup } from '../../suspects/region-stems.ts';
import { splitName } from '../../suspects/split-name.ts';
import type { NameLikeness } from '../registry.ts';
import { createPlaceHasher } from './place-hash.ts';

const stemsOf = createStemLookup(regions);
const placeHasher = createPlaceHasher(stemsOf);

/** A number that a name of a region shares with those that are easily taken for it. */
export function hashPlace(region: string, name: string): number {
  return placeHasher.hashText(Number(region), name);
}

/** Tells how other names of a region differ from one; null: they are another entity's. */
export function compareWith(name: string, region: string): (other: string) => NameLikeness | null {
  const stems = stemsOf(region);
  const parts = splitName(name, stems);
  const { county } = stems;
  return (other) => {
    if (normalizeName(other) === parts.normalized) return 'same';
    const otherParts = splitName(other, stems);
    if (parts.isBranch || otherParts.isBranch) return null;
    const likeness = compareNames({ parts, region, county }, { parts: otherParts, region, county });
    if (likeness === null) return null;
    const { evidence } = likeness;
    const isTold =
      evidence === 'brackets' || evidence === 'form' || evidence === 'place' || evidence === 'similar-character';
    return isTold ? evidence : null;
  };
}
