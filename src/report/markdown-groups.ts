import type { GroupRow, Report, UnitRow } from '../check/report.ts';
import { authorityName } from '../code/standard/authority-category.ts';
import { assessmentMessagesFor } from '../messages/assessment/index.ts';
import { withRemedy } from '../messages/remedy/index.ts';
import { reportMessagesFor } from '../messages/report/index.ts';
import { escapeMarkdown, renderTable } from '../write/markdown-table.ts';
import { formatCount, formatRate } from '../write/numbers.ts';
import { listWorstRows } from './worst-rows.ts';

const mostGroups = 10;

/** The units, or authorities, and the regions with the most problems, as tables. */
export function listMarkdownGroups(report: Report, lang: 'zh' | 'en'): { title: string; table: string }[] {
  const voice = { lang, face: 'command' } as const;
  const messages = reportMessagesFor(lang);
  const { byUnit, byAuthority, byRegion, target } = report;
  const list = <Row extends GroupRow>(rows: Row[], nameOf: (row: Row) => string, convert?: (row: Row) => string) => {
    const { shown, moreCount } = listWorstRows(rows, mostGroups);
    const { name, problems, records, rate, conversion } = messages.groupHeadings;
    const cells = shown.map((row) => [
      nameOf(row),
      formatCount(row.problems),
      formatCount(row.records),
      formatRate({ numerator: row.problems, denominator: row.conforming + row.erroneous }, target.value),
      ...(convert === undefined ? [] : [convert(row)]),
    ]);
    if (cells.length === 0) return '';
    const headings = [name, problems, records, rate, ...(convert === undefined ? [] : [conversion])];
    const sides = headings.map((heading) => (heading === name ? 'left' : 'right'));
    const table = renderTable(headings, cells, sides);
    return moreCount > 0
      ? `${table}\n\n${escapeMarkdown(withRemedy(messages.moreGroups(formatCount(moreCount)), 'all-numbers', voice))}`
      : table;
  };
  const name = (code: string, known: string | null): string =>
    code === '?' ? messages.undecided : `${code} ${known ?? messages.unlisted}`;
  const authorities = list(byAuthority, ({ authority }) => name(authority, authorityName(authority)));
  const nameUnit = ({ unit }: UnitRow): string => (unit === '?' ? messages.emptyCell : unit);
  const showConversion = ({ conforming, unconverted }: UnitRow): string =>
    formatRate({ numerator: conforming, denominator: conforming + unconverted }, undefined, 2);
  const fallback = escapeMarkdown(withRemedy(assessmentMessagesFor(lang).unitFallback, 'unit-column', voice));
  const acting =
    byUnit === undefined
      ? { title: messages.byAuthority, table: authorities === '' ? '' : `${authorities}\n\n${fallback}` }
      : { title: messages.byUnit, table: list(byUnit, nameUnit, showConversion) };
  return [acting, { title: messages.byRegion, table: list(byRegion, (row) => name(row.region, row.name)) }];
}
