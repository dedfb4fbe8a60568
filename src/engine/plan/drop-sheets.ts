import type { CheckOptions } from '../../check/options.ts';
import type { WarningFacts } from '../../messages/warning/index.ts';
import type { Input, Platform } from '../platform.ts';
import { createKernel } from '../scan/kernel/kernel.ts';
import { NoTableError } from './columns.ts';
import { planFile } from './plan.ts';

/**
 * Passes over sheets without codes or rows where a workbook has several: notes, pivot tables, lists of choices.
 *
 * @throws {UsccError} `input` when a sheet cannot be understood, or none is left
 */
export async function dropSheets(
  inputs: Input[],
  options: CheckOptions,
  platform: Pick<Platform, 'transcode'>,
): Promise<{ inputs: Input[]; warnings: WarningFacts[] }> {
  const kernel = createKernel();
  const kept: Input[] = [];
  const warnings: WarningFacts[] = [];
  let passedOver: NoTableError | undefined;
  for (const input of inputs) {
    try {
      if (input.table?.isOneOfSeveral === true) await planFile(kernel, input, options, platform);
      kept.push(input);
    } catch (error) {
      if (!(error instanceof NoTableError)) throw error;
      passedOver ??= error;
      const { path: file } = input;
      warnings.push(
        error.lacks === 'rows'
          ? { code: 'empty-sheet', file }
          : { code: 'sheet-without-codes', file, remedies: [{ kind: 'code-column' }] },
      );
    }
  }
  if (kept.length === 0 && passedOver !== undefined) throw passedOver;
  return { inputs: kept, warnings };
}
