import { authorityName } from '../code/authority-category.ts';
import { type ReportMessages, reportMessagesFor } from '../messages/report-messages.ts';
import type { GroupRow } from '../registry/report.ts';
import { formatCount, formatRate } from './numbers.ts';
import { alignColumns } from './table.ts';
import type { Summary } from './text.ts';

const MOST_GROUPS = 5;

interface Group extends GroupRow {
  code: string;
  name: string;
}

/** The authorities with the most problems. */
export function listAuthorities(summary: Summary): string[] {
  const messages = reportMessagesFor(summary.lang);
  const groups = summary.report.byAuthority.map((row) => ({
    ...row,
    code: row.authority,
    name: row.authority === '?' ? messages.undecided : (authorityName(row.authority) ?? messages.unlisted),
  }));
  return listWorst(messages.byAuthority, groups, summary, messages);
}

/** The regions with the most problems. */
export function listRegions(summary: Summary): string[] {
  const messages = reportMessagesFor(summary.lang);
  const groups = summary.report.byRegion.map((row) => ({
    ...row,
    code: row.region,
    name: row.region === '?' ? messages.undecided : (row.name ?? messages.unlisted),
  }));
  return listWorst(messages.byRegion, groups, summary, messages);
}

function listWorst(title: string, groups: Group[], { report, style }: Summary, messages: ReportMessages): string[] {
  const worst = groups.filter((group) => group.problems > 0).sort((a, b) => b.problems - a.problems);
  if (worst.length === 0) return [];
  const { code, name, records, problems, rate } = messages.groupHeadings;
  const rows = worst
    .slice(0, MOST_GROUPS)
    .map((group) => [
      group.code,
      formatCount(group.problems),
      formatCount(group.records),
      formatRate({ numerator: group.problems, denominator: group.conforming + group.erroneous }, report.target.value),
      group.name,
    ]);
  const sides = ['left', 'right', 'right', 'right', 'left'] as const;
  const [heading = '', ...lines] = alignColumns([[code, problems, records, rate, name], ...rows], [...sides]);
  const more = worst.length - rows.length;
  return [
    style.strong(title),
    style.faint(heading),
    ...lines,
    ...(more > 0 ? [style.faint(`  ${messages.moreGroups(formatCount(more))}`)] : []),
  ];
}
