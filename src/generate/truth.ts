import { formatRows } from '../write/delimited.ts';
import type { TruthEntry } from './options.ts';

export const truthHeader = 'row,kind,before,after\n';

/** Lines of a truth file (CSV, RFC 4180). */
export function formatTruth(entries: readonly TruthEntry[]): string {
  return formatRows(
    entries.map(({ row, kind, before, after }) => [row, kind, before, after]),
    ',',
    '\n',
  );
}
