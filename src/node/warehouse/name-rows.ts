import type { OutputOptions } from '../../check/options.ts';
import { maskCell } from '../../code/cell/mask.ts';
import type { Input } from '../../tables/input.ts';

/** Has findings and duplicates carry what names their rows in an engine's table, where a key column is read. */
export function nameRows<Options extends OutputOptions>(inputs: Input[], options: Options): Options {
  const tables = inputs.map(({ table }) => table?.engine);
  if (tables.every((engine) => engine === undefined)) return options;
  const { onFindings, onDuplicates } = options;
  const name = <Record extends { file: number; row: number }>(record: Record): Record => {
    const key = tables[record.file]?.keyOf(record.row) ?? null;
    return key === null ? record : { ...record, key: maskCell(key) };
  };
  return {
    ...options,
    ...(onFindings && { onFindings: (batch) => onFindings(batch.map(name)) }),
    ...(onDuplicates && { onDuplicates: (batch) => onDuplicates(batch.map(name)) }),
  } as Options;
}
