import type { WarningFacts } from '../../messages/warning/index.ts';
import type { Input } from '../../tables/input.ts';
import type { ScanOptions } from '../options.ts';
import type { Platform } from '../platform.ts';
import { createKernel, type Kernel } from '../scan/kernel/kernel.ts';
import { NoTableError } from './columns.ts';
import { type FilePlan, planFile } from './plan.ts';

/** Tables that are read, and what is to be said of those that are not. */
export interface Planned<Plan> {
  plans: Plan[];
  warnings: WarningFacts[];
}

/** A column that no record has. */
const absentColumn = 2 ** 30;

/** All files of a run, understood; see {@link planFile} and {@link planEach} for the errors. */
export async function planFiles(
  inputs: Input[],
  options: ScanOptions,
  platform: Pick<Platform, 'transcode'>,
): Promise<Planned<FilePlan>> {
  const planned = await planEach(inputs, (input, kernel) => planFile(kernel, input, options, platform));
  if (!hasUnits(planned.plans)) return planned;
  // Records of a file without such a column have a unit too: none that is known.
  for (const { dialect } of planned.plans) if (dialect.unitColumn < 0) dialect.unitColumn = absentColumn;
  return planned;
}

/**
 * Plans every input, each once. Where a workbook has several sheets, those without codes or rows (notes, pivot tables, lists of
 * choices) are passed over.
 *
 * @throws {UsccError} `input` when a table cannot be understood, or none is left
 */
export async function planEach<Plan>(
  inputs: Input[],
  plan: (input: Input, kernel: Kernel) => Promise<Plan>,
): Promise<Planned<Plan>> {
  const kernel = createKernel();
  const planned: Planned<Plan> = { plans: [], warnings: [] };
  let passedOver: NoTableError | undefined;
  for (const input of inputs) {
    try {
      planned.plans.push(await plan(input, kernel));
    } catch (error) {
      if (!(error instanceof NoTableError) || input.table?.isOneOfSeveral !== true) throw error;
      passedOver ??= error;
      planned.warnings.push(describeSheet(input.path, error.lacks));
    }
  }
  if (planned.plans.length === 0 && passedOver !== undefined) throw passedOver;
  return planned;
}

function describeSheet(file: string, lacks: NoTableError['lacks']): WarningFacts {
  return lacks === 'rows'
    ? { code: 'empty-sheet', file }
    : { code: 'sheet-without-codes', file, remedies: [{ kind: 'code-column' }] };
}

/** Whether records are counted by unit: some file has a column of them. */
export function hasUnits(plans: FilePlan[]): boolean {
  return plans.some(({ unitColumn }) => unitColumn !== null);
}

/** Whether duplicates can be told apart by name: some file has a column of them. */
export function hasNames(plans: FilePlan[]): boolean {
  return plans.some(({ nameColumn }) => nameColumn !== null);
}
