import type { FilePlan } from '../../engine/plan/plan.ts';
import type { Input, Platform } from '../../engine/platform.ts';
import { readRecords } from '../../engine/reread/pick.ts';
import { runInOrder } from '../../engine/scan/in-order.ts';
import type { FileScan, ScannedRange } from '../../engine/scan/scan-stage.ts';
import { findQuotes } from '../fix/find-quotes.ts';
import { beginningOf, copyHead } from '../fix/fix.ts';
import { createQuoteGuard } from '../open-quotes.ts';
import { openOriginal } from '../original.ts';
import { openTableOutput } from '../table-output.ts';
import { type ConflictNumbers, createConflictNumbers } from './conflict-numbers.ts';
import { type CutContext, cutRange, type DecidedRange, exampleGroups, type Written } from './cut-range.ts';
import type { DedupOptions } from './dedup-report.ts';
import { actions, isConflict, type RowDecision, type RowDecisions } from './row-decisions.ts';

/** Everything decided, and what it was decided of. */
export interface KeptTable {
  inputs: Input[];
  plans: FilePlan[];
  files: FileScan[];
  ranges: ScannedRange[];
  decisions: RowDecisions;
  conflictCount: number;
  platform: Platform;
  options: DedupOptions;
  progress(doneBytes: number, records: number): void;
}

/** Copies every file but for the rows that go, range by range, and lists those. */
export async function writeKept(table: KeptTable): Promise<Written> {
  const { plans, inputs } = table;
  const written: Written = { removed: { repeated: 0, conflicting: 0 }, separated: 0, skipped: 0, examples: [] };
  const paths = plans.map(({ path }) => path);
  const output = await openTableOutput(inputs[0] as Input, plans[0] as FilePlan, paths, table.options);
  const place: Omit<CutContext, 'original' | 'guard'> = {
    plans,
    ranges: table.ranges,
    numbers: createConflictNumbers(table.conflictCount),
    output,
    written,
  };
  for (const file of plans.keys()) await writeFile(table, file, place);
  return written;
}

async function writeFile(table: KeptTable, file: number, rest: Omit<CutContext, 'original' | 'guard'>): Promise<void> {
  const { plans, inputs, ranges, files, platform, options } = table;
  const { output, numbers } = rest;
  const [plan, input] = [plans[file] as FilePlan, inputs[file] as Input];
  const original = await openOriginal(input, plan);
  if (file === 0) await copyHead(plan, original, input, { onBytes: output.keep });
  else {
    await original.read(plan.dialect.dataAt, new Uint32Array());
    await output.breakLine();
  }
  const own = [...ranges.entries()].filter(([, range]) => range.file === file);
  const quotes = (files[file]?.openQuotes.count ?? 0) > 0 ? await findQuotes(own, plan, platform.pool) : [];
  const guard = createQuoteGuard();
  guard.add(quotes);
  const place: CutContext = { ...rest, original, guard };
  const read = async ([index, range]: [number, ScannedRange]): Promise<DecidedRange> => {
    options.signal?.throwIfAborted();
    const decisions = table.decisions
      .take(index)
      .filter((decision) => isOfUse(decision, numbers, options.onConflicts !== undefined));
    if (decisions.length === 0) return { range, decisions, records: null };
    const rows = Uint32Array.from(decisions, ({ row }) => row);
    const isShown = decisions.some(
      (decision) => isConflict(decision) && numbers.find(decision.otherRange) <= exampleGroups,
    );
    const want = isShown ? { cells: [plan.dialect.codeColumn, plan.dialect.nameColumn] } : {};
    return { range, decisions, records: await readRecords({ plans, ranges, pool: platform.pool }, index, rows, want) };
  };
  const bounds = [...own.map(([, range]) => beginningOf(range)), plan.input.source.size];
  let done = 0;
  await runInOrder(own, platform.pool.size * 2, read, async (marked) => {
    options.signal?.throwIfAborted();
    const length = (bounds[++done] ?? 0) - beginningOf(marked.range);
    await cutRange(marked, length, place);
    table.progress(length, marked.range.records);
  });
}

/** Numbers conflicts as they are met; their rows are looked up when somebody wants to see them. */
function isOfUse(decision: RowDecision, numbers: ConflictNumbers, listsConflicts: boolean): boolean {
  if (!isConflict(decision)) return true;
  const number = numbers.enter(decision.otherRange);
  return decision.action !== actions.listed || listsConflicts || number <= exampleGroups;
}
