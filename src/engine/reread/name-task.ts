import type { Kernel } from '../scan/kernel/kernel.ts';
import { type Block, type BlockOptions, sortKeys } from '../scan/lists.ts';
import type { OpenSource, TaskKind } from '../task.ts';
import { type PickTask, performPick } from './pick-task.ts';

/** Records of a range to be listed by their names. */
export interface NameTask extends Omit<PickTask, 'want'>, BlockOptions {
  /** What is added to each row. */
  base: number;
}

export interface NameResult {
  /** Keys of the normalized names, those that are not empty, as a scan by names has them; null when all are. */
  block: Block | null;
}

/** Records of a range listed by their names, as the scan lists them by their codes. */
export const nameTasks: TaskKind<NameTask, NameResult> = { name: 'names', perform: performNames };

async function performNames(kernel: Kernel, task: NameTask, open: OpenSource): Promise<NameResult> {
  const { numbers } = await performPick(kernel, { ...task, want: 'names' }, open);
  const { rows, base } = task;
  const words = new Uint32Array(rows.length * 2);
  const ordinals = new Uint32Array(rows.length);
  let count = 0;
  for (let index = 0; index < rows.length; index++) {
    const low = numbers[index * 4] ?? 0;
    const high = numbers[index * 4 + 1] ?? 0;
    if ((low | high) === 0) continue;
    // As the scan lists what is no clean code: see `addHashed` in assembly/keys.ts.
    words[count * 2] = low & ~7;
    words[count * 2 + 1] = high | (1 << 31);
    ordinals[count++] = base + (rows[index] ?? 0);
  }
  return { block: sortKeys(kernel, new BigUint64Array(words.buffer, 0, count), ordinals.subarray(0, count), task) };
}
