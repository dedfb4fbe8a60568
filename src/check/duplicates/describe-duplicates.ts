import { maskIdentityNumbers } from '../../code/mask.ts';
import type { FilePlan } from '../../engine/plan/plan.ts';
import type { PickResult } from '../../engine/reread/pick-task.ts';
import { textAt } from '../../engine/reread/text-column.ts';
import type { ScannedRange } from '../../engine/scan/file-scan.ts';
import { keyKinds } from '../../engine/scan/scan-keys.ts';
import type { DuplicateRecord } from '../findings/finding.ts';
import type { PickedTexts } from './compare-stage.ts';
import { type DuplicateSource, numberUnits } from './duplicate-source.ts';

/** Where duplicates go, and how they are described. */
export interface EmitOptions {
  /** Only the first few. */
  examplesOnly: boolean;
  /** How many duplicates of each kind may still be handed over; counted down. */
  room: { conflicting: number; others: number };
  hasNames: boolean;
  /** Their records as text, where they have been read already. */
  texts: PickedTexts | null;
  /** Groups handed over before. */
  emitted: number;
  take(batch: DuplicateRecord[]): void | Promise<void>;
}

/** Some records of one range, and the group of each. */
export interface RangeRecords {
  range: number;
  rows: Uint32Array;
  groups: Uint32Array;
}

/** Records of a range are not in order: those whose code had to be looked at were listed late. */
export function sortRecords(records: DuplicateRecord[]): void {
  records.sort((a, b) => a.file - b.file || a.row - b.row);
}

/** Describes records that were read again, one range after the other, each by its place among those asked for. */
export function createDescriber(
  source: DuplicateSource,
  { emitted, hasNames }: EmitOptions,
  numberOf: Uint32Array,
): (picked: PickResult, records: RangeRecords) => (index: number) => DuplicateRecord {
  const { set, plans, ranges, register } = source;
  const words = new Uint32Array(set.keys.buffer);
  return (picked, { range, rows, groups }) => {
    const units = numberUnits(source, range, picked);
    const { file, rowBase, lineBase } = ranges[range] as ScannedRange;
    const hasName = (plans[file] as FilePlan).dialect.nameColumn >= 0;
    return (index) => {
      const group = groups[index] ?? 0;
      const code = textAt(picked.codes, index);
      const conforms = group < set.cleanCount || ((words[group * 2] ?? 0) & 3) === keyKinds.conforming;
      return {
        group: emitted + (numberOf[group] ?? 0),
        kind: hasNames ? (set.conflicting[group] === 1 ? 'conflicting' : 'repeated') : null,
        code: conforms ? code : maskIdentityNumbers(code),
        file,
        row: rowBase + (rows[index] ?? 0) + 1,
        line: lineBase + (picked.lines[index] ?? 0) + 1,
        name: hasName ? textAt(picked.names, index) : null,
        unit: register?.names[units[index] ?? 0] ?? null,
      };
    };
  };
}
