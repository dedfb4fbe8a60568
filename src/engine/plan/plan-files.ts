import type { UsccError } from '../../code/error.ts';
import type { Refusal } from '../../messages/refusal/index.ts';
import { refuse } from '../../messages/refusal/index.ts';
import type { WarningFacts } from '../../messages/warning/index.ts';
import { isInputError, settleFailures } from '../../tables/failures.ts';
import type { Input } from '../../tables/input.ts';
import type { ScanOptions } from '../options.ts';
import type { Platform } from '../platform.ts';
import { createKernel, type Kernel } from '../scan/kernel/kernel.ts';
import { NoTableError } from './no-table.ts';
import { nameWorkbook } from './own-sheets.ts';
import { type FilePlan, planFile } from './plan.ts';
import { planAhead, takePlan, type Understand } from './plan-task.ts';

/** Tables that are read, and what is to be said of those that are not. */
export interface Planned<Plan> {
  plans: Plan[];
  warnings: WarningFacts[];
}

/** A column that no record has. */
const absentColumn = 2 ** 30;

/**
 * All files of a run, understood; see {@link planFile} and {@link planEach} for the errors.
 *
 * @param understand see {@link planAhead}
 */
export async function planFiles(
  inputs: Input[],
  options: ScanOptions,
  platform: Pick<Platform, 'transcode' | 'pool'>,
  understand?: Understand,
): Promise<Planned<FilePlan>> {
  const ahead = await planAhead(inputs, options, platform.pool, understand);
  const plan = (input: Input, openKernel: () => Kernel): Promise<FilePlan> | FilePlan => {
    const found = ahead.get(input) ?? null;
    return found === null ? planFile(openKernel(), input, options, platform) : takePlan(input, found);
  };
  const planned = await planEach(inputs, plan, options);
  if (!hasUnits(planned.plans)) return planned;
  // Records of a file without such a column have a unit too: none that is known.
  for (const { dialect } of planned.plans) if (dialect.unitColumn < 0) dialect.unitColumn = absentColumn;
  return planned;
}

/**
 * Plans every input, each once. Among several, one without rows or codes (a county that has none, a note in an archive, a sheet of
 * choices) is passed over with a warning; what cannot be understood is named at the end, all of it at once.
 *
 * @throws {UsccError} `input` when a table cannot be understood and damaged ones are not skipped, or none is left
 */
export async function planEach<Plan>(
  inputs: Input[],
  plan: (input: Input, openKernel: () => Kernel) => Promise<Plan> | Plan,
  { skipDamaged = false }: Pick<ScanOptions, 'skipDamaged'> = {},
): Promise<Planned<Plan>> {
  let kernel: Kernel | undefined;
  const openKernel = (): Kernel => {
    kernel ??= createKernel();
    return kernel;
  };
  const planned: Planned<Plan> = { plans: [], warnings: [] };
  const failures: UsccError[] = [];
  let passedOver: NoTableError | undefined;
  for (const input of inputs) {
    try {
      planned.plans.push(await plan(input, openKernel));
    } catch (error) {
      if (error instanceof NoTableError && inputs.length > 1) {
        if (passedOver === undefined || (error.lacks === 'data' && passedOver.lacks !== 'data')) passedOver = error;
        planned.warnings.push(describeNothing(input, error));
      } else if (isInputError(error) && inputs.length > 1) failures.push(error);
      else throw error;
    }
  }
  planned.warnings = mergeOwn(planned.warnings);
  planned.warnings.push(...settleFailures(failures, { skipDamaged, hasOthers: planned.plans.length > 0 }));
  if (planned.plans.length === 0) throw passedOver ?? failures[0] ?? refuse('input', { kind: 'no-inputs' });
  return planned;
}

/** What is said of a table that is passed over. */
export function describeNothing(input: Input, { lacks, refusal }: NoTableError): WarningFacts {
  const { path: file, table } = input;
  const own = refusal as Refusal | undefined;
  if (own?.kind === 'own-workbook') return { code: 'own-workbook', file: nameWorkbook(input), what: own.what };
  const isSheet = table?.sheet !== undefined;
  if (lacks === 'rows') return isSheet ? { code: 'empty-sheet', file } : { code: 'no-rows-in-table', file };
  const code = isSheet ? 'sheet-without-codes' : 'no-table';
  return { code, file, remedies: [{ kind: 'code-column' }] };
}

/** A workbook of ours is named once, whatever its sheets are. */
function mergeOwn(warnings: WarningFacts[]): WarningFacts[] {
  const named = new Set<string>();
  return warnings.filter((facts) => {
    if (facts.code !== 'own-workbook') return true;
    if (named.has(facts.file)) return false;
    named.add(facts.file);
    return true;
  });
}

/** Whether records are counted by unit: some file has a column of them. */
export function hasUnits(plans: FilePlan[]): boolean {
  return plans.some(({ unitColumn }) => unitColumn !== null);
}

/** Whether natural persons are told apart: some file is a table of licences or penalties with a category. */
export function hasCategories(plans: FilePlan[]): boolean {
  return plans.some(({ dialect }) => dialect.categoryColumn !== undefined);
}

/** Whether duplicates can be told apart by name: some file has a column of them. */
export function hasNames(plans: FilePlan[]): boolean {
  return plans.some(({ nameColumn }) => nameColumn !== null);
}
