import { isValid } from '../../code/validate.ts';
import type { HeadRecord } from './head.ts';
import { findCodeHeaders } from './header-names.ts';

/** Delimiters that are looked for, likeliest first. */
export const delimiters = [',', '\t', ';', '|'] as const;

/** The delimiter by which the first records have most cells, all of them alike; a comma when none splits them. */
export function chooseDelimiter(read: (delimiter: number) => HeadRecord[]): string {
  let best = ',';
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const score = scoreRecords(read(delimiter.charCodeAt(0)));
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/**
 * Cells beyond the first of the commonest width, times the square of the share of records that have it. Nothing where the
 * first record is a code column's name, or a code, all by itself: what stands around codes there is no delimiter.
 */
function scoreRecords(records: HeadRecord[]): number {
  const [first = ''] = records[0]?.cells ?? [];
  if (records[0]?.cells.length === 1 && (findCodeHeaders([first]).length > 0 || isValid(first))) return 0;
  const widths = new Map<number, number>();
  for (const { cells } of records) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  let score = 0;
  for (const [width, count] of widths) score = Math.max(score, (width - 1) * (count / records.length) ** 2);
  return score;
}
