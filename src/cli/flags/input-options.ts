import type { CheckOptions } from '../../check/options.ts';
import type { FlagsOf } from './flags-of.ts';

/** The flags that say how tables are read, as every command that reads some has them. */
export type ReadingFlags = Pick<
  FlagsOf<'check'>,
  | 'codeColumn'
  | 'nameColumn'
  | 'encoding'
  | 'delimiter'
  | 'header'
  | 'sheet'
  | 'escape'
  | 'records'
  | 'skipDamaged'
  | 'workers'
  | 'memory'
  | 'maxExpand'
  | 'tempDir'
>;

/** What they mean to the engine. */
export function readInputFlags(flags: ReadingFlags): CheckOptions {
  const { codeColumn, nameColumn, encoding, delimiter, header, sheet, workers, memory, maxExpand, tempDir } = flags;
  return {
    face: 'command',
    encoding,
    ...(codeColumn === undefined ? {} : { codeColumn }),
    ...(nameColumn === undefined ? {} : { nameColumn }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(header ? {} : { header }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(flags.escape ? { isEscaped: true } : {}),
    ...(flags.records === undefined ? {} : { records: flags.records }),
    ...(flags.skipDamaged ? { skipDamaged: true } : {}),
    ...(workers === undefined ? {} : { workers }),
    ...(memory === undefined ? {} : { memoryBytes: memory }),
    ...(maxExpand === undefined ? {} : { maxExpandBytes: maxExpand }),
    ...(tempDir === undefined ? {} : { tempDir }),
  };
}
