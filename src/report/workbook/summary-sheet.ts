import type { Report } from '../../check/report.ts';
import type { Voice } from '../../messages/voice.ts';
import type { WorkbookMessages } from '../../messages/workbook/index.ts';
import { plainStyle } from '../../write/style.ts';
import { addMergedRow } from '../../write/workbook/merged-row.ts';
import { openSheet, type Sheet, type SheetSupply } from '../../write/workbook/sheet.ts';
import { findFormat } from '../../write/workbook/styles.ts';
import { stateVerdict } from '../terminal/text-verdict.ts';
import { listGroupTables } from './summary-groups.ts';
import { listNumberTables } from './summary-numbers.ts';
import { addTable } from './summary-table.ts';

const widths = [40, 13, 13, 17, 13, 13, 13, 13, 13, 15];
const titlePoints = 30;
const verdictPoints = 24;
const detailPoints = 16;

/** The numbers of the report on one sheet: the verdict first, tables below, the long ones last. */
export function createSummarySheet(
  name: string,
  supply: SheetSupply,
  report: Report,
  voice: Voice,
  messages: WorkbookMessages,
): Sheet {
  const sheet = openSheet(name, { widths, headerRow: 2, isRepeated: false, hasFilter: false, isFirst: true }, supply);
  const [verdict = '', ...details] = stateVerdict({
    report,
    lang: voice.lang,
    style: plainStyle,
    findings: [],
    duplicates: [],
    folder: null,
    written: [],
  });
  addMergedRow(sheet, messages.summaryTitle, findFormat('title'), titlePoints);
  addMergedRow(sheet, verdict, findFormat(report.target.met ? 'good' : 'bad'), verdictPoints);
  for (const detail of details) addMergedRow(sheet, detail, findFormat('remark'), detailPoints);
  for (const table of [...listNumberTables(report, voice, messages), ...listGroupTables(report, voice, messages)]) {
    addTable(sheet, table);
  }
  return sheet;
}
