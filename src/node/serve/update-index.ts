import type { ScanOptions } from '../../engine/options.ts';
import { voiceOf } from '../../messages/voice.ts';
import { describeWarning, type Warning } from '../../messages/warning/index.ts';
import { buildIndex } from '../../serve/index/build-index.ts';
import { makeFolders } from '../outputs/make-folders.ts';
import { withRun } from '../run.ts';
import { createIndexWriter, fingerprintOf } from './index-folder.ts';

/** Builds a new index of a registry in a folder; what stands there is used until it is whole. */
export async function updateIndex(files: string[], folder: string, options: ScanOptions): Promise<Warning[]> {
  await makeFolders(folder);
  const fingerprint = fingerprintOf(files, settingsOf(options));
  return withRun(files, options, async (run) => {
    const writer = createIndexWriter(folder);
    try {
      const { inputs, platform } = run;
      const { warnings, ...index } = await buildIndex({ inputs, options, platform, append: writer.append });
      run.verify();
      writer.finish(index, { fingerprint, builtAt: new Date().toISOString() });
      return [...run.warnings, ...warnings.map((facts) => describeWarning(facts, voiceOf(options)))];
    } catch (error) {
      writer.abort();
      throw error;
    }
  });
}

/** What of the options says how tables are read. */
export function settingsOf(options: ScanOptions): object {
  const { codeColumn, nameColumn, encoding, delimiter, header, sheet, isEscaped, records, skipDamaged } = options;
  return { codeColumn, nameColumn, encoding, delimiter, header, sheet, isEscaped, records, skipDamaged };
}
