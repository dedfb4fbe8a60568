import type { GroupRow } from '../check/report.ts';

/** The rows that reports list: most problems first. */
export interface WorstRows<Row> {
  shown: Row[];
  /** Rows with problems that are not shown. */
  moreCount: number;
}

/** The first rows with problems; units, which are told how far they have converted, also when all they have is older numbers. */
export function listWorstRows<Row extends GroupRow>(rows: readonly Row[], most: number): WorstRows<Row> {
  const shown = rows
    .filter((row) => row.problems > 0 || ('conversion' in row && row.unconverted > 0))
    .sort((a, b) => b.problems - a.problems || b.unconverted - a.unconverted)
    .slice(0, most);
  const hasProblems = ({ problems }: Row): boolean => problems > 0;
  return { shown, moreCount: rows.filter(hasProblems).length - shown.filter(hasProblems).length };
}
