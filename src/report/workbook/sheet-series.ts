import type { Book, Place } from './book.ts';
import type { WorkbookLimits } from './limits.ts';
import { fitHeight } from './merged-row.ts';
import type { CellValue } from './row.ts';
import { addRow, openSheet, type Sheet, type SheetLayout, type Validation } from './sheet.ts';

/** What all sheets of a series have in common. */
export interface SeriesPlan {
  book: Book;
  name: string;
  place: Place;
  layout: SheetLayout;
  /** Cell formats of a row. */
  formats: number[];
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
  add(values: CellValue[]): void;
  isFull(): boolean;
  heldBytes(): number;
  /** Writes the sheet at hand, if there is one. */
  turn(): Promise<void>;
  /** Names of the sheets so far. */
  names: string[];
}

export function createSheetSeries(plan: SeriesPlan): SheetSeries {
  const { book, limits } = plan;
  const names: string[] = [];
  let sheet: Sheet | null = null;

  function start(): Sheet {
    const opened = openSheet(book.names.claim(plan.name), plan.layout, book.texts);
    names.push(opened.name);
    plan.begin(opened);
    return opened;
  }

  return {
    names,
    open() {
      sheet ??= start();
    },
    add(values) {
      sheet ??= start();
      addRow(sheet, values, plan.formats, fitHeight(values, plan.layout.widths));
    },
    isFull: () => sheet !== null && (sheet.next > limits.rowsPerSheet || sheet.text.textBytes() > limits.sheetBytes),
    heldBytes: () => sheet?.text.heldBytes() ?? 0,
    async turn() {
      if (sheet === null) return;
      const full = sheet;
      sheet = null;
      await book.add(full, plan.place, plan.validations);
    },
  };
}
