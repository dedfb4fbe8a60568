import type { ProblemColumn, WorkbookMessages } from '../../messages/workbook/index.ts';
import { formatCount } from '../../write/numbers.ts';
import type { WorkbookLimits } from '../../write/workbook/limits.ts';
import { addMergedRow } from '../../write/workbook/merged-row.ts';
import type { Sheet } from '../../write/workbook/sheet.ts';
import { createSheetSeries, type SheetSeries } from '../../write/workbook/sheet-series.ts';
import { findFormat } from '../../write/workbook/styles.ts';
import type { TabPosition, Workbook } from '../../write/workbook/workbook.ts';
import { describeAuthority, type Problem } from './problem.ts';
import { addHeader, listCells, listWidths, othersColumns, type ProblemCells, unitColumns } from './problem-columns.ts';
import { listValidations } from './validations.ts';

/** A unit with sheets of its own, or all others together. */
export interface UnitEntry {
  title: string;
  /** Whether it is an authority, told by position 1. */
  isAuthority: boolean;
  series: SheetSeries;
  tab: TabPosition;
  counts: Record<Problem['what'], number>;
  total: number;
}

/** The sheets to send out: one for each unit, or for each authority where no units are known. */
export interface UnitSheets {
  /** Adds a problem and returns the list that took it. */
  add(problem: Problem, cells: ProblemCells): SheetSeries;
  entries(): UnitEntry[];
  /** Puts the tabs in order, most problems first, and returns the entries so. */
  sort(): UnitEntry[];
}

const titlePoints = 28;
const remarkPoints = 14;
const signaturePoints = 26;

export function createUnitSheets(
  workbook: Workbook,
  messages: WorkbookMessages,
  unlisted: string,
  limits: WorkbookLimits,
): UnitSheets {
  const entries = new Map<string, UnitEntry>();
  let others: UnitEntry | null = null;

  function open(name: string, title: string, kind: 'unit' | 'authority' | 'others'): UnitEntry {
    const columns = kind === 'others' ? othersColumns : unitColumns;
    const tab: TabPosition = { group: 'units', order: entries.size };
    const caution =
      kind === 'authority'
        ? messages.authorityCaution
        : kind === 'others'
          ? messages.othersCaution(formatCount(limits.unitSheets))
          : null;
    const headerRow = caution === null ? 4 : 5;
    const series = createSheetSeries({
      workbook,
      name,
      tab,
      layout: {
        widths: listWidths(columns),
        headerRow,
        isRepeated: true,
        hasFilter: false,
        isFirst: false,
      },
      validations: listValidations(columns, messages, headerRow + 1),
      limits,
      begin: (sheet) => beginSheet(sheet, title, caution, columns, messages),
    });
    const counts = { erroneous: 0, unconverted: 0, missing: 0, duplicate: 0 };
    return { title, isAuthority: kind === 'authority', series, tab, counts, total: 0 };
  }

  function choose({ responsible, authorityCode }: Problem): UnitEntry {
    const key = responsible === null ? `authority ${authorityCode}` : `unit ${responsible === '?' ? '' : responsible}`;
    let entry = entries.get(key);
    if (entry !== undefined) return entry;
    if (entries.size >= limits.unitSheets) {
      others ??= open(messages.sheets.others, messages.sheets.others, 'others');
      return others;
    }
    if (responsible !== null) {
      const title = responsible === '' || responsible === '?' ? messages.sheets.noUnit : responsible;
      entry = open(title, title, 'unit');
    } else {
      const shown = describeAuthority(authorityCode, unlisted);
      const title = shown === '' ? messages.sheets.noAuthority : shown;
      entry = open(title, title, 'authority');
    }
    entries.set(key, entry);
    return entry;
  }

  const listEntries = (): UnitEntry[] => [...entries.values(), ...(others === null ? [] : [others])];

  return {
    add(problem, cells) {
      const entry = choose(problem);
      entry.total++;
      entry.counts[problem.what]++;
      entry.series.add(...listCells(entry === others ? othersColumns : unitColumns, cells, entry.total));
      return entry.series;
    },
    entries: listEntries,
    sort() {
      const sorted = [...entries.values()].sort((a, b) => b.total - a.total);
      if (others !== null) sorted.push(others);
      for (const [order, { tab }] of sorted.entries()) tab.order = order;
      return sorted;
    },
  };
}

function beginSheet(
  sheet: Sheet,
  title: string,
  caution: string | null,
  columns: ProblemColumn[],
  messages: WorkbookMessages,
): void {
  addMergedRow(sheet, messages.unitTitle(title), findFormat('title'), titlePoints);
  addMergedRow(sheet, messages.instructions, findFormat('remark'), remarkPoints);
  if (caution !== null) addMergedRow(sheet, caution, findFormat('caution'), remarkPoints);
  addMergedRow(sheet, messages.signature, findFormat('signature'), signaturePoints);
  addHeader(sheet, columns, messages);
}
