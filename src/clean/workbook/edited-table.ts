import type { FilePlan } from '../../engine/plan/plan.ts';
import type { FinishedEdits, TableEdits } from '../../write/workbook/edit/table-edits.ts';

/** A table, and what becomes of it. */
export interface EditedTable {
  plan: FilePlan;
  edits: TableEdits;
}

/** A table whose edits are made. */
export type FinishedTable = EditedTable & { finished: FinishedEdits };
