import { licenceMessagesFor } from '../../messages/licences/index.ts';
import { workbookMessagesFor } from '../../messages/workbook/index.ts';
import { defaultLimits } from '../../write/workbook/limits.ts';
import { createListSheet, type ListColumn } from '../../write/workbook/list-sheet.ts';
import { addMergedRow } from '../../write/workbook/merged-row.ts';
import type { Packing } from '../../write/workbook/packing.ts';
import { addRow, openSheet } from '../../write/workbook/sheet.ts';
import { relieveSeries } from '../../write/workbook/sheet-series.ts';
import { findFormat } from '../../write/workbook/styles.ts';
import { createWorkbook } from '../../write/workbook/workbook.ts';
import type { Write } from '../../write/write.ts';
import { explainLicence, type LicenceContext, placeLicence } from './describe-licence.ts';
import type { LicenceForm } from './licence-form.ts';
import { listLicenceFiles, listLicenceTables, stateLicences } from './licence-tables.ts';

const summaryWidths = [44, 28, 14, 14, 14];

/**
 * A report as a workbook: the summary, and a sheet of findings.
 *
 * @throws {UsccError} `output`, from its methods, when the file would exceed 4 GiB; whatever `write` throws
 */
export function createLicenceWorkbook(write: Write, context: LicenceContext, packing: Packing): LicenceForm {
  const { lang } = context;
  const messages = licenceMessagesFor(lang);
  const { columns, sheets } = messages;
  const workbook = createWorkbook(write, packing, lang, workbookMessagesFor(lang), 'report');
  const summaryName = workbook.names.claim(sheets.summary);
  const text = (heading: string, width: number, isCommon = false): ListColumn => ({
    heading,
    width,
    format: 'text',
    isCommon,
  });
  const list = createListSheet({
    workbook,
    name: sheets.findings,
    tab: { group: 'problems', order: 0 },
    columns: [
      ...[text(columns.place, 22), text(columns.severity, 8, true), text(columns.rule, 22, true)],
      ...[text(columns.column, 26, true), text(columns.value, 24), text(columns.reason, 48, true)],
      ...[text(columns.suggestion, 24), text(columns.name, 30), text(columns.body, 26, true)],
    ],
    limits: defaultLimits,
  });
  list.series.open();
  return {
    async add(batch) {
      for (const finding of batch) {
        list.add([
          placeLicence(finding, context),
          messages.severities[finding.severity],
          messages.rules[finding.rule],
          finding.column,
          finding.value,
          explainLicence(finding, lang),
          finding.suggestion ?? '',
          finding.name,
          finding.body,
        ]);
      }
      await relieveSeries([list.series], defaultLimits);
    },
    async finish(report) {
      const layout = { widths: summaryWidths, headerRow: 2, isRepeated: false, hasFilter: false, isFirst: true };
      const sheet = openSheet(summaryName, layout, workbook);
      addMergedRow(sheet, messages.title, findFormat('title'), 30);
      const [verdict = '', ...rest] = stateLicences(report, lang);
      addMergedRow(sheet, verdict, findFormat(report.met ? 'good' : 'bad'), 24);
      for (const line of [...rest, ...listLicenceFiles(report, lang)])
        addMergedRow(sheet, line, findFormat('remark'), 16);
      for (const { title, headings, rows } of listLicenceTables(report, lang)) {
        addRow(sheet, [], []);
        addRow(sheet, [title], [findFormat('section')], 24);
        for (const [index, row] of [headings, ...rows].entries()) {
          const format = findFormat(index === 0 ? 'header' : 'text');
          addRow(
            sheet,
            row,
            row.map(() => format),
          );
        }
      }
      await workbook.add(sheet, { group: 'summary', order: 0 }, []);
      await list.series.turn();
      await workbook.end();
    },
  };
}
