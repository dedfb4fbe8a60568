import { keyKinds, pairCount } from '../scan/kernel/layout.ts';
import { authorityOfPair, regionOf } from '../scan/kernel/tables.ts';
import { addDuplicate, addExcess, type DuplicateTotals } from './duplicate-totals.ts';
import { runInOrder } from './in-order.ts';
import { type DuplicateSite, pickRows } from './pick.ts';

/** Adds the groups of a set, compared if there are names, to the totals. */
export async function countDuplicates(site: DuplicateSite, totals: DuplicateTotals): Promise<void> {
  const { set } = site;
  const words = new Uint32Array(set.keys.buffer);
  for (let group = 0; group < set.sizes.length; group++) {
    const size = set.sizes[group] ?? 0;
    if (size < 2) continue;
    const isClean = group < set.cleanCount;
    const kind = isClean ? keyKinds.conforming : (words[group * 2] ?? 0) & 3;
    addDuplicate(totals, size, set.conflicting[group] === 1, kind === keyKinds.conforming);
    if (isClean) addExcess(totals, placeOfKey(words[group * 2 + 1] ?? 0), size - 1, true);
    else if (kind === keyKinds.unconverted) addExcess(totals, '?', size - 1, false);
  }
  await addTexts(site, totals);
}

/** Position 1 and positions 3–8 from the upper word of a clean key. */
function placeOfKey(upper: number): string {
  const head = (upper >>> 8) - 1;
  return authorityOfPair(head % pairCount) + regionOf(Math.floor(head / pairCount));
}

/** Conforming and erroneous texts that are no clean codes: one record of each group is read for its place. */
async function addTexts(site: DuplicateSite, totals: DuplicateTotals): Promise<void> {
  const { set, pool } = site;
  const seen = new Uint8Array(set.sizes.length);
  const words = new Uint32Array(set.keys.buffer);
  const kindOf = (group: number): number => (words[group * 2] ?? 0) & 3;
  const isWanted = (group: number): boolean => {
    if (group < set.cleanCount || seen[group] === 1 || (set.sizes[group] ?? 0) < 2) return false;
    seen[group] = 1;
    return kindOf(group) !== keyKinds.unconverted;
  };
  const firstEntries = function* (): Generator<{ range: number; rows: Uint32Array<ArrayBuffer>; groups: number[] }> {
    for (const [range, { rows, groups }] of set.byRange) {
      const firsts: number[] = [];
      for (let at = 0; at < rows.length; at++) if (isWanted(groups[at] ?? 0)) firsts.push(at);
      if (firsts.length === 0) continue;
      yield {
        range,
        rows: Uint32Array.from(firsts, (at) => rows[at] ?? 0),
        groups: firsts.map((at) => groups[at] ?? 0),
      };
    }
  };
  await runInOrder(
    firstEntries(),
    pool.size * 2,
    ({ range, rows }) => pickRows(site, range, rows, 'text'),
    ({ codes }, { groups }) => {
      for (const [index, code] of codes.entries()) {
        const group = groups[index] ?? 0;
        const place = code.length === 18 ? code.charAt(0) + code.slice(2, 8) : '?';
        addExcess(totals, place, (set.sizes[group] ?? 0) - 1, kindOf(group) === keyKinds.conforming);
      }
    },
  );
}
