import { listMessagesFor } from '../../messages/lists/index.ts';
import { nameFile } from '../../messages/location/index.ts';
import { reportMessagesFor } from '../../messages/report/index.ts';
import { suspectMessagesFor } from '../../messages/suspect/index.ts';
import { messagesFor } from '../../messages/verdict/index.ts';
import { workbookMessagesFor } from '../../messages/workbook/index.ts';
import { regions } from '../../regions/index.ts';
import { defaultLimits, type WorkbookLimits } from '../../write/workbook/limits.ts';
import { createListSheet, type ListSheet } from '../../write/workbook/list-sheet.ts';
import { type Packing, plainPacking } from '../../write/workbook/packing.ts';
import type { CellValue } from '../../write/workbook/row.ts';
import { relieveSeries } from '../../write/workbook/sheet-series.ts';
import { createWorkbook } from '../../write/workbook/workbook.ts';
import type { Write } from '../../write/write.ts';
import type { ReportContext, ReportWriter } from '../report-writer.ts';
import { listRows } from './finding-rows.ts';
import { type ListColumns, listColumnsOf } from './list-columns.ts';

/** Far more than there are; it is data that decides how many are asked for. */
const mostRegions = 10_000;

/**
 * `lists.xlsx`: findings, duplicates and, where they were asked for, suspects, as the CSV lists have them, with every code as
 * text. Spreadsheet programs make numbers of codes that are all digits when they open a CSV; this one survives a double click.
 *
 * @throws {UsccError} `output`, from its methods, when the file would exceed 4 GiB; whatever `write` throws
 */
export function createListsWriter(
  write: Write,
  context: ReportContext,
  packing: Packing = plainPacking,
  limits: WorkbookLimits = defaultLimits,
): ReportWriter {
  const { lang, files, sheets } = context;
  const words = listMessagesFor(lang);
  const workbook = createWorkbook(write, packing, lang, workbookMessagesFor(lang), 'report');
  const lists: ListSheet[] = [];
  const open = (name: keyof ListColumns): ListSheet => {
    const list = createListSheet({
      workbook,
      name: words.sheets[name],
      tab: { group: 'problems', order: lists.length },
      columns: listColumnsOf(name, words),
      limits,
      isFirst: lists.length === 0,
    });
    list.series.open();
    lists.push(list);
    return list;
  };
  const findings = open('findings');
  const duplicates = open('duplicates');
  let suspects: ListSheet | null = null;
  const { issueTitles, noteTitles } = reportMessagesFor(lang);
  const titles: Record<string, string> = { ...issueTitles, ...noteTitles };
  const { partitions } = messagesFor(lang);
  let numbered = 0;
  let groupCount = 0;

  const names: string[] = [];
  const nameOf = (file: number): string => (names[file] ??= nameFile(files[file] ?? '', sheets[file] ?? null));
  const listPlace = (file: number, line: number, row: number): CellValue[] => [
    nameOf(file),
    sheets[file] ?? null,
    line,
    row,
  ];
  const regionNames = new Map<string, string>();
  const describeRegion = (code: string): string => {
    let shown = regionNames.get(code);
    if (shown === undefined) {
      if (regionNames.size >= mostRegions) regionNames.clear();
      shown = `${code} ${regions.name(code) ?? ''}`.trim();
      regionNames.set(code, shown);
    }
    return shown;
  };
  const settle = (): Promise<void> =>
    relieveSeries(
      lists.map(({ series }) => series),
      limits,
    );

  return {
    async addFindings(batch) {
      for (const { finding, issue, explanation, suggestion } of listRows(batch, context)) {
        const { file, line, row, partition, code, normalized, authority, region, name, unit } = finding;
        findings.add([
          ++numbered,
          nameOf(file),
          sheets[file] ?? null,
          line,
          row,
          partitions[partition],
          titles[issue] ?? issue,
          code,
          normalized,
          explanation,
          suggestion,
          authority === '?' ? null : authority,
          region === '?' ? null : describeRegion(region),
          name,
          unit,
        ]);
        if (findings.series.isFull()) await findings.series.turn();
      }
      await settle();
    },
    async addDuplicates(batch) {
      for (const { group, kind, code, file, line, row, name, unit } of batch) {
        const shown = kind === null ? words.unknownKind : words.kinds[kind];
        duplicates.add([group, shown, code, ...listPlace(file, line, row), name, unit]);
        if (duplicates.series.isFull()) await duplicates.series.turn();
      }
      await settle();
    },
    async addSuspects(batch) {
      suspects ??= open('suspects');
      const { explain } = suspectMessagesFor(lang);
      for (const { kind, evidence, confidence, records } of batch) {
        groupCount++;
        const what = [groupCount, explain(kind, evidence), `${Math.round(confidence * 100)}%`];
        for (const { code, file, line, row, name } of records) {
          suspects.add([...what, code, ...listPlace(file, line, row), name]);
        }
        if (suspects.series.isFull()) await suspects.series.turn();
      }
      await settle();
    },
    async finish(report) {
      if (report.suspects !== undefined) suspects ??= open('suspects');
      for (const { series } of lists) await series.turn();
      await workbook.end();
    },
  };
}
