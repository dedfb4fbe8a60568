import { pickInOrder } from '../../engine/reread/pick.ts';
import { unpackTexts } from '../../engine/reread/text-column.ts';
import { pairCount, regionCount } from '../../engine/scan/kernel/contract.ts';
import { authorityOfPair, regionOf } from '../../engine/scan/kernel/tables.ts';
import { keyKinds } from '../../engine/scan/scan-keys.ts';
import { kindOfDuplicate } from './duplicate-kind.ts';
import type { DuplicateSource } from './duplicate-source.ts';
import { addDuplicates, addExcess, type DuplicateTotals } from './duplicate-totals.ts';

/** What `conflicting` says, see `kindOfDuplicate`. */
const kindBits = 4;

/** Adds the groups of a set, compared if there are names, to the totals. */
export async function countDuplicates(source: DuplicateSource, totals: DuplicateTotals): Promise<void> {
  const { set } = source;
  const words = new Uint32Array(set.keys.buffer);
  const pairs = new Float64Array(pairCount);
  const regions = new Float64Array(regionCount);
  /** Codes, records and further names, by kind of key and what `conflicting` says. */
  const sums = new Float64Array(4 * kindBits * 3);
  let unconverted = 0;
  for (let group = 0; group < set.sizes.length; group++) {
    const size = set.sizes[group] ?? 0;
    if (size < 2) continue;
    const isClean = group < set.cleanCount;
    const kind = isClean ? keyKinds.conforming : (words[group * 2] ?? 0) & 3;
    const at = (kind * kindBits + ((set.conflicting[group] ?? 0) & (kindBits - 1))) * 3;
    sums[at] = (sums[at] ?? 0) + 1;
    sums[at + 1] = (sums[at + 1] ?? 0) + size;
    sums[at + 2] = (sums[at + 2] ?? 0) + (set.extraNames[group] ?? 0);
    if (isClean) {
      const head = ((words[group * 2 + 1] ?? 0) >>> 8) - 1;
      const region = Math.floor(head / pairCount);
      const pair = head - region * pairCount;
      pairs[pair] = (pairs[pair] ?? 0) + size - 1;
      regions[region] = (regions[region] ?? 0) + size - 1;
    } else if (kind === keyKinds.unconverted) {
      unconverted += size - 1;
    }
  }
  for (let at = 0; at < sums.length; at += 3) {
    const [codes = 0, records = 0, extraNames = 0] = sums.subarray(at, at + 3);
    const kind = Math.floor(at / (kindBits * 3));
    const duplicates = { codes, records, extraNames, partition: partitionOf(kind) };
    if (codes > 0) addDuplicates(totals, { ...duplicates, kind: kindOfDuplicate((at / 3) % kindBits) });
  }
  for (let pair = 0; pair < pairCount; pair++) {
    addExcess(totals.byAuthority, authorityOfPair(pair), pairs[pair] ?? 0, true);
  }
  for (let region = 0; region < regionCount; region++) {
    const excess = regions[region] ?? 0;
    if (excess > 0) addExcess(totals.byRegion, regionOf(region), excess, true);
  }
  addExcess(totals.byAuthority, '?', unconverted, false);
  addExcess(totals.byRegion, '?', unconverted, false);
  if (set.keys.length > set.cleanCount) await addTexts(source, totals);
}

function partitionOf(kind: number): 'conforming' | 'erroneous' | 'unconverted' {
  if (kind === keyKinds.conforming) return 'conforming';
  return kind === keyKinds.erroneous ? 'erroneous' : 'unconverted';
}

/** Conforming and erroneous texts that are no clean codes: one record of each group is read for its place. */
async function addTexts(source: DuplicateSource, totals: DuplicateTotals): Promise<void> {
  const { set } = source;
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
      const chosen: number[] = [];
      for (let at = 0; at < rows.length; at++) if (isWanted(groups[at] ?? 0)) chosen.push(at);
      if (chosen.length === 0) continue;
      yield {
        range,
        rows: Uint32Array.from(chosen, (at) => rows[at] ?? 0),
        groups: chosen.map((at) => groups[at] ?? 0),
      };
    }
  };
  await pickInOrder(source, firstEntries(), 'text', ({ codes }, { groups }) => {
    for (const [index, code] of unpackTexts(codes).entries()) {
      const group = groups[index] ?? 0;
      const excess = (set.sizes[group] ?? 0) - 1;
      const conforms = kindOf(group) === keyKinds.conforming;
      const isCode = code.length === 18;
      addExcess(totals.byAuthority, isCode ? code.charAt(0) : '?', excess, conforms);
      addExcess(totals.byRegion, isCode ? code.slice(2, 8) : '?', excess, conforms);
    }
  });
}
