import { type Failure, packError, UsccError, unpackError } from '../../code/error.ts';
import type { Refusal } from '../../messages/refusal/index.ts';
import type { SourceReference } from '../../tables/byte-source.ts';
import type { Input, ReadOptions } from '../../tables/input.ts';
import { batchItems } from '../batch.ts';
import type { ScanOptions } from '../options.ts';
import type { Platform } from '../platform.ts';
import { runInOrder } from '../scan/in-order.ts';
import type { TaskKind } from '../task.ts';
import { NoTableError } from './no-table.ts';
import { type FilePlan, planFile } from './plan.ts';
import type { Look } from './text/writing.ts';

/** A file to be understood by a thread. */
export interface PlanTask {
  path: string;
  source: SourceReference;
  options: ReadOptions;
  /** Absent: all. */
  look?: Look;
}

/** What a thread found; null: the file has to be rewritten first, which threads cannot. */
export type ThreadPlan =
  | { plan: Omit<FilePlan, 'input' | 'original'> }
  | { failure: Failure; lacks: NoTableError['lacks'] | null }
  | null;

/** Files understood by threads, as {@link planFile} understands them. */
export const planTasks: TaskKind<PlanTask, ThreadPlan> = {
  name: 'plan',
  async perform(kernel, { path, source: reference, options, look }, open) {
    let isRewritten = false;
    const transcode: Platform['transcode'] = () => {
      isRewritten = true;
      throw new UsccError('worker', 'threads rewrite no text');
    };
    try {
      const read = { path, source: open(reference), reference };
      const { input, original, ...plan } = await planFile(kernel, read, options, { transcode }, false, look);
      return { plan };
    } catch (error) {
      if (isRewritten) return null;
      return { failure: packError(error), lacks: error instanceof NoTableError ? error.lacks : null };
    }
  },
};

/** Fewer files are understood sooner where they are. */
const fewestFiles = 32;
const filesPerTask = { most: 64, mostSize: 8 << 20 };

/** Has threads understand files, one after the other. */
export type Understand = (tasks: PlanTask[]) => Promise<ThreadPlan[]>;

/**
 * Has threads understand plain files where there are many; returns what is known of each.
 *
 * @param understand by default what threads do for {@link planTasks}, and nothing else
 */
export async function planAhead(
  inputs: Input[],
  options: ScanOptions,
  pool: Platform['pool'],
  understand: Understand = (tasks) => pool.runAll(planTasks, tasks),
): Promise<Map<Input, ThreadPlan>> {
  const plain = inputs.filter(({ table, reading }) => table === undefined && reading === undefined);
  const found = new Map<Input, ThreadPlan>();
  if (pool.size === 1 || plain.length < fewestFiles) return found;
  const read = pickReadOptions(options);
  await runInOrder(
    batchItems(plain, ({ source }) => source.size, filesPerTask),
    pool.size * 3,
    (batch) => {
      options.signal?.throwIfAborted();
      return understand(batch.map(({ path, reference }) => ({ path, source: reference, options: read })));
    },
    (plans, batch) => {
      for (const [index, input] of batch.entries()) found.set(input, plans[index] ?? null);
    },
  );
  return found;
}

/**
 * The plan a thread made of an input.
 *
 * @throws {UsccError} what the thread refused
 */
export function takePlan(input: Input, found: NonNullable<ThreadPlan>): FilePlan {
  if ('plan' in found) return { ...found.plan, input, original: input, bytes: input.bytes ?? found.plan.bytes };
  if (found.lacks !== null) throw new NoTableError(found.lacks, found.failure.refusal as Refusal);
  throw unpackError(found.failure);
}

/** What says how tables are read, without the functions that watch a run: it travels. */
function pickReadOptions({
  codeColumn,
  nameColumn,
  unitColumn,
  encoding,
  delimiter,
  isEscaped,
  header,
}: ScanOptions): ReadOptions {
  return JSON.parse(JSON.stringify({ codeColumn, nameColumn, unitColumn, encoding, delimiter, isEscaped, header }));
}
