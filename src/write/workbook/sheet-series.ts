import type { WorkbookLimits } from './limits.ts';
import type { CellStyle, CellValue } from './row.ts';
import { addCells, addValues, openSheet, type Sheet, type SheetLayout, type Validation } from './sheet.ts';
import type { TabPosition, Workbook } from './workbook.ts';

/** What all sheets of a series have in common. */
export interface SeriesPlan {
  workbook: Workbook;
  name: string;
  /** Whether the first sheet's name was claimed beforehand, so that no unit gets it. */
  isClaimed?: boolean;
  tab: TabPosition;
  layout: SheetLayout;
  validations: Validation[];
  limits: WorkbookLimits;
  /** Writes the rows down to the header. */
  begin(sheet: Sheet): void;
}

/**
 * A list on as many sheets as it takes: `name`, `name (2)`, …
 *
 *   add add add … isFull ─▶ turn: the sheet is written, and the next row opens another
 */
export interface SheetSeries {
  /** Starts the first sheet, though there may be nothing to list. */
  open(): void;
  /** Adds a row of cells as `formatCell` writes them, so many points high. */
  add(cells: string[], height: number): void;
  /** Adds a row of values, each in its style. */
  addValues(values: CellValue[], styles: CellStyle[], height: number): void;
  isFull(): boolean;
  heldBytes(): number;
  /** Waits until the rows at hand are packed. */
  settle(): Promise<void>;
  /** Writes the sheet at hand, if there is one. */
  turn(): Promise<void>;
  /** Names of the sheets so far. */
  names: string[];
}

export function createSheetSeries(plan: SeriesPlan): SheetSeries {
  const { workbook, limits } = plan;
  const names: string[] = [];
  let sheet: Sheet | null = null;

  function start(): Sheet {
    const isGiven = plan.isClaimed === true && names.length === 0;
    const opened = openSheet(isGiven ? plan.name : workbook.names.claim(plan.name), plan.layout, workbook);
    names.push(opened.name);
    plan.begin(opened);
    return opened;
  }

  return {
    names,
    open() {
      if (names.length === 0) sheet = start();
    },
    add(cells, height) {
      sheet ??= start();
      addCells(sheet, cells, height);
    },
    addValues(values, styles, height) {
      sheet ??= start();
      addValues(sheet, values, styles, height);
    },
    isFull: () => sheet !== null && (sheet.next > limits.rowsPerSheet || sheet.text.textBytes() > limits.sheetBytes),
    heldBytes: () => sheet?.text.heldBytes() ?? 0,
    async settle() {
      await sheet?.text.settle();
    },
    async turn() {
      if (sheet === null) return;
      const full = sheet;
      sheet = null;
      await workbook.add(full, plan.tab, plan.validations);
    },
  };
}

/** Writes sheets that are full, and the largest while all together hold too much. */
export async function relieveSeries(all: SheetSeries[], limits: WorkbookLimits): Promise<void> {
  for (const series of all) {
    await series.settle();
    if (series.isFull()) await series.turn();
  }
  let held = all.reduce((sum, series) => sum + series.heldBytes(), 0);
  while (held > limits.heldBytes) {
    const largest = all.reduce((a, b) => (b.heldBytes() > a.heldBytes() ? b : a));
    held -= largest.heldBytes();
    await largest.turn();
  }
}
