import { describeInspections, type TableInspection } from '../check/inspect/describe-inspection.ts';
import { inspectTable } from '../check/inspect/inspect-table.ts';
import { type Inspection, startInspection } from '../check/inspect/inspection.ts';
import type { ScanOptions } from '../engine/options.ts';
import { describeNothing } from '../engine/plan/plan-files.ts';
import { createKernel } from '../engine/scan/kernel/kernel.ts';
import type { Refusal } from '../messages/refusal/index.ts';
import { voiceOf } from '../messages/voice.ts';
import type { WarningFacts } from '../messages/warning/index.ts';
import { type InputSources, readSources } from './inputs/input-sources.ts';
import { readOptions } from './options/read-options.ts';
import { withRun } from './run.ts';

/**
 * How tables are understood, without checking anything: encoding, delimiter, header, columns with samples and what each was taken for,
 * lines that are no records and why, first records. Every table is read once, to its end. One that cannot be understood says why in
 * `error` beside what is known of it, and does not keep the others from being shown.
 *
 * @param files as `checkRegistry` takes them
 * @throws {UsccError} `input` when no file can be opened, `aborted` when `options.signal` fired
 * @example
 * const [table] = await inspectTables('export.csv');
 * console.log(table?.columns.find(({ role }) => role === 'code')?.name);
 */
export async function inspectTables(files: InputSources, given: ScanOptions = {}): Promise<TableInspection[]> {
  const options = readOptions<ScanOptions>('inspectTables', given);
  const reading: ScanOptions = { unitColumn: 'auto', ...options, skipDamaged: true };
  const sources = readSources('inspectTables', files, options.lang);
  return withRun(sources, reading, async ({ inputs, platform, totalBytes, warningFacts, verify }) => {
    const kernel = createKernel();
    const inspections: Inspection[] = [];
    let doneBytes = 0;
    for (const input of inputs) {
      const progress = (bytes: number, records: number): void =>
        options.onProgress?.({ stage: 'scan', doneBytes: doneBytes + bytes, totalBytes, records });
      const inspection = await inspectTable(input, { kernel, options: reading, platform, progress });
      doneBytes += input.source.size;
      if (inspection.nothing !== null && inputs.length > 1) {
        inspection.warnings = [...inspection.warnings, describeNothing(input, inspection.nothing)];
        inspection.refusal = null;
      }
      inspections.push(inspection);
    }
    verify();
    const { damaged, others } = separateDamaged(warningFacts);
    return describeInspections([...inspections, ...damaged], others, voiceOf(options));
  });
}

/** Inputs that could not even be opened are shown as tables of which nothing is known. */
function separateDamaged(facts: WarningFacts[]): { damaged: Inspection[]; others: WarningFacts[] } {
  const damaged: Inspection[] = [];
  const others: WarningFacts[] = [];
  for (const each of facts) {
    if (each.code !== 'damaged-skipped') others.push(each);
    else damaged.push({ ...startInspection(each.file, null, false), refusal: each.failure as Refusal });
  }
  return { damaged, others };
}
