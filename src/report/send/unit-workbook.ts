import { describeCharge } from '../../messages/problem-sum/index.ts';
import type { SendColumn, SendMessages } from '../../messages/send/index.ts';
import type { WorkbookMessages } from '../../messages/workbook/index.ts';
import { defaultLimits } from '../../write/workbook/limits.ts';
import { addMergedRow, countLines, heightOf } from '../../write/workbook/merged-row.ts';
import type { Packing } from '../../write/workbook/packing.ts';
import { type CellValue, formatCell } from '../../write/workbook/row.ts';
import { addRow, type Sheet } from '../../write/workbook/sheet.ts';
import { createSheetSeries, type SheetSeries } from '../../write/workbook/sheet-series.ts';
import { findFormat } from '../../write/workbook/styles.ts';
import { createWorkbook, type Workbook } from '../../write/workbook/workbook.ts';
import type { Write } from '../../write/write.ts';
import type { About } from '../about.ts';
import type { Problem } from '../workbook/problem.ts';
import { listValidations } from '../workbook/validations.ts';

/** As wide as an A4 page across takes at 11 points. */
const columns: { name: SendColumn; width: number }[] = [
  { name: 'number', width: 6 },
  { name: 'place', width: 16 },
  { name: 'name', width: 20 },
  { name: 'code', width: 21 },
  { name: 'description', width: 30 },
  { name: 'suggestion', width: 21 },
  { name: 'action', width: 8 },
  { name: 'corrected', width: 21 },
  { name: 'remark', width: 9 },
];
const filled: SendColumn[] = ['action', 'corrected', 'remark'];
const headerPoints = 36;

/** The workbook of one unit under construction. */
export interface UnitWorkbook {
  /** How many problems are on it. */
  count(): number;
  series: SheetSeries;
  add(problem: Problem): void;
  end(): Promise<void>;
}

export interface UnitWorkbookPlan {
  unit: string;
  about: About;
  lang: 'zh' | 'en';
  messages: WorkbookMessages;
  words: SendMessages;
  packing: Packing;
  write: Write;
}

export function createUnitWorkbook(plan: UnitWorkbookPlan): UnitWorkbook {
  const { unit, about, lang, messages, words, packing, write } = plan;
  const workbook: Workbook = createWorkbook(write, packing, lang, messages, 'return');
  const widths = columns.map(({ width }) => width);
  const formats = columns.map(({ name }) =>
    findFormat(name === 'number' ? 'count' : filled.includes(name) ? 'fill' : 'text'),
  );
  const { facts } = words;
  const { period = '', organization = '', due = '', contact = '' } = about;
  const shown = (
    [
      [facts.unit, unit],
      [facts.organization, organization],
      [facts.period, period],
      [facts.due, due],
      [facts.contact, contact],
    ] as const
  )
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}：${value}`)
    .join('　　');
  const headerRow = 6;
  const series = createSheetSeries({
    workbook,
    name: words.sheet,
    tab: { group: 'units', order: 0 },
    layout: {
      widths,
      headerRow,
      isRepeated: true,
      hasFilter: false,
      isFirst: true,
      pageHeader: { left: unit, right: due === '' ? '' : `${facts.due}：${due}` },
    },
    validations: listValidations(
      columns.map(({ name }) => (name === 'place' ? 'file' : name)),
      messages,
      headerRow + 1,
    ),
    limits: defaultLimits,
    begin(sheet) {
      addMergedRow(sheet, words.title(period), findFormat('title'), 28);
      addMergedRow(sheet, shown, findFormat('section'), 20);
      addMergedRow(sheet, messages.instructions, findFormat('remark'), 14);
      addMergedRow(sheet, describeCharge(lang), findFormat('remark'), 14);
      addMergedRow(sheet, messages.signature, findFormat('signature'), 26);
      addHeader(sheet, words);
    },
  });
  let count = 0;
  return {
    series,
    count: () => count,
    add(problem) {
      const { place, name, code, kind, description, suggestion } = problem;
      const values: CellValue[] = [++count, place, name, code, `${kind}。${description}`, suggestion, null, null, null];
      let lines = 1;
      const cells = values.map((value, index) => {
        if (typeof value === 'string') lines = Math.max(lines, countLines(value, (widths[index] ?? 0) - 1));
        return formatCell(value, formats[index] ?? 0, workbook.texts, false);
      });
      series.add(cells, heightOf(lines));
    },
    async end() {
      await series.turn();
      await workbook.end();
    },
  };
}

function addHeader(sheet: Sheet, { columns: headings }: SendMessages): void {
  addRow(
    sheet,
    columns.map(({ name }) => headings[name]),
    columns.map(({ name }) => findFormat(filled.includes(name) ? 'fillHeader' : 'header')),
    headerPoints,
  );
}
