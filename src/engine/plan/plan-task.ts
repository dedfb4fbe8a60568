import { type Failure, packError, UsccError, unpackError } from '../../code/error.ts';
import type { Refusal } from '../../messages/refusal/index.ts';
import type { SourceReference } from '../../tables/byte-source.ts';
import type { Input, ReadOptions } from '../../tables/input.ts';
import type { ScanOptions } from '../options.ts';
import type { Platform } from '../platform.ts';
import type { TaskKind } from '../task.ts';
import { NoTableError } from './columns.ts';
import { type FilePlan, planFile } from './plan.ts';

/** A file to be understood by a thread. */
export interface PlanTask {
  path: string;
  source: SourceReference;
  options: ReadOptions;
}

/** What a thread found; null: the file has to be rewritten first, which threads cannot. */
export type ThreadPlan =
  | { plan: Omit<FilePlan, 'input' | 'original'> }
  | { failure: Failure; lacks: NoTableError['lacks'] | null }
  | null;

/** Files understood by threads, as {@link planFile} understands them. */
export const planTasks: TaskKind<PlanTask, ThreadPlan> = {
  name: 'plan',
  async perform(kernel, { path, source: reference, options }, open) {
    let isRewritten = false;
    const transcode: Platform['transcode'] = () => {
      isRewritten = true;
      throw new UsccError('worker', 'threads rewrite no text');
    };
    try {
      const read = { path, source: open(reference), reference };
      const { input, original, ...plan } = await planFile(kernel, read, options, { transcode });
      return { plan };
    } catch (error) {
      if (isRewritten) return null;
      return { failure: packError(error), lacks: error instanceof NoTableError ? error.lacks : null };
    }
  },
};

/** Fewer files are understood sooner where they are. */
const fewestFiles = 32;
const filesPerTask = 64;

/** Has threads understand plain files where there are many; returns what is known of each. */
export async function planAhead(
  inputs: Input[],
  options: ScanOptions,
  pool: Platform['pool'],
): Promise<Map<Input, ThreadPlan>> {
  const plain = inputs.filter(({ table, reading }) => table === undefined && reading === undefined);
  if (pool.size === 1 || plain.length < fewestFiles) return new Map();
  const batches = Array.from({ length: Math.ceil(plain.length / filesPerTask) }, (_, at) =>
    plain.slice(at * filesPerTask, (at + 1) * filesPerTask),
  );
  const read = pickReadOptions(options);
  const found = (
    await Promise.all(
      batches.map((batch) =>
        pool.runAll(
          planTasks,
          batch.map(({ path, reference }): PlanTask => ({ path, source: reference, options: read })),
        ),
      ),
    )
  ).flat();
  return new Map(plain.map((input, index) => [input, found[index] ?? null]));
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
