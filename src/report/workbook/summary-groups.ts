import type { GroupRow, Report } from '../../check/report.ts';
import { authorityName } from '../../code/standard/authority-category.ts';
import { withRemedy } from '../../messages/remedy/index.ts';
import { reportMessagesFor } from '../../messages/report/index.ts';
import type { Voice } from '../../messages/voice.ts';
import type { GroupColumn, WorkbookMessages } from '../../messages/workbook/index.ts';
import { formatCount } from '../../write/numbers.ts';
import { showShare } from './summary-numbers.ts';
import type { SummaryCell, SummaryTable } from './summary-table.ts';

/** Rows of a table, and more only for groups with problems: a whole country has 3,000 regions. */
const usualRows = 100;
/** A broken column of units has a million of them. */
const mostRows = 50_000;
const counted = ['records', 'conforming', 'erroneous', 'unconverted', 'missing', 'excess', 'problems'] as const;

/** The tables by authority, unit and region, most problems first. */
export function listGroupTables(report: Report, voice: Voice, messages: WorkbookMessages): SummaryTable[] {
  const { lang } = voice;
  const words = reportMessagesFor(lang);
  const target = report.target.value;
  const nameOf = (code: string, name: string | null): string =>
    code === '?' ? words.undecided : (name ?? words.unlisted);

  const table = <Row extends GroupRow>(
    key: 'authority' | 'region' | 'unit',
    second: GroupColumn,
    rows: Row[],
    begin: (row: Row) => [SummaryCell, SummaryCell],
  ): SummaryTable => {
    const columns: GroupColumn[] = [key, second, ...counted, 'rate'];
    const sorted = rows.toSorted((a, b) => b.problems - a.problems);
    const withProblems = rows.filter(({ problems }) => problems > 0).length;
    const shown = sorted.slice(0, Math.min(Math.max(withProblems, usualRows), mostRows));
    return {
      title: messages.groupTitles[key],
      headings: columns.map((column) => messages.groupColumns[column]),
      rows: shown.map((row) => [...begin(row), ...listCounts(row, target)]),
      ...(shown.length < rows.length
        ? { remark: withRemedy(messages.moreRows(formatCount(rows.length - shown.length)), 'all-numbers', voice) }
        : {}),
    };
  };

  return [
    table('authority', 'code', report.byAuthority, (row) => [
      nameOf(row.authority, authorityName(row.authority)),
      row.authority,
    ]),
    table('unit', 'conversion', report.byUnit ?? [], (row) => [
      row.unit === '?' || row.unit === '' ? messages.sheets.noUnit : row.unit,
      showShare({ numerator: row.conforming, denominator: row.conforming + row.unconverted }),
    ]),
    table('region', 'code', report.byRegion, (row) => [nameOf(row.region, row.name), row.region]),
  ];
}

function listCounts(row: GroupRow, target: number): SummaryCell[] {
  const { problems, conforming, erroneous } = row;
  return [
    ...counted.map((column) => row[column]),
    showShare({ numerator: problems, denominator: conforming + erroneous }, target),
  ];
}
