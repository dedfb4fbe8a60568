import type { GroupRow } from '../../check/report.ts';
import { authorityName } from '../../code/standard/authority-category.ts';
import { assessmentMessagesFor } from '../../messages/assessment/index.ts';
import { withRemedy } from '../../messages/remedy/index.ts';
import { type ReportMessages, reportMessagesFor } from '../../messages/report/index.ts';
import { escapeControls } from '../../write/escape-controls.ts';
import { formatCount, formatRate } from '../../write/numbers.ts';
import { alignColumns } from '../../write/table.ts';
import { wrapText } from '../../write/wrap.ts';
import { listWorstRows } from '../worst-rows.ts';
import type { Summary } from './summary.ts';

const MOST_GROUPS = 5;
const MOST_COLUMNS = 94;

interface Group extends GroupRow {
  code: string;
  name: string;
}

/** The authorities with the most problems. */
export function listAuthorities(summary: Summary): string[] {
  const { lang } = summary;
  const messages = reportMessagesFor(lang);
  const groups = summary.report.byAuthority.map((row) => ({
    ...row,
    code: row.authority,
    name: row.authority === '?' ? messages.undecided : (authorityName(row.authority) ?? messages.unlisted),
  }));
  const lines = listWorst(messages.byAuthority, groups, summary, messages);
  if (lines.length === 0 || summary.report.byUnit !== undefined) return lines;
  const fallback = wrapText(
    withRemedy(assessmentMessagesFor(lang).unitFallback, 'unit-column', { lang, face: 'command' }),
    MOST_COLUMNS,
  );
  return [...lines, ...fallback.map((line) => summary.style.faint(`  ${line}`))];
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

/** The units with the most problems, and how far each has come with replacing old identifiers. */
export function listUnits(summary: Summary): string[] {
  const { report, lang } = summary;
  const messages = reportMessagesFor(lang);
  const { name, records, problems, rate, conversion } = messages.groupHeadings;
  return showWorstRows(report.byUnit ?? [], summary, {
    title: messages.byUnit,
    headings: [problems, records, rate, conversion, name],
    sides: ['right', 'right', 'right', 'right', 'left'],
    show: (row) => [
      ...showNumbers(row, summary),
      formatRate({ numerator: row.conforming, denominator: row.conforming + row.unconverted }, undefined, 2),
      row.unit === '?' ? messages.emptyCell : escapeControls(row.unit),
    ],
  });
}

function listWorst(title: string, groups: Group[], summary: Summary, messages: ReportMessages): string[] {
  const { code, name, records, problems, rate } = messages.groupHeadings;
  return showWorstRows(groups, summary, {
    title,
    headings: [code, problems, records, rate, name],
    sides: ['left', 'right', 'right', 'right', 'left'],
    show: (group) => [group.code, ...showNumbers(group, summary), group.name],
  });
}

/** Problems, records, rate. */
function showNumbers(row: GroupRow, { report }: Summary): string[] {
  const rate = { numerator: row.problems, denominator: row.conforming + row.erroneous };
  return [formatCount(row.problems), formatCount(row.records), formatRate(rate, report.target.value)];
}

/** How rows of one kind are shown. */
interface Shown<Row> {
  title: string;
  headings: string[];
  sides: ('left' | 'right')[];
  show(row: Row): string[];
}

function showWorstRows<Row extends GroupRow>(
  all: Row[],
  { lang, style }: Summary,
  { title, headings, sides, show }: Shown<Row>,
): string[] {
  const messages = reportMessagesFor(lang);
  const { shown, moreCount } = listWorstRows(all, MOST_GROUPS);
  if (shown.length === 0) return [];
  const [heading = '', ...lines] = alignColumns([headings, ...shown.map(show)], sides);
  return [
    style.strong(title),
    style.faint(heading),
    ...lines,
    ...(moreCount > 0
      ? [
          style.faint(
            `  ${withRemedy(messages.moreGroups(formatCount(moreCount)), 'all-numbers', { lang, face: 'command' })}`,
          ),
        ]
      : []),
  ];
}
