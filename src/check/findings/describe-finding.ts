import type { Judgement } from '../../code/cell/judge.ts';
import { maskCell, maskIdentityNumbers } from '../../code/cell/mask.ts';
import type { ScanEvent } from '../../engine/scan/scan-range.ts';
import { regions } from '../../regions/index.ts';
import type { RepairContext } from '../../repair/repair-context.ts';
import { suggestRepair } from '../../repair/suggest-repair.ts';
import type { Finding } from './finding.ts';
import type { RangeFinding } from './finding-block.ts';

/** Erroneous, unconverted and missing records, pilot-era codes and odd pairs; with `notes`, whatever is noted. */
export function isFinding(
  { partition, issue, isOddPair, isFormatted, isNoted, region }: Judgement,
  notes: boolean,
): boolean {
  if (partition !== 'conforming' || issue !== null || isOddPair) return true;
  return notes && (isFormatted || (isNoted && region !== null && regions.status(region) !== 'in-use'));
}

/** What is said of a record; resident ID numbers masked. */
export function describeFinding(
  judgement: Judgement,
  cell: string,
  event: ScanEvent,
  name: string | null,
  context: RepairContext,
): RangeFinding {
  const { partition, normalized, authority, region } = judgement;
  const mask = partition === 'conforming' ? (text: string) => text : maskIdentityNumbers;
  const code = mask(cell);
  const notes: Finding['notes'] = judgement.isFormatted ? ['format'] : [];
  if (judgement.isOddPair) notes.push('authority-category');
  if (judgement.isNoted && region !== null) {
    const status = regions.status(region);
    if (status !== 'in-use') notes.push(status === 'abolished' ? 'region-abolished' : 'region-unlisted');
  }
  return {
    row: event.row,
    line: event.line,
    partition,
    issue: judgement.issue,
    notes,
    code,
    normalized: cell === normalized ? code : mask(normalized),
    suggestion: partition === 'erroneous' ? suggestRepair(normalized, judgement.issue, context) : null,
    authority: authority ?? '?',
    region: region ?? '?',
    name: name === null ? null : maskCell(name),
    unit: event.unit,
  };
}
