import type { LicenceReport } from '../licences/licence-report.ts';
import { judgeLicences as judge } from '../licences/licences.ts';
import type { LicenceOptions } from '../licences/options.ts';
import { type InputSources, readSources } from './inputs/input-sources.ts';
import { readOptions } from './options/read-options.ts';
import { withRun } from './run.ts';

/**
 * Judges tables of administrative licences and penalties (双公示): every code column by its own rule, and what the whole of the files shows.
 *
 * @param files tables, as `checkRegistry` takes them
 * @throws {UsccError} `input` when a file cannot be read or is no such table, `aborted`, `worker`; a report is never partial
 * @example
 * const { compliance, byRule } = await judgeLicences(['XK.xlsx'], { onFindings: (batch) => console.log(batch) });
 */
export async function judgeLicences(files: InputSources, given: LicenceOptions = {}): Promise<LicenceReport> {
  const asked = readOptions<LicenceOptions>('judgeLicences', given);
  const options: LicenceOptions = { ...(asked.onFindings !== undefined && { findings: 'all' as const }), ...asked };
  return withRun(readSources('judgeLicences', files, options.lang), options, async (run) => {
    const { inputs, platform, memoryBytes } = run;
    const report = await judge(inputs, { ...options, memoryBytes }, platform);
    run.verify();
    return { ...report, warnings: [...run.warnings, ...report.warnings] };
  });
}
