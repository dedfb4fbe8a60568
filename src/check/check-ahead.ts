import { chooseBits, defaultMemoryBytes, keyShare } from '../engine/open-scan.ts';
import type { ScanOptions } from '../engine/options.ts';
import { type PlanTask, planTasks, type ThreadPlan } from '../engine/plan/plan-task.ts';
import { chooseWidth } from '../engine/plan/ranges.ts';
import type { Kernel } from '../engine/scan/kernel/kernel.ts';
import type { Range } from '../engine/scan/scan-range.ts';
import type { OpenSource, Pool, TaskKind } from '../engine/task.ts';
import type { Input } from '../tables/input.ts';
import { type CheckTask, checkTasks, type RangeCheck } from './check-task.ts';
import { countFindings } from './findings/finding-block.ts';
import type { OutputOptions } from './options.ts';
import { hasProblems } from './tally.ts';

/*
 * Many small files: the thread that understands one checks it in the same go, on the guess that nothing the other files say changes how.
 * Where it does, the file is checked again, as large ones are.
 *
 *   understood:  plan ─┬───────────────▶ plans of all files ─▶ scan: what was checked ahead is taken,
 *                      └─▶ check ─▶ kept ·························▶ the rest is checked now
 */

/** A file to be understood and, where it is small, checked. */
interface AheadTask extends PlanTask {
  /** A larger one is only understood. */
  largestBytes: number;
  check: Omit<CheckTask, 'source' | 'dialect' | 'range'>;
}

interface Understood {
  plan: ThreadPlan;
  range: Range | null;
  result: RangeCheck | null;
}

/** What is kept of all files together: they are read while nobody is told how far that is. */
const mostBytes = 1 << 30;

export const aheadTasks: TaskKind<AheadTask, Understood> = {
  name: 'check-ahead',
  async perform(kernel, task, open) {
    const { size } = open(task.source);
    if (size > task.largestBytes)
      return { plan: await planTasks.perform(kernel, task, open), range: null, result: null };
    const first = await understand(kernel, { ...task, look: 'beginning' }, open);
    // All of it has been read as UTF-8, or it has to be looked at as a whole to tell what it is.
    return first.result?.undecodable.count === 0 ? first : understand(kernel, task, open);
  },
};

function hasFindings({ tally, findings }: RangeCheck): boolean {
  return hasProblems(tally) || countFindings(findings) > 0;
}

async function understand(kernel: Kernel, task: AheadTask, open: OpenSource): Promise<Understood> {
  const plan = await planTasks.perform(kernel, task, open);
  if (plan === null || !('plan' in plan)) return { plan, range: null, result: null };
  const { dialect } = plan.plan;
  const range = { start: dialect.dataAt, end: open(task.source).size, begins: dialect.dataAt };
  const check: CheckTask = { ...task.check, source: task.source, dialect, range };
  // What is wrong with the file is said when its turn comes.
  const result = range.end > range.start ? await checkTasks.perform(kernel, check, open).catch(() => null) : null;
  return { plan, range, result };
}

/** Checks small files while they are understood, and hands over what that brought. */
export interface CheckAhead {
  understand(tasks: PlanTask[]): Promise<ThreadPlan[]>;
  /** What a task would bring, if that is known. */
  take(task: CheckTask): RangeCheck | null;
}

/** Null where that would be of no use: every finding is wanted, or units, whose column other files decide on. */
export function createCheckAhead(inputs: Input[], options: ScanOptions & OutputOptions, pool: Pool): CheckAhead | null {
  const { findings = 'none', notes = false, unitColumn, memoryBytes = defaultMemoryBytes } = options;
  const totalBytes = inputs.reduce((sum, { source }) => sum + source.size, 0);
  if (findings === 'all' || unitColumn !== undefined) return null;
  if (totalBytes > mostBytes || totalBytes * keyShare > memoryBytes) return null;
  const largestBytes = chooseWidth(totalBytes, pool.size);
  const check: AheadTask['check'] = {
    bits: chooseBits(totalBytes),
    isShared: true,
    key: 'code',
    // Counts show whether there are any; what is said of them takes a look at all files. Notes on clean codes are not counted.
    findings: findings !== 'none' && notes ? 1 : 0,
    findingLimit: Number.MAX_SAFE_INTEGER,
    notes,
    prior: null,
  };
  const kept = new Map<unknown, { range: Range; encoding: string; result: RangeCheck }>();
  return {
    async understand(tasks) {
      const all = await pool.runAll(
        aheadTasks,
        tasks.map((task): AheadTask => ({ ...task, largestBytes, check })),
      );
      for (const [index, { plan, range, result }] of all.entries()) {
        if (result === null || range === null || plan === null || !('plan' in plan)) continue;
        kept.set(tasks[index]?.source, { range, encoding: plan.plan.dialect.encoding, result });
      }
      return all.map(({ plan }) => plan);
    },
    take(task) {
      const { source, range, dialect } = task;
      const found = kept.get(source);
      if (found === undefined) return null;
      const isSame =
        task.bits === check.bits &&
        dialect.encoding === found.encoding &&
        range.start === found.range.start &&
        range.end === found.range.end &&
        range.begins === found.range.begins;
      if (!isSame || (task.findings > 0 && hasFindings(found.result))) return null;
      kept.delete(source);
      return found.result;
    },
  };
}
