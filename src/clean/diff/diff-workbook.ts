import { diffMessagesFor } from '../../messages/diff/index.ts';
import { describeLocation } from '../../messages/location/index.ts';
import { workbookMessagesFor } from '../../messages/workbook/index.ts';
import { defaultLimits } from '../../write/workbook/limits.ts';
import { createListSheet, type ListColumn, type ListSheet } from '../../write/workbook/list-sheet.ts';
import { addMergedRow } from '../../write/workbook/merged-row.ts';
import type { Packing } from '../../write/workbook/packing.ts';
import { addRow, openSheet } from '../../write/workbook/sheet.ts';
import { relieveSeries } from '../../write/workbook/sheet-series.ts';
import { findFormat } from '../../write/workbook/styles.ts';
import { createWorkbook } from '../../write/workbook/workbook.ts';
import type { CodeChange, CodeRecord, DiffReport, ProblemRecord } from './diff-report.ts';
import { listDiffTables, showOutcome, stateDiff } from './diff-tables.ts';

/** A comparison as a workbook, filled as it goes. */
export interface DiffWorkbook {
  addProblems(batch: ProblemRecord[]): Promise<void>;
  addCodes(batch: CodeChange[]): Promise<void>;
  finish(report: DiffReport): Promise<void>;
}

const summaryWidths = [40, 18, 18, 14, 16, 16];

/** @throws {UsccError} `output`, from its methods, when the file would exceed 4 GiB; whatever `write` throws */
export function createDiffWorkbook(
  write: (chunk: string | Uint8Array) => Promise<void>,
  lang: 'zh' | 'en',
  packing: Packing,
): DiffWorkbook {
  const messages = diffMessagesFor(lang);
  const { sheets, columns, statuses, kinds, by } = messages;
  const workbook = createWorkbook(write, packing, lang, workbookMessagesFor(lang), 'report');
  const summaryName = workbook.names.claim(sheets.summary);
  const lists: ListSheet[] = [];
  const open = (name: string, all: ListColumn[]): ListSheet => {
    const tab = { group: 'problems' as const, order: lists.length };
    const list = createListSheet({ workbook, name, tab, columns: all, limits: defaultLimits });
    list.series.open();
    lists.push(list);
    return list;
  };
  const text = (heading: string, width: number, isCommon = false): ListColumn => ({
    heading,
    width,
    format: 'text',
    isCommon,
  });
  const record = [text(columns.code, 24), text(columns.name, 34), text(columns.place, 36)];
  const problems = open(sheets.problems, [
    ...[text(columns.status, 10, true), text(columns.kind, 10, true), ...record],
    ...[text(columns.outcome, 14, true), text(columns.entity, 24)],
  ]);
  const changed = open(sheets.changed, [
    ...[text(columns.oldCode, 24), text(columns.newCode, 24), text(columns.oldName, 34), text(columns.name, 34)],
    ...[text(columns.place, 36), text(columns.by, 18, true)],
  ]);
  const gone = open(sheets.gone, record);
  const added = open(sheets.added, record);
  const placeOf = ({ file: path, sheet, row, line }: CodeRecord): string =>
    describeLocation({ path, sheet, row, line }, lang);
  const relieve = (): Promise<void> =>
    relieveSeries(
      lists.map(({ series }) => series),
      defaultLimits,
    );

  return {
    async addProblems(batch) {
      for (const problem of batch) {
        const { status, kind, code, name } = problem;
        const outcome = showOutcome(problem, messages);
        problems.add([statuses[status], kinds[kind], code, name, placeOf(problem), ...outcome]);
      }
      await relieve();
    },
    async addCodes(batch) {
      for (const change of batch) {
        if (change.status === 'changed') {
          const { old, new: now } = change;
          changed.add([old.code, now.code, old.name, now.name, placeOf(now), by[change.by]]);
        } else {
          const one = change.status === 'added' ? change.new : change.old;
          (change.status === 'added' ? added : gone).add([one.code, one.name, placeOf(one)]);
        }
      }
      await relieve();
    },
    async finish(report) {
      const layout = { widths: summaryWidths, headerRow: 2, isRepeated: false, hasFilter: false, isFirst: true };
      const sheet = openSheet(summaryName, layout, workbook);
      addMergedRow(sheet, messages.heading, findFormat('title'), 30);
      const [first = '', ...rest] = stateDiff(report, lang);
      addMergedRow(sheet, first, findFormat(report.new.target.met ? 'good' : 'bad'), 24);
      for (const line of rest) addMergedRow(sheet, line, findFormat('remark'), 16);
      for (const { title, headings, rows } of listDiffTables(report, lang)) {
        addRow(sheet, [], []);
        if (title !== '') addRow(sheet, [title], [findFormat('section')], 24);
        for (const [index, row] of [headings, ...rows].entries()) {
          addRow(
            sheet,
            row,
            row.map(() => findFormat(index === 0 ? 'header' : 'text')),
          );
        }
      }
      await workbook.add(sheet, { group: 'summary', order: 0 }, []);
      for (const { series } of lists) await series.turn();
      await workbook.end();
    },
  };
}
