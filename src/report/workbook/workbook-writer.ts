import { reportMessagesFor } from '../../messages/report/index.ts';
import { messagesFor } from '../../messages/verdict/index.ts';
import { workbookMessagesFor } from '../../messages/workbook/index.ts';
import { defaultLimits, type WorkbookLimits } from '../../write/workbook/limits.ts';
import { type Packing, plainPacking } from '../../write/workbook/packing.ts';
import { createSheetSeries, relieveSeries, type SheetSeries } from '../../write/workbook/sheet-series.ts';
import { createWorkbook } from '../../write/workbook/workbook.ts';
import type { Write } from '../../write/write.ts';
import { type Counterparts, createCounterpartFinder } from '../counterparts.ts';
import { explainProblemSum } from '../problem-sum.ts';
import type { ReportContext, ReportWriter } from '../report-writer.ts';
import { createIndexSheet } from './index-sheet.ts';
import { createProblemMaker, type Problem } from './problem.ts';
import { addHeader, formatProblem, listCells, listColumns, listWidths } from './problem-columns.ts';
import { createSummarySheet } from './summary-sheet.ts';
import { createSuspectsSheet, type SuspectsSheet } from './suspects-sheet.ts';
import { createUnitSheets } from './unit-sheets.ts';

/*
 *   findings, duplicates ─▶ problem ─┬─▶ 重错码汇总表            full, or too much held? ─▶ archive ─▶ write
 *                                    └─▶ the sheet of its unit
 *   suspects ───────────────────────────▶ 疑似重码               when they were asked for
 *   report ─────────────────────────────▶ 汇总表, 回传表目录     at the end
 */

/** Between two looks at how much is held. */
const rowsBetweenLooks = 4096;

/**
 * The report as an Excel workbook: 汇总表 with the numbers, 重错码汇总表 with every problem, and a sheet to send out for
 * each unit, or for each authority where no units are known. `write` gets the file piece by piece, some of it before
 * `finish`. Nothing is left out: lists go on on further sheets, and units beyond the 200th share one.
 *
 * SheetJS would hold every cell and knows no data validation, so the sheets are written here.
 *
 * @throws {UsccError} `output`, from its methods, when the file would exceed 4 GiB; whatever `write` throws
 */
export function createWorkbookWriter(
  write: Write,
  context: ReportContext,
  packing: Packing = plainPacking,
  limits: WorkbookLimits = defaultLimits,
): ReportWriter {
  const { lang, face = 'command' } = context;
  const voice = { lang, face };
  const messages = workbookMessagesFor(lang);
  const workbook = createWorkbook(write, packing, lang, messages, 'report');
  const maker = createProblemMaker(context, messages);
  const finder = createCounterpartFinder();
  // Claimed before a unit has the same name.
  const summaryName = workbook.names.claim(messages.sheets.summary);
  const suspectsName = workbook.names.claim(messages.sheets.suspects);
  const indexName = workbook.names.claim(messages.sheets.index);
  const list = createSheetSeries({
    workbook,
    name: messages.sheets.problems,
    tab: { group: 'problems', order: 0 },
    layout: {
      widths: listWidths(listColumns),
      headerRow: 1,
      isRepeated: true,
      hasFilter: true,
      isFirst: false,
    },
    validations: [],
    limits,
    begin: (sheet) => addHeader(sheet, listColumns, messages),
  });
  list.open();
  const units = createUnitSheets(workbook, messages, reportMessagesFor(lang).unlisted, limits);
  let suspects: SuspectsSheet | null = null;
  const findSuspects = (): SuspectsSheet => {
    suspects ??= createSuspectsSheet(workbook, suspectsName, context, messages, limits);
    return suspects;
  };
  let count = 0;

  /** Whether something has to be done before the next is added. */
  function add(problem: Problem): boolean {
    count++;
    const cells = formatProblem(problem, workbook.texts);
    list.add(...listCells(listColumns, cells, count));
    return units.add(problem, cells).isFull() || list.isFull() || count % rowsBetweenLooks === 0;
  }

  async function relieve(): Promise<void> {
    const all: SheetSeries[] = [list, ...units.entries().map(({ series }) => series)];
    if (suspects !== null) all.push(suspects.series);
    await relieveSeries(all, limits);
  }

  async function addPlaced(placed: Counterparts[]): Promise<void> {
    for (const each of placed) if (add(maker.fromDuplicate(each))) await relieve();
  }

  return {
    async addFindings(batch) {
      for (const finding of batch) {
        const problem = maker.fromFinding(finding);
        if (problem !== null && add(problem)) await relieve();
      }
    },
    async addDuplicates(batch) {
      await addPlaced(finder.add(batch));
    },
    async addSuspects(batch) {
      const { add: addSuspect, series } = findSuspects();
      for (const suspect of batch) {
        addSuspect(suspect);
        if (series.isFull()) await series.turn();
      }
      await relieve();
    },
    async finish(report) {
      await addPlaced(finder.finish());
      await workbook.add(
        createSummarySheet(summaryName, workbook, report, voice, messages),
        { group: 'summary', order: 0 },
        [],
      );
      await list.turn();
      if (report.suspects !== undefined) {
        findSuspects().series.open();
        await findSuspects().series.turn();
      }
      const entries = units.sort();
      for (const { series } of entries) await series.turn();
      if (entries.length > 0) {
        const index = createIndexSheet(
          indexName,
          workbook,
          entries,
          messagesFor(lang).partitions,
          messages,
          explainProblemSum(report, lang),
        );
        await workbook.add(index, { group: 'index', order: 0 }, []);
      }
      await workbook.end();
    },
  };
}
