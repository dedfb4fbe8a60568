import { openRegistry } from '../clean/lookup/open-registry.ts';
import type { LicenceReport } from '../licences/licence-report.ts';
import { judgeLicences as judge } from '../licences/licences.ts';
import type { LicenceOptions } from '../licences/options.ts';
import { voiceOf } from '../messages/voice.ts';
import { describeWarning } from '../messages/warning/index.ts';
import { type InputSources, readSources } from './inputs/input-sources.ts';
import { readOptions } from './options/read-options.ts';
import { readRegistryOptions } from './registry-options.ts';
import { type Run, withRun } from './run.ts';

/**
 * Judges tables of administrative licences and penalties (双公示): every code column by its own rule, what the whole of the files shows, and
 * with `against` whether codes and names belong together.
 *
 * @param files tables, as `checkRegistry` takes them
 * @throws {UsccError} `input` when a file cannot be read or is no such table, `aborted`, `worker`; a report is never partial
 * @example
 * const { compliance, byRule } = await judgeLicences(['XK.xlsx'], { onFindings: (batch) => console.log(batch) });
 */
export async function judgeLicences(files: InputSources, given: LicenceOptions = {}): Promise<LicenceReport> {
  const asked = readOptions<LicenceOptions>('judgeLicences', given);
  const options: LicenceOptions = { ...(asked.onFindings !== undefined && { findings: 'all' as const }), ...asked };
  const tables = readSources('judgeLicences', files, options.lang);
  const { against = [] } = options;
  if (against.length === 0) return withRun(tables, options, (run) => judgeTables(run, options, null));
  const registryOptions = readRegistryOptions(options);
  return withRun(readSources('judgeLicences', against, options.lang), registryOptions, (registry) => {
    const work = async (run: Run): Promise<LicenceReport> => {
      const report = await judgeTables(run, options, { ...registry, options: registryOptions });
      registry.verify();
      return { ...report, warnings: [...registry.warnings, ...report.warnings] };
    };
    return withRun(tables, options, work, registry);
  });
}

type RegistryRun = Parameters<typeof openRegistry>[0];

async function judgeTables(run: Run, options: LicenceOptions, against: RegistryRun | null): Promise<LicenceReport> {
  const { inputs, platform, memoryBytes } = run;
  const registry = against === null ? null : await openRegistry(against);
  const report = await judge(inputs, { ...options, memoryBytes }, platform, registry);
  run.verify();
  const passedOver = (registry?.warnings ?? []).map((facts) => describeWarning(facts, voiceOf(options)));
  return { ...report, warnings: [...run.warnings, ...passedOver, ...report.warnings] };
}
