import type { TextColumn } from '../../engine/reread/text-column.ts';
import { runInOrder } from '../../engine/scan/in-order.ts';
import { createKernel } from '../../engine/scan/kernel/kernel.ts';
import { sortKeys } from '../../engine/scan/lists.ts';
import { listTables } from '../lookup/entity-text.ts';
import { findEntities } from '../lookup/find-entities.ts';
import type { TextKeys } from '../lookup/text-keys.ts';
import { type AskedSelector, askedSelectors, askTasks } from './ask-task.ts';
import { type CutPart, cutBatch, type MatchBatch, type MatchCounts } from './match-cut.ts';
import type { RangeStatuses } from './match-join.ts';
import { type KnownNames, unknown } from './match-names.ts';
import { isAsked, type MatchPart } from './match-part.ts';
import { matchStatuses } from './match-report.ts';
import { rowTasks } from './row-task.ts';

const noKeys: TextKeys = { clean: null, hashed: null };
type Found = Record<AskedSelector, TextColumn[]>;

/** Counts a batch, and has what is listed of it judged and formed by the threads, in file order. */
export async function emitBatch(batch: MatchBatch, statuses: RangeStatuses, named: KnownNames): Promise<MatchCounts> {
  const { plans } = batch.table;
  const counts = { coded: 0, covered: 0, cells: plans.map(() => new Float64Array(matchStatuses.length)) };
  const cuts = cutBatch(batch, statuses, named, counts);
  for (;;) {
    const { parts, found } = await askRegistry(batch, cuts);
    if (parts.length === 0) return counts;
    await emitParts(batch, parts, found, counts);
  }
}

async function emitParts(
  batch: MatchBatch,
  parts: CutPart[],
  found: Map<number, Found>,
  counts: MatchCounts,
): Promise<void> {
  const { table, codes, index, wants, signal } = batch;
  const { pool } = codes;
  const tables = listTables(index.plans);
  await runInOrder(
    parts.entries(),
    // One that takes long must not keep the others waiting.
    pool.size * 4,
    async ([at, { part }]) => {
      signal?.throwIfAborted();
      if (part.rows.length === 0) return null;
      const own = found.get(at) ?? { code: [], organization: [], name: [] };
      found.delete(at);
      return pool.run(rowTasks, { ...part, found: own, tables, wants });
    },
    async (result, [, { part, number, isLast }]) => {
      if (result !== null) {
        counts.covered += result.coveredCount;
        await batch.take(result);
      }
      if (isLast) batch.compared((number + 1) / table.rangeCount, part.rowBase + part.records);
    },
  );
}

/**
 * Cuts parts until the registry is to be asked about so many codes, and asks it while the next are cut; none are left where there are no
 * parts. What it has is told by the part's place, of those about which it is asked something.
 */
async function askRegistry(
  { codes, index, mostAsked, signal }: MatchBatch,
  cuts: Iterator<CutPart, void>,
): Promise<{ parts: CutPart[]; found: Map<number, Found> }> {
  const parts: CutPart[] = [];
  const places: number[] = [];
  const askers: Record<AskedSelector, TextKeys>[] = [];
  const kernel = createKernel();
  const asking = function* () {
    for (let askedCount = 0; askedCount < mostAsked; ) {
      const { value: cut } = cuts.next();
      if (cut === undefined) return;
      askedCount += cut.askedCount + cut.names.length;
      const at = parts.push(cut) - 1;
      if (cut.askedCount > 0) yield { at, cut };
      if (cut.names.length === 0) continue;
      const form = { bits: codes.bits, isShared: true };
      const hashed = sortKeys(kernel, cut.names, new Uint32Array(cut.names.length), form);
      places.push(at);
      askers.push({ code: noKeys, organization: noKeys, name: { clean: null, hashed } });
    }
  };
  await runInOrder(
    asking(),
    codes.pool.size * 2,
    ({ cut: { part, askedCount } }) => {
      signal?.throwIfAborted();
      const asked = askedCount === part.marks.length ? part : pickAsked(part);
      // All readings of one registry have as many partitions.
      return codes.pool.run(askTasks, { ...asked, bits: codes.bits });
    },
    (asked, { at }) => {
      places.push(at);
      askers.push(asked);
    },
  );
  const found = new Map(places.map((at): [number, Found] => [at, { code: [], organization: [], name: [] }]));
  for (const selector of askedSelectors) {
    const keys = askers.map((asked) => asked[selector]);
    if (keys.every(({ clean, hashed }) => clean === null && hashed === null)) continue;
    for (const [asker, entities] of (await findEntities(await index.scan(selector), keys)).entries()) {
      const own = found.get(places[asker] ?? 0);
      own?.[selector].push(...entities);
    }
  }
  return { parts, found };
}

/** The records of a part about whose codes the registry is asked something. */
function pickAsked(part: MatchPart): MatchPart {
  const { rows, marks, also, columns } = part;
  const width = columns.length;
  const places: number[] = [];
  for (let at = 0; at < marks.length; at++) {
    const place = Math.floor(at / width);
    const mark = marks[at] ?? unknown;
    if (isAsked(mark, also) && places.at(-1) !== place) places.push(place);
  }
  const own = new Uint8Array(places.length * width);
  for (const [place, at] of places.entries()) own.set(marks.subarray(at * width, (at + 1) * width), place * width);
  return { ...part, rows: Uint32Array.from(places, (at) => rows[at] ?? 0), marks: own };
}
