import { authorityName } from '../code/authority-category.ts';
import { assessmentMessagesFor } from '../messages/assessment-messages.ts';
import { reportMessagesFor } from '../messages/report-messages.ts';
import type { GroupRow, Report } from '../registry/report.ts';
import { escapeMarkdown, renderTable } from './markdown-table.ts';
import { formatCount, formatRate } from './numbers.ts';

const mostGroups = 10;

/** The units, or authorities, and the regions with the most problems, as tables. */
export function listMarkdownGroups(report: Report, lang: 'zh' | 'en'): { title: string; table: string }[] {
  const messages = reportMessagesFor(lang);
  const { byUnit, byAuthority, byRegion, target } = report;
  const list = <Row extends GroupRow>(rows: Row[], nameOf: (row: Row) => string): string => {
    const worst = rows.filter(({ problems }) => problems > 0).sort((a, b) => b.problems - a.problems);
    const { name, problems, records, rate } = messages.groupHeadings;
    const cells = worst
      .slice(0, mostGroups)
      .map((row) => [
        nameOf(row),
        formatCount(row.problems),
        formatCount(row.records),
        formatRate({ numerator: row.problems, denominator: row.conforming + row.erroneous }, target.value),
      ]);
    if (cells.length === 0) return '';
    const table = renderTable([name, problems, records, rate], cells, ['left', 'right', 'right', 'right']);
    const more = worst.length - cells.length;
    return more > 0 ? `${table}\n\n${escapeMarkdown(messages.moreGroups(formatCount(more)))}` : table;
  };
  const name = (code: string, known: string | null): string =>
    code === '?' ? messages.undecided : `${code} ${known ?? messages.unlisted}`;
  const authorities = list(byAuthority, ({ authority }) => name(authority, authorityName(authority)));
  const fallback = escapeMarkdown(assessmentMessagesFor(lang).unitFallback);
  const acting =
    byUnit === undefined
      ? { title: messages.byAuthority, table: authorities === '' ? '' : `${authorities}\n\n${fallback}` }
      : { title: messages.byUnit, table: list(byUnit, ({ unit }) => (unit === '?' ? messages.emptyCell : unit)) };
  return [acting, { title: messages.byRegion, table: list(byRegion, (row) => name(row.region, row.name)) }];
}
