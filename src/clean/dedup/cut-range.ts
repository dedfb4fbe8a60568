import { maskIdentityNumbers } from '../../code/mask.ts';
import { isValid } from '../../code/validate.ts';
import type { FilePlan } from '../../engine/plan/plan.ts';
import type { RecordResult } from '../../engine/reread/record-task.ts';
import type { ScannedRange } from '../../engine/scan/scan-stage.ts';
import { beginningOf } from '../fix/fix.ts';
import type { QuoteGuard } from '../fix/open-quotes.ts';
import { startRewriting } from '../fix/rewrite.ts';
import type { Original } from '../original.ts';
import type { TableOutput } from '../table-output.ts';
import type { ConflictNumbers } from './conflict-numbers.ts';
import type { ConflictExample, DedupReport } from './dedup-report.ts';
import { fates, isConflict, type Mark } from './marks.ts';

/** One range, its marks by row, and their records read again. */
export interface MarkedRange {
  range: ScannedRange;
  marks: Mark[];
  records: RecordResult | null;
}

/** What was written where. */
export type Written = Pick<DedupReport, 'removed' | 'separated' | 'skipped' | 'examples'>;

/** Where ranges of one file are cut. */
export interface CutPlace {
  plans: FilePlan[];
  ranges: ScannedRange[];
  original: Original;
  guard: QuoteGuard;
  numbers: ConflictNumbers;
  output: TableOutput;
  written: Written;
}

/** Numbers of `RecordResult.places` that belong to one record. */
const placeFields = 3;
const mostExamples = 40;
const nothing = new Uint8Array();
/** Conflicts of which records are shown. */
export const exampleGroups = 10;

/**
 * Writes one range without the rows that go, and those to their lists.
 *
 *   range    ════════╤══row══╤═════════╤══row══╤══════
 *   kept     ════════╧═════════════════╧══════════════   ─▶ keep
 *   gone              row               row              ─▶ remove, list
 */
export async function cutRange({ range, marks, records }: MarkedRange, length: number, place: CutPlace): Promise<void> {
  const { original, output, written } = place;
  const beganAt = beginningOf(range);
  const places = records?.places ?? new Float64Array();
  const stretch = await original.read(
    length,
    Uint32Array.from(places, (at) => at - beganAt),
  );
  const kept = startRewriting(stretch.bytes);
  for (const [index, mark] of marks.entries()) {
    const from = index * placeFields;
    if (mark.fate !== fates.listed && !place.guard.isSafe(places[from] ?? 0, places[from + 2])) {
      written.skipped++;
      continue;
    }
    const start = stretch.places[from] ?? 0;
    const record = stretch.bytes.subarray(start, stretch.places[from + 1]);
    const line = range.lineBase + (records?.lines[index] ?? 0) + 1;
    const where = { file: range.file, row: range.rowBase + mark.row + 1, line };
    if (isConflict(mark)) {
      const group = place.numbers.find(mark.otherRange);
      output.list(group, where, record);
      if (group <= exampleGroups && records?.cells.length && written.examples.length < mostExamples) {
        written.examples.push({ group, ...where, ...describe(records, index) });
      }
    } else listRemoved(mark, where, record, place);
    if (mark.fate === fates.moved) written.separated++;
    if (mark.fate !== fates.listed) kept.replace(start, stretch.places[from + 2] ?? start, nothing);
  }
  await output.keep(kept.finish());
  await output.flush();
}

function listRemoved(
  { fate, otherRange, otherRow }: Mark,
  where: { file: number; row: number; line: number },
  record: Uint8Array,
  { ranges, output, written }: CutPlace,
): void {
  const { file = 0, rowBase = 0 } = ranges[otherRange] ?? {};
  const why = fate === fates.dropped ? 'conflicting' : 'repeated';
  written.removed[why]++;
  output.remove(where, why, { file, row: rowBase + otherRow + 1 }, record);
}

function describe({ cells }: RecordResult, index: number): Pick<ConflictExample, 'code' | 'name'> {
  const [code = '', name = ''] = cells.map((texts) => texts[index] ?? '');
  return { code: isValid(code) ? code : maskIdentityNumbers(code), name: maskIdentityNumbers(name) };
}
