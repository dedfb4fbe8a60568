import type { CleanCounts } from '../engine/group/group-stage.ts';
import type { FilePlan } from '../engine/plan/plan.ts';
import type { FileScan } from '../engine/scan/file-scan.ts';
import type { Counted } from './check-observer.ts';
import { add } from './tally.ts';

/**
 * Adds the records that stayed in an engine: their codes are clean and on one record each, so that counting them is all there is to do.
 *
 * @returns how many they are
 */
export function addRest(plans: FilePlan[], files: FileScan[], clean: CleanCounts, counted: Counted): number {
  let records = 0;
  for (const [index, { input }] of plans.entries()) {
    const rest = input.table?.engine?.rest;
    const file = files[index];
    if (rest === undefined || file === undefined) continue;
    records += rest.records;
    file.records += rest.records;
    for (const [head, count] of rest.byHead) {
      if (count === 0) continue;
      clean.authorities.set(head.charAt(0), (clean.authorities.get(head.charAt(0)) ?? 0) + count);
      clean.regions.set(head.slice(2), (clean.regions.get(head.slice(2)) ?? 0) + count);
    }
    for (const tally of [counted.tally, counted.byFile[index]]) {
      if (tally !== undefined && rest.formatted > 0) add(tally.notes, 'format', rest.formatted);
    }
    for (const [unit, count] of rest.byUnit) counted.register?.addConforming(unit, count);
  }
  return records;
}
