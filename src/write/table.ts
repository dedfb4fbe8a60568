import { measureWidth, pad } from './width.ts';

/**
 * Rows of cells as lines of aligned columns, two spaces apart. `sides` says to which side each column leans; the last
 * one is not filled up.
 */
export function alignColumns(rows: string[][], sides: ('left' | 'right')[], indent = '  '): string[] {
  const widths = sides.map((_, column) => Math.max(0, ...rows.map((row) => measureWidth(row[column] ?? ''))));
  return rows.map((row) => {
    const cells = sides.map((side, column) => pad(row[column] ?? '', widths[column] ?? 0, side));
    return (indent + cells.join('  ')).trimEnd();
  });
}
