import type { CheckOptions } from '../../check/options.ts';
import type { Input, Platform } from '../platform.ts';
import type { Kernel } from '../scan/kernel/kernel.ts';
import { type FilePlan, planFile } from './plan.ts';

/** A column that no record has. */
const absentColumn = 2 ** 30;

/** All files of a run, understood; see {@link planFile} for the errors. */
export async function planFiles(
  kernel: Kernel,
  inputs: Input[],
  options: CheckOptions,
  platform: Pick<Platform, 'transcode'>,
): Promise<FilePlan[]> {
  const plans: FilePlan[] = [];
  for (const input of inputs) plans.push(await planFile(kernel, input, options, platform));
  if (!hasUnits(plans)) return plans;
  // Records of a file without such a column have a unit too: none that is known.
  for (const { dialect } of plans) if (dialect.unitColumn < 0) dialect.unitColumn = absentColumn;
  return plans;
}

/** Whether records are counted by unit: some file has a column of them. */
export function hasUnits(plans: FilePlan[]): boolean {
  return plans.some(({ unitColumn }) => unitColumn !== null);
}
