import { inputMessagesFor } from '../messages/input-messages.ts';
import { createKernel } from '../scan/kernel/kernel.ts';
import { NoTableError } from './columns.ts';
import type { CheckOptions } from './options.ts';
import { planFile } from './plan.ts';
import type { Input, Platform } from './platform.ts';
import type { Warning } from './report.ts';

/**
 * Passes over sheets without codes or rows where a workbook has several: notes, pivot tables, lists of choices.
 *
 * @throws {UsccError} `input` when a sheet cannot be understood, or none is left
 */
export async function dropSheets(
  inputs: Input[],
  options: CheckOptions,
  platform: Pick<Platform, 'transcode'>,
): Promise<{ inputs: Input[]; warnings: Warning[] }> {
  const { warning } = inputMessagesFor(options.lang ?? 'zh');
  const kernel = createKernel();
  const kept: Input[] = [];
  const warnings: Warning[] = [];
  let passedOver: NoTableError | undefined;
  for (const input of inputs) {
    try {
      if (input.table?.isOneOfSeveral === true) await planFile(kernel, input, options, platform);
      kept.push(input);
    } catch (error) {
      if (!(error instanceof NoTableError)) throw error;
      passedOver ??= error;
      const isEmpty = error.lacks === 'rows';
      const message = isEmpty ? warning.emptySheet(input.path) : warning.sheetWithoutCodes(input.path);
      warnings.push({ code: isEmpty ? 'empty-sheet' : 'sheet-without-codes', file: input.path, message });
    }
  }
  if (kept.length === 0 && passedOver !== undefined) throw passedOver;
  return { inputs: kept, warnings };
}
