import { ledgerMessagesFor } from '../../messages/ledger/index.ts';
import { ledgerFormMessagesFor } from '../../messages/ledger-form/index.ts';
import { addMergedRow, fitHeight } from '../../write/workbook/merged-row.ts';
import type { Packing } from '../../write/workbook/packing.ts';
import type { CellValue } from '../../write/workbook/row.ts';
import { addRow, openSheet } from '../../write/workbook/sheet.ts';
import { findFormat, findRateFormat } from '../../write/workbook/styles.ts';
import { createWorkbook, type Workbook } from '../../write/workbook/workbook.ts';
import { describeKind } from '../form/form-row.ts';
import { formatNumber, type Problem } from '../problem.ts';
import type { Standings } from '../standings.ts';
import { countLive, type LedgerStatus } from '../status.ts';
import { assessedRate, showUnit } from './words.ts';

type Write = (chunk: string | Uint8Array) => Promise<void>;

/** A sheet of the workbook: a title, a header, rows. */
interface Table {
  name: string;
  title: string;
  headings: string[];
  widths: number[];
  /** Which columns are rates. */
  rates: number[];
  rows: CellValue[][];
}

const rateDigits = 4;

/** Where the loop stands, as a workbook: months, units, what is to be done. */
export async function writeStatusWorkbook(
  write: Write,
  status: LedgerStatus,
  todo: Problem[],
  { lang, packing }: { lang: 'zh' | 'en'; packing: Packing },
): Promise<void> {
  const workbook = createWorkbook(write, packing, lang, ledgerFormMessagesFor(lang), 'report');
  const { status: words } = ledgerMessagesFor(lang);
  const tables = [
    describeMonths(status, lang),
    describeUnits(words.units, status, lang),
    ...describeLicences(status, lang),
    describeTodo(status, todo, lang),
  ];
  for (const [order, table] of tables.entries()) await addTable(workbook, table, order);
  await workbook.end();
}

async function addTable(
  workbook: Workbook,
  { name, title, headings, widths, rates, rows }: Table,
  order: number,
): Promise<void> {
  const layout = { widths, headerRow: 2, isRepeated: true, hasFilter: true, isFirst: order === 0 };
  const sheet = openSheet(workbook.names.claim(name), layout, workbook);
  addMergedRow(sheet, title, findFormat('title'), 24);
  addRow(
    sheet,
    headings,
    headings.map(() => findFormat('header')),
    32,
  );
  for (const row of rows) {
    const formats = row.map((value, at) =>
      rates.includes(at) ? findRateFormat(rateDigits) : findFormat(typeof value === 'number' ? 'count' : 'text'),
    );
    addRow(sheet, row, formats, fitHeight(row, widths));
  }
  await workbook.add(sheet, { group: 'summary', order }, []);
}

function describeMonths({ periods, organization, period, asOf }: LedgerStatus, lang: 'zh' | 'en'): Table {
  const { status: words } = ledgerMessagesFor(lang);
  return {
    name: words.months,
    title: `${words.title(organization)}  ${words.asOf({ period, day: asOf })}`,
    headings: [words.period, words.records, words.rate, words.openedColumn, words.closed, words.reappeared, words.open],
    widths: [12, 14, 12, 12, 12, 12, 12],
    rates: [2],
    rows: periods.map((month) => [
      month.period,
      month.records,
      assessedRate(month).value,
      month.opened,
      month.closed,
      month.reappeared,
      month.open,
    ]),
  };
}

/** Months and bodies of licences and penalties, where there are any. */
function describeLicences({ licences }: LedgerStatus, lang: 'zh' | 'en'): Table[] {
  if (licences === null) return [];
  const { status: words } = ledgerMessagesFor(lang);
  const months: Table = {
    name: words.licenceMonths,
    title: words.licenceMonths,
    headings: [
      words.period,
      words.records,
      words.compliance,
      words.pointsLost,
      words.openedColumn,
      words.closed,
      words.reappeared,
      words.open,
    ],
    widths: [12, 14, 12, 12, 12, 12, 12, 12],
    rates: [2],
    rows: licences.periods.map((month) => [
      month.period,
      month.records,
      month.compliance.value,
      month.points,
      month.opened,
      month.closed,
      month.reappeared,
      month.open,
    ]),
  };
  return [months, describeUnits(words.licenceUnits, licences, lang)];
}

function describeUnits(name: string, { byUnit }: Standings, lang: 'zh' | 'en'): Table {
  const { status: words } = ledgerMessagesFor(lang);
  return {
    name,
    title: name,
    headings: [
      words.unit,
      words.overdue,
      words.open,
      words.answered,
      words.closed,
      words.reappeared,
      words.correctionRate,
    ],
    widths: [34, 12, 12, 12, 12, 12, 14],
    rates: [6],
    rows: byUnit.map((unit) => [
      showUnit(unit.unit, lang),
      unit.overdue,
      unit.open,
      unit.answered,
      unit.closed,
      unit.reappeared,
      unit.correctionRate.value,
    ]),
  };
}

function describeTodo(status: LedgerStatus, todo: Problem[], lang: 'zh' | 'en'): Table {
  const { status: words } = ledgerMessagesFor(lang);
  const more = countLive(status) - todo.length;
  return {
    name: words.todo,
    title: more > 0 ? `${words.todo} (${words.more(more)})` : words.todo,
    headings: [words.number, words.due, words.unit, words.name, words.code, words.problem],
    widths: [12, 13, 26, 34, 23, 40],
    rates: [],
    rows: todo.map((problem) => [
      formatNumber(problem.id),
      problem.due,
      showUnit(problem.unit, lang),
      problem.name,
      problem.code,
      describeKind(problem, lang),
    ]),
  };
}
