import { maskCell, maskIdentityNumbers } from '../../code/cell/mask.ts';
import { isValid } from '../../code/validate.ts';
import type { RecordResult } from '../../engine/reread/record-task.ts';
import type { ScannedRange } from '../../engine/scan/file-scan.ts';
import type { QuoteGuard } from '../open-quotes.ts';
import type { Original } from '../original.ts';
import { startRewriting } from '../rewrite.ts';
import type { TableOutput } from '../table-output.ts';
import type { ConflictExample, DedupOptions, DedupReport, RowThatGoes } from './dedup-report.ts';
import { actions, isConflict, type RowDecision } from './row-decisions.ts';

/** Some decisions of one range by row, and their records read again. */
export interface DecidedChunk {
  range: ScannedRange;
  /** Whether no more of the range follows. */
  isLast: boolean;
  decisions: RowDecision[];
  records: RecordResult | null;
  /** Lines of the records that stay, by range and row, where somebody is told of them. */
  keptLines: KeptLines;
}

/** Lines from 0 at the start of a range, by its number and then by row. */
export type KeptLines = Map<number, Map<number, number>>;

/** What was written where. */
export type Written = Pick<DedupReport, 'removed' | 'separated' | 'skipped' | 'examples'>;

/** Where ranges of one file are cut. */
export interface CutContext {
  ranges: ScannedRange[];
  original: Original;
  guard: QuoteGuard;
  numbers: ConflictNumbers;
  output: TableOutput;
  written: Written;
  onRows: DedupOptions['onRows'];
}

/** Numbers of `RecordResult.positions` that belong to one record. */
const positionFields = 3;
const mostExamples = 40;
const nothing = new Uint8Array();
/** Conflicts of which records are shown. */
export const exampleGroups = 10;

/**
 * Writes a part of a range without the rows that go, and those to their lists.
 *
 *   part     ════════╤══row══╤═════════╤══row══╤══════
 *   kept     ════════╧═════════════════╧══════════════   ─▶ keep
 *   gone              row               row              ─▶ remove, list
 */
export async function cutChunk(
  { range, decisions, records, keptLines }: DecidedChunk,
  { from: beganAt, to }: { from: number; to: number },
  context: CutContext,
): Promise<void> {
  const { original, output, written } = context;
  const positions = records?.positions ?? new Float64Array();
  const part = await original.read(
    to - beganAt,
    Uint32Array.from(positions, (at) => at - beganAt),
  );
  const kept = startRewriting(part.bytes);
  const going: RowThatGoes[] = [];
  for (const [index, decision] of decisions.entries()) {
    const from = index * positionFields;
    if (decision.action !== actions.listed && !context.guard.isSafe(positions[from] ?? 0, positions[from + 2])) {
      written.skipped++;
      continue;
    }
    const start = part.positions[from] ?? 0;
    const record = part.bytes.subarray(start, part.positions[from + 1]);
    const line = range.lineBase + (records?.lines[index] ?? 0) + 1;
    const where = { file: range.file, row: range.rowBase + decision.row + 1, line };
    if (isConflict(decision)) {
      const group = context.numbers.find(decision.otherRange);
      output.list(group, where, record);
      if (group <= exampleGroups && records?.cells.length && written.examples.length < mostExamples) {
        written.examples.push({ group, ...where, ...describe(records, index) });
      }
    } else listRemoved(decision, where, record, context);
    if (context.onRows !== undefined && decision.action !== actions.listed && records !== null) {
      going.push({ ...where, ...describe(records, index), ...explain(decision, context, keptLines) });
    }
    if (decision.action === actions.moved) written.separated++;
    if (decision.action !== actions.listed) kept.replace(start, part.positions[from + 2] ?? start, nothing);
  }
  await output.keep(kept.finish());
  await output.flush();
  if (going.length > 0) await context.onRows?.(going);
}

function explain(
  { action, otherRange, otherRow }: RowDecision,
  { ranges }: CutContext,
  keptLines: KeptLines,
): Pick<RowThatGoes, 'why' | 'kept'> {
  if (action === actions.moved) return { why: 'separated', kept: null };
  const { file = 0, rowBase = 0, lineBase = 0 } = ranges[otherRange] ?? {};
  const line = lineBase + (keptLines.get(otherRange)?.get(otherRow) ?? 0) + 1;
  return {
    why: action === actions.dropped ? 'conflicting' : 'repeated',
    kept: { file, row: rowBase + otherRow + 1, line },
  };
}

function listRemoved(
  { action, otherRange, otherRow }: RowDecision,
  where: { file: number; row: number; line: number },
  record: Uint8Array,
  { ranges, output, written }: CutContext,
): void {
  const { file = 0, rowBase = 0 } = ranges[otherRange] ?? {};
  const why = action === actions.dropped ? 'conflicting' : 'repeated';
  written.removed[why]++;
  output.remove(where, why, { file, row: rowBase + otherRow + 1 }, record);
}

function describe({ cells }: RecordResult, index: number): Pick<ConflictExample, 'code' | 'name'> {
  const [code = '', name = ''] = cells.map((texts) => texts[index] ?? '');
  return { code: isValid(code) ? code : maskIdentityNumbers(code), name: maskCell(name) };
}

/** Numbers conflicts from 1, in the order in which they are met. */
export interface ConflictNumbers {
  /** The number of a conflict, the next one if it was not met before. */
  enter(conflict: number): number;
  /** The number of one that was met. */
  find(conflict: number): number;
}

/** @param count of conflicts: they are known by 0 to `count` - 1 */
export function createConflictNumbers(count: number): ConflictNumbers {
  const numbers = new Uint32Array(count);
  let last = 0;
  const find = (conflict: number): number => numbers[conflict] ?? 0;
  return {
    find,
    enter(conflict) {
      if (find(conflict) === 0) numbers[conflict] = ++last;
      return find(conflict);
    },
  };
}
