import type { Finding } from '../check/findings/finding.ts';
import type { RateDefinition, Report } from '../check/report.ts';
import type { IssueCode, Partition } from '../code/verdict.ts';
import { assessmentMessagesFor } from '../messages/assessment/index.ts';
import { causeMessagesFor } from '../messages/cause/index.ts';
import { reportMessagesFor } from '../messages/report/index.ts';
import { formMessagesFor } from '../messages/report-form/index.ts';
import { explain, messagesFor } from '../messages/verdict/index.ts';
import { escapeMarkdown, renderTable } from '../write/markdown-table.ts';
import { formatCount, formatNumerator, formatRate, formatShare } from '../write/numbers.ts';
import { plainStyle } from '../write/style.ts';
import { listMarkdownGroups } from './markdown-groups.ts';
import { partitionOf } from './partition.ts';
import type { CreateReportWriter, ReportContext } from './report-writer.ts';
import { showPoints } from './show-points.ts';
import { listShownAssessments } from './shown-assessments.ts';
import { keepExamples } from './terminal/text-examples.ts';
import { nameVerdict, stateVerdict } from './terminal/text-verdict.ts';

/** Of thousands of files most are only counted. */
const MOST_FILES = 50;
const MOST_WARNINGS = 50;

/** The summary as Markdown, for issues, merge requests and job summaries. */
export const createMarkdownWriter: CreateReportWriter = (write, context) => {
  const findings: Finding[] = [];
  return {
    addFindings: (batch) => keepExamples(findings, batch),
    addDuplicates() {},
    finish: (report) => write(renderMarkdown(report, findings, context)),
  };
};

