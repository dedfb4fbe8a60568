/** How far a workbook goes before it goes another way; smaller numbers serve tests. */
export interface WorkbookLimits {
  /** Rows of a sheet, header included. What comes beyond goes on a further sheet. */
  rowsPerSheet: number;
  /** Bytes of a sheet's XML. What comes beyond goes on a further sheet. */
  sheetBytes: number;
  /** Sheets for units, in order of first appearance. The problems of all others share one. */
  unitSheets: number;
  /** Packed rows in memory. Beyond, the largest sheet is written and goes on on a further one. */
  heldBytes: number;
}

/** Excel's own limit for rows; 200 tabs are as many as a person can look through. */
export const defaultLimits: WorkbookLimits = {
  rowsPerSheet: 1_048_576,
  sheetBytes: 2 * 2 ** 30,
  unitSheets: 200,
  heldBytes: 96 * 2 ** 20,
};
