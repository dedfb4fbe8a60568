import type { KeyStore } from '../duplicates/key-store.ts';
import { judge } from '../registry/judge.ts';
import type { SideSet } from '../registry/side-stage.ts';
import { textAt } from '../scan/kernel/layout.ts';
import { sortKeys } from '../scan/lists.ts';
import { isOneSided } from './diff-status.ts';
import type { Pairing } from './pair-codes.ts';
import { type RangeRows, readPlaces } from './read-places.ts';

const organizationBits = 0xff_ffff_ffffn;
/** Keys are never 0, organization codes of eight zeros are. */
const organizationBase = 1n << 40n;

/**
 * Notes the first record of every code that only one of the two exports has, and lists its organization code by number:
 *
 *   clean code                               the lower 40 bits of its own number
 *   conforming, but its number has no room   read again: the same of its text
 *   pilot-era                                not listed
 */
export async function listOneSided(pairing: Pairing, set: SideSet, organizations: KeyStore): Promise<void> {
  const { diff, kernel, oneSided } = pairing;
  const list = (range: number, entries: { key: bigint; row: number }[]): void => {
    if (entries.length === 0) return;
    const keys = BigUint64Array.from(entries, ({ key }) => key);
    const rows = Uint32Array.from(entries, ({ row }) => row);
    organizations.add('clean', range, sortKeys(kernel, keys, rows, diff.bits));
  };
  const unread: RangeRows[] = [];
  for (const { range, firsts } of findFirsts(pairing, set)) {
    for (const { row } of firsts) oneSided.add(range, row);
    list(
      range,
      firsts.flatMap(({ row, key }) => (key === null ? [] : [{ row, key }])),
    );
    const others = firsts.filter(({ key }) => key === null);
    if (others.length > 0) unread.push({ range, rows: Uint32Array.from(others, ({ row }) => row) });
  }
  await readPlaces(diff, unread, (records, { range, rows }) => {
    const entries = records.flatMap(({ code }, index) => {
      if (judge(code).issue !== null) return [];
      kernel.writeText(code.slice(8, 17));
      return [{ key: kernel.packOrganization(textAt), row: rows[index] ?? 0 }];
    });
    list(range, entries);
  });
}

/** Per range the first records of one-sided codes, in order, with the organization codes of the clean ones. */
function* findFirsts({ diff }: Pairing, set: SideSet) {
  const words = new Uint32Array(set.keys.buffer);
  const seen = new Uint8Array(set.keys.length);
  for (const [range, { rows, groups }] of set.byRange) {
    const side = diff.sideOf(range);
    const firsts: { row: number; key: bigint | null }[] = [];
    for (const index of [...rows.keys()].sort((a, b) => (rows[a] ?? 0) - (rows[b] ?? 0))) {
      const [row = 0, group = 0] = [rows[index], groups[index]];
      const isClean = group < set.cleanCount;
      const kind = isClean ? 0 : (words[group * 2] ?? 0) & 7;
      if (seen[group] === 1 || !isOneSided({ side, kind, isClean, shape: set.shapes[group] ?? 0 })) continue;
      seen[group] = 1;
      firsts.push({ row, key: isClean ? ((set.keys[group] ?? 0n) & organizationBits) | organizationBase : null });
    }
    yield { range, firsts };
  }
}
