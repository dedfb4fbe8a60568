import type { DuplicateSet } from '../../engine/group/duplicate-set.ts';
import { groupScan } from '../../engine/group/group-stage.ts';
import { openScan, type ScannedTables } from '../../engine/open-scan.ts';
import type { ScanOptions } from '../../engine/options.ts';
import type { FilePlan } from '../../engine/plan/plan.ts';
import type { Platform } from '../../engine/platform.ts';
import { pickInOrder } from '../../engine/reread/pick.ts';
import { textAt } from '../../engine/reread/text-column.ts';
import { chooseRecords } from './duplicate-source.ts';
import { addPair, createPairSet } from './pair-set.ts';

/**
 * Counts confirmed 重复赋码: over organization codes, the distinct conforming codes beyond the first. Exact: the tables are scanned once
 * more, each record under its organization code, and the codes of those that share one are read again.
 *
 * @returns null when an engine keeps records to itself, whose organization codes are not known here
 */
export async function countSeveralCodes(
  plans: FilePlan[],
  options: ScanOptions,
  platform: Platform,
  progress: (share: number) => void,
): Promise<number | null> {
  if (plans.some(({ input }) => (input.table?.engine?.rest?.records ?? 0) > 0)) return null;
  const totalBytes = plans.reduce((sum, { input }) => sum + input.source.size, 0);
  const scan = await openScan({
    ...{ plans, key: 'organization', options, platform },
    progress: (bytes) => progress((bytes / Math.max(1, totalBytes)) * 0.6),
  });
  let beyondFirst = 0;
  await groupScan(scan, {
    signal: options.signal,
    progress: (share) => progress(0.6 + share * 0.4),
    async take(set) {
      beyondFirst += await countSet(scan, set);
    },
  });
  return beyondFirst;
}

/** Keys of organizations are exact: each group of them is one organization code. */
async function countSet(tables: ScannedTables, set: DuplicateSet): Promise<number> {
  const hasCode = new Uint8Array(set.cleanCount);
  const codes = createPairSet();
  let beyondFirst = 0;
  await pickInOrder(
    tables,
    chooseRecords(set, (group) => group < set.cleanCount),
    'text',
    (picked, { groups }) => {
      for (const [index, group] of groups.entries()) {
        const code = textAt(picked.codes, index);
        // Legacy identifiers that hold an organization code stand here too.
        if (code.length !== 18) continue;
        const [high, low] = numberCode(code);
        if (!addPair(codes, group, low, high)) continue;
        beyondFirst += hasCode[group] ?? 0;
        hasCode[group] = 1;
      }
    },
  );
  return beyondFirst;
}

/** What tells codes of one organization code apart: positions 1–8, and 18, which pilot-era codes compute in their own way. */
function numberCode(code: string): [high: number, low: number] {
  return [Number.parseInt(code.slice(0, 5), 36), Number.parseInt(code.slice(5, 8) + code.charAt(17), 36)];
}
