import { judge } from '../../code/cell/judge.ts';
import type { KeyStore } from '../../engine/group/key-store.ts';
import type { FirstRecordsJob } from '../../engine/group/side-stage.ts';
import { textAt } from '../../engine/scan/kernel/contract.ts';
import { sortKeys } from '../../engine/scan/lists.ts';
import { isOneSided } from './diff-status.ts';
import type { Pairing } from './pair-codes.ts';
import { listRanges, readRows } from './read-rows.ts';
import { createRowBits } from './row-bits.ts';

/** What lists codes that only one of the two exports has. */
export interface OneSidedList {
  /** Notes the first record of each, and lists the organization codes of clean ones by number. */
  firstRecords: FirstRecordsJob;
  /** Reads the others again: the organization code of a conforming one is listed too, a pilot-era one has none. */
  finish(): Promise<void>;
}

export function listOneSided({ diff, kernel, oneSided }: Pairing, organizations: KeyStore): OneSidedList {
  const { sideStarts, bases, bits } = diff;
  const unread = createRowBits(sideStarts.at(-1) ?? 0);
  const listRead = (codes: string[], ordinals: Uint32Array, side: number): void => {
    const keys = new BigUint64Array(codes.length);
    const rows = new Uint32Array(codes.length);
    let count = 0;
    for (const [index, code] of codes.entries()) {
      if (judge(code).issue !== null) continue;
      kernel.writeText(code.slice(8, 17));
      keys[count] = kernel.packOrganization(textAt);
      rows[count++] = ordinals[index] ?? 0;
    }
    const block = sortKeys(kernel, keys.subarray(0, count), rows.subarray(0, count), { bits, isShared: true });
    if (block !== null) organizations.add('clean', side, block);
  };
  return {
    firstRecords: {
      wants: isOneSided,
      baseOf: (range) => bases[range] ?? 0,
      sideStarts,
      isShared: () => organizations.spilled() === null,
      take(side, isClean, block) {
        oneSided.add(block.rows);
        if (isClean) organizations.add('clean', side, block);
        else unread.add(block.rows);
      },
    },
    finish: () =>
      readRows(diff, listRanges(diff, unread), (records, { range, rows }, first) =>
        listRead(
          records.map(({ code }) => code),
          rows.subarray(first, first + records.length).map((row) => (bases[range] ?? 0) + row),
          diff.sideOf(range),
        ),
      ),
  };
}
