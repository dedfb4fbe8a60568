/** What a workbook of ours is for: to be read, or to be filled in and sent back. Neither is a table to check. */
export type WorkbookKind = 'report' | 'return';

/** The custom property of a workbook that says it. */
export const kindProperty = 'uscc-toolkit';

/** The value of that property, if it is one. */
export function asWorkbookKind(value: unknown): WorkbookKind | null {
  return value === 'report' || value === 'return' ? value : null;
}