function renderMarkdown(report: Report, findings: Finding[], context: ReportContext): string {
  const { lang } = context;
  const [verdict = '', ...rest] = stateVerdict({
    report,
    lang,
    style: plainStyle,
    findings: [],
    duplicates: [],
    folder: null,
    written: [],
  });
  const sections = [
    `# ${formMessagesFor(lang).title}`,
    `**${escapeMarkdown(verdict)}**`,
    rest.map(escapeMarkdown).join('\n'),
    section(reportMessagesFor(lang).files, listFiles(report, lang)),
    section(reportMessagesFor(lang).records, listCounts(report, lang)),
    section(reportMessagesFor(lang).rates(formatShare(report.target.value)), listRates(report, lang)),
    section(assessmentMessagesFor(lang).heading, listAssessments(report, lang)),
    section(causeMessagesFor(lang).title, listCauses(report, lang)),
    section(reportMessagesFor(lang).issues, listIssues(report, lang)),
    ...listMarkdownGroups(report, lang).map(({ title, table }) => section(title, table)),
    section(reportMessagesFor(lang).examples, listExamples(findings, context)),
    section(reportMessagesFor(lang).warnings, listWarnings(report, lang)),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

function section(title: string, body: string): string {
  return body === '' ? '' : `## ${escapeMarkdown(title)}\n\n${body}`;
}

function listFiles({ files }: Report, lang: 'zh' | 'en'): string {
  const messages = reportMessagesFor(lang);
  const { file, count } = formMessagesFor(lang).columns;
  const rows = files
    .slice(0, MOST_FILES)
    .map(({ path, records, codeColumn, nameColumn }) => [
      path,
      formatCount(records),
      messages.codesIn(codeColumn),
      nameColumn === null ? messages.noNameColumn : messages.namesIn(nameColumn),
    ]);
  const table = renderTable([file, count, '', ''], rows, ['left', 'right', 'left', 'left']);
  const more = files.length - rows.length;
  return more > 0 ? `${table}\n\n… +${formatCount(more)}` : table;
}

function listCounts({ counts, records, duplicates }: Report, lang: 'zh' | 'en'): string {
  const messages = reportMessagesFor(lang);
  const partitions = (Object.keys(counts) as Partition[]).map((partition) => {
    const share = formatRate(
      { numerator: counts[partition as keyof typeof counts], denominator: records },
      undefined,
      2,
    );
    return [messagesFor(lang).partitions[partition], formatCount(counts[partition as keyof typeof counts]), share];
  });
  const rows = [[messages.records, formatCount(records), ''], ...partitions];
  if (duplicates.codes > 0) rows.push([messages.duplicates, formatCount(duplicates.records), '']);
  return renderTable(['', formMessagesFor(lang).columns.count, ''], rows, ['left', 'right', 'right']);
}

function listRates(report: Report, lang: 'zh' | 'en'): string {
  const messages = reportMessagesFor(lang);
  const rows = (Object.keys(messages.definitions) as RateDefinition[]).map((definition) => {
    const rate = report.rates[definition];
    return [
      definition === report.target.definition ? '→' : '',
      definition,
      messages.definitions[definition],
      `${formatNumerator(rate)} / ${formatCount(rate.denominator)}`,
      formatRate(rate, report.target.value),
      nameVerdict(report, definition, messages),
    ];
  });
  return renderTable(['', '', '', '', '', ''], rows, ['left', 'left', 'left', 'right', 'right', 'left']);
}

function listAssessments(report: Report, lang: 'zh' | 'en'): string {
  const messages = assessmentMessagesFor(lang);
  const { name, title, met, points, away } = messages.columns;
  const rows = listShownAssessments(report).map((row) => [
    row.chosen ? '→' : '',
    row.name,
    row.title,
    row.met ? messages.met : messages.missed,
    showPoints(row, lang),
    row.away === 0 ? '–' : formatCount(row.away),
  ]);
  const sides = ['left', 'left', 'left', 'left', 'left', 'right'] as const;
  return rows.length === 0 ? '' : renderTable(['', name, title, met, points, away], rows, sides);
}

function listCauses({ causes }: Report, lang: 'zh' | 'en'): string {
  const { names } = causeMessagesFor(lang);
  return causes.map(({ code, message }) => `- **${names[code]}** ${escapeMarkdown(message)}`).join('\n');
}

function listIssues({ issues }: Report, lang: 'zh' | 'en'): string {
  const { issueTitles, issueAdvice } = reportMessagesFor(lang);
  const ranked = (Object.entries(issues) as [IssueCode, number][]).sort(([, a], [, b]) => b - a);
  const rows = ranked.map(([code, count]) => [
    formatCount(count),
    messagesFor(lang).partitions[partitionOf(code)],
    issueTitles[code],
    issueAdvice[code],
  ]);
  const { count, what } = formMessagesFor(lang).columns;
  return rows.length === 0 ? '' : renderTable([count, '', what, ''], rows, ['right', 'left', 'left', 'left']);
}

function listExamples(findings: Finding[], { files, lang }: ReportContext): string {
  const { columns } = formMessagesFor(lang);
  const rows = findings.map(({ file, row, line, code, issue, normalized, suggestion, name }) => [
    files[file] ?? '',
    formatCount(line),
    formatCount(row),
    code,
    name ?? '',
    issue === null ? '' : explain(issue, normalized, lang, suggestion),
    suggestion ?? '',
  ]);
  const { file, row, line, code, name, what, suggestion } = columns;
  const sides = ['left', 'right', 'right', 'left', 'left', 'left', 'left'] as const;
  return rows.length === 0 ? '' : renderTable([file, line, row, code, name, what, suggestion], rows, sides);
}

function listWarnings({ warnings }: Report, lang: 'zh' | 'en'): string {
  const lines = warnings.slice(0, MOST_WARNINGS).map(({ message }) => `- ${escapeMarkdown(message)}`);
  const more = warnings.length - lines.length;
  if (more > 0) lines.push(`- ${reportMessagesFor(lang).moreWarnings(formatCount(more))}`);
  return lines.join('\n');
}
