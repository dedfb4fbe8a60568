import type { OpenScan } from '../../engine/open-scan.ts';
import type { FilePlan } from '../../engine/plan/plan.ts';
import { readRecords } from '../../engine/reread/pick.ts';
import { beginningOf, type ScannedRange } from '../../engine/scan/file-scan.ts';
import { runInOrder } from '../../engine/scan/in-order.ts';
import { createQuoteGuard, findOpenQuotes } from '../open-quotes.ts';
import { copyHead, openOriginal } from '../original.ts';
import { openTableOutput } from '../table-output.ts';
import {
  type ConflictNumbers,
  type CutContext,
  createConflictNumbers,
  cutChunk,
  type DecidedChunk,
  exampleGroups,
  type KeptLines,
  type Written,
} from './cut-chunk.ts';
import type { DedupOptions } from './dedup-report.ts';
import type { Resolution } from './resolve-duplicates.ts';
import { actions, isConflict, type RowDecision, type RowDecisions } from './row-decisions.ts';

/** Everything decided, and what it was decided of. */
export interface KeptTable extends Pick<Resolution, 'decisions' | 'conflictCount'> {
  scan: OpenScan;
  options: DedupOptions;
  progress(doneBytes: number, records: number): void;
}

/** Copies every file but for the rows that go, part by part of its ranges, and lists those. */
export async function writeKept(table: KeptTable): Promise<Written> {
  const { plans, ranges } = table.scan;
  const written: Written = { removed: { repeated: 0, conflicting: 0 }, separated: 0, skipped: 0, examples: [] };
  const output = await openTableOutput(plans, table.options);
  const numbers = createConflictNumbers(table.conflictCount);
  for (const file of plans.keys()) await writeFile(table, file, { ranges, numbers, output, written });
  return written;
}

async function writeFile(
  table: KeptTable,
  file: number,
  rest: Omit<CutContext, 'original' | 'guard' | 'onRows'>,
): Promise<void> {
  const { scan, options } = table;
  const { plans, ranges, files, pool } = scan;
  const { output, numbers } = rest;
  const plan = plans[file] as FilePlan;
  const original = await openOriginal(plan);
  if (file === 0) await copyHead(plan, original, output.keep);
  else {
    await original.read(plan.dialect.dataAt, new Uint32Array());
    await output.breakLine();
  }
  const own = [...ranges.entries()].filter(([, range]) => range.file === file);
  const quotes = (files[file]?.openQuotes.count ?? 0) > 0 ? await findOpenQuotes(scan, own) : [];
  const guard = createQuoteGuard();
  guard.add(quotes);
  const place: CutContext = { ...rest, original, guard, onRows: options.onRows };
  const read = async ({ index, range, all, isLast }: RangePart): Promise<DecidedChunk> => {
    options.signal?.throwIfAborted();
    const decisions = all.filter((decision) => isOfUse(decision, numbers, options.onConflicts !== undefined));
    if (decisions.length === 0) return { range, decisions, isLast, records: null, keptLines: new Map() };
    const rows = Uint32Array.from(decisions, ({ row }) => row);
    const isShown = decisions.some(
      (decision) => isConflict(decision) && numbers.find(decision.otherRange) <= exampleGroups,
    );
    const isTold = options.onRows !== undefined;
    const want = isShown || isTold ? { cells: [plan.dialect.codeColumn, plan.dialect.nameColumn] } : {};
    const keptLines = isTold ? await readKeptLines(scan, decisions) : new Map();
    return { range, decisions, isLast, records: await readRecords(scan, index, rows, want), keptLines };
  };
  const ends = [...own.slice(1).map(([, range]) => beginningOf(range)), plan.input.source.size];
  let [first] = own.map(([, range]) => beginningOf(range));
  let done = 0;
  await runInOrder(listParts(own, table.decisions), pool.size * 2, read, async (part) => {
    options.signal?.throwIfAborted();
    const from = first ?? 0;
    // The last record asked for ends a part; what lies behind it is of the next.
    const to = part.isLast ? (ends[done++] ?? from) : (part.records?.positions.at(-1) ?? from);
    if (to > from) await cutChunk(part, { from, to }, place);
    first = to;
    table.progress(to - from, part.isLast ? part.range.records : 0);
  });
}

/** Some decisions of one range, in the order of rows. */
interface RangePart {
  index: number;
  range: ScannedRange;
  all: RowDecision[];
  isLast: boolean;
}

function* listParts(ranges: [number, ScannedRange][], decisions: RowDecisions): Generator<RangePart> {
  for (const [index, range] of ranges) {
    let held: RowDecision[] | undefined;
    for (const all of decisions.take(index)) {
      if (held !== undefined) yield { index, range, all: held, isLast: false };
      held = all;
    }
    yield { index, range, all: held ?? [], isLast: true };
  }
}

/** Where the records stand that stay in the place of others. */
async function readKeptLines(scan: OpenScan, decisions: RowDecision[]): Promise<KeptLines> {
  const wanted = new Map<number, Set<number>>();
  for (const decision of decisions) {
    if (isConflict(decision)) continue;
    const rows = wanted.get(decision.otherRange) ?? new Set();
    wanted.set(decision.otherRange, rows.add(decision.otherRow));
  }
  const lines: KeptLines = new Map();
  for (const [range, set] of wanted) {
    const rows = Uint32Array.from(set);
    const read = await readRecords(scan, range, rows, {});
    lines.set(range, new Map(Array.from(rows, (row, index) => [row, read.lines[index] ?? 0])));
  }
  return lines;
}

/** Numbers conflicts as they are met; their rows are looked up when somebody wants to see them. */
function isOfUse(decision: RowDecision, numbers: ConflictNumbers, listsConflicts: boolean): boolean {
  if (!isConflict(decision)) return true;
  const number = numbers.enter(decision.otherRange);
  return decision.action !== actions.listed || listsConflicts || number <= exampleGroups;
}
