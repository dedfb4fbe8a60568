import { compareDuplicates, conflictingBit } from '../../check/duplicates/compare-stage.ts';
import type { DuplicateSource } from '../../check/duplicates/duplicate-source.ts';
import type { DuplicateSet } from '../../engine/group/duplicate-set.ts';
import { pickInOrder, readRecords } from '../../engine/reread/pick.ts';
import { runInOrder } from '../../engine/scan/in-order.ts';
import type { DedupBy } from './dedup-report.ts';

/**
 * Tells conflicting duplicates from repeated ones: by name; without names by everything that stands in the rows. Under
 * `code+name` records of a conflict with one name are a duplicate of their own, and nothing conflicts any more.
 */
export async function compareRecords(source: DuplicateSource, by: DedupBy, hasNames: boolean): Promise<void> {
  const { set } = source;
  if (hasNames || set.keys.length > set.cleanCount)
    await compareDuplicates(source, { keepTexts: false, progress: () => {} });
  // A record without a name repeats the others here: nobody else is known to hold the code.
  const { conflicting } = source.set;
  for (const [group, bits] of conflicting.entries()) conflicting[group] = bits & conflictingBit;
  if (!hasNames) await compareRows(source);
  else if (by === 'code+name') await partNames(source);
}

/** Rows that are not the same byte for byte conflict. */
async function compareRows(source: DuplicateSource): Promise<void> {
  const { set, pool } = source;
  const firstHashes = new BigUint64Array(set.sizes.length);
  await runInOrder(
    set.byRange,
    pool.size * 2,
    ([range, { rows }]) => readRecords(source, range, rows, { hash: true }),
    ({ hashes }, [, { groups }]) => {
      for (const [index, hash] of hashes.entries()) {
        const group = groups[index] ?? 0;
        if (firstHashes[group] === 0n) firstHashes[group] = hash;
        else if (firstHashes[group] !== hash) set.conflicting[group] = 1;
      }
    },
  );
}

/** Parts every conflicting duplicate by name; an empty name is one of its own there. */
async function partNames(source: DuplicateSource): Promise<void> {
  const { set } = source;
  const parts = new Map<string, number>();
  const sizes: number[] = [];
  const wanted = function* (): Generator<{ range: number; chosen: number[]; rows: Uint32Array<ArrayBuffer> }> {
    for (const [range, { rows, groups }] of set.byRange) {
      const chosen = [...groups.keys()].filter((index) => set.conflicting[groups[index] ?? 0] === 1);
      if (chosen.length > 0) yield { range, chosen, rows: Uint32Array.from(chosen, (index) => rows[index] ?? 0) };
    }
  };
  const base = set.sizes.length;
  await pickInOrder(source, wanted(), 'names', ({ numbers }, { range, chosen }) => {
    const groups = set.byRange.get(range)?.groups ?? new Uint32Array();
    for (const [at, index] of chosen.entries()) {
      const group = groups[index] ?? 0;
      const place = `${group} ${numbers[at * 4]} ${numbers[at * 4 + 1]}`;
      const part = parts.get(place) ?? parts.size;
      parts.set(place, part);
      sizes[part] = (sizes[part] ?? 0) + 1;
      groups[index] = base + part;
      set.sizes[group] = 0;
    }
  });
  addGroups(set, sizes);
}

/** Adds groups in which nothing conflicts. */
export function addGroups(set: DuplicateSet, sizes: number[]): void {
  const count = set.sizes.length + sizes.length;
  const longer = new Uint32Array(count);
  longer.set(set.sizes);
  longer.set(sizes, set.sizes.length);
  const conflicting = new Uint8Array(count);
  conflicting.set(set.conflicting);
  set.sizes = longer;
  set.conflicting = conflicting;
}
