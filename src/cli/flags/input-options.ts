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
  const { codeColumn, nameColumn, encoding, delimiter, header, sheet, records, workers, tempDir } = flags;
  return {
    face: 'command',
    encoding,
    codeColumn,
    nameColumn,
    delimiter,
    header: header ? undefined : false,
    sheet,
    isEscaped: flags.escape || undefined,
    records,
    skipDamaged: flags.skipDamaged || undefined,
    workers,
    memoryBytes: flags.memory,
    maxExpandBytes: flags.maxExpand,
    tempDir,
  };
}
