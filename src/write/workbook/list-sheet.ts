import type { WorkbookLimits } from './limits.ts';
import { addMergedRow, countLines, heightOf } from './merged-row.ts';
import type { CellValue } from './row.ts';
import { addRow } from './sheet.ts';
import { createSheetSeries, type SheetSeries } from './sheet-series.ts';
import { findFormat } from './styles.ts';
import type { TabPosition, Workbook } from './workbook.ts';

/** A column of a list. */
export interface ListColumn {
  heading: string;
  /** In digits. */
  width: number;
  format: 'count' | 'text' | 'fill';
  /** Whether many rows are likely to hold the same text. */
  isCommon?: boolean;
}

/** What a list is made with. */
export interface ListPlan {
  workbook: Workbook;
  /** Claimed when the first sheet opens, unless `isClaimed` says that it has been. */
  name: string;
  isClaimed?: boolean;
  tab: TabPosition;
  columns: ListColumn[];
  limits: WorkbookLimits;
  /** Rows over all columns above the header: a title, remarks. */
  above?: { text: string; format: 'title' | 'caution' | 'remark'; points: number }[];
  headerPoints?: number;
  /** Whether it is shown when the workbook opens. */
  isFirst?: boolean;
}

/** Rows of the same columns, on as many sheets as they take. */
export interface ListSheet {
  series: SheetSeries;
  add(values: CellValue[]): void;
}

const usualHeaderPoints = 20;

export function createListSheet(plan: ListPlan): ListSheet {
  const { workbook, columns, above = [], headerPoints = usualHeaderPoints } = plan;
  const widths = columns.map(({ width }) => width);
  const styles = columns.map(({ format, isCommon = false }) => ({ format: findFormat(format), isCommon }));
  const headerFormats = columns.map(({ format }) => findFormat(format === 'fill' ? 'fillHeader' : 'header'));
  const series = createSheetSeries({
    workbook,
    name: plan.name,
    isClaimed: plan.isClaimed ?? false,
    tab: plan.tab,
    layout: {
      widths,
      headerRow: above.length + 1,
      isRepeated: true,
      hasFilter: true,
      isFirst: plan.isFirst ?? false,
    },
    validations: [],
    limits: plan.limits,
    begin(sheet) {
      for (const { text, format, points } of above) addMergedRow(sheet, text, findFormat(format), points);
      addRow(
        sheet,
        columns.map(({ heading }) => heading),
        headerFormats,
        headerPoints,
      );
    },
  });
  return {
    series,
    add(values) {
      let lines = 1;
      for (let column = 0; column < values.length; column++) {
        const value = values[column];
        if (typeof value === 'string') lines = Math.max(lines, countLines(value, widths[column] ?? 0));
      }
      series.addValues(values, styles, heightOf(lines));
    },
  };
}
