import type { Rate } from '../../check/report.ts';
import { authorityName } from '../../code/standard/authority-category.ts';
import { type DiffMessages, diffMessagesFor } from '../../messages/diff/index.ts';
import { reportMessagesFor } from '../../messages/report/index.ts';
import { escapeControls } from '../../write/escape-controls.ts';
import { formatCount, formatRate, formatShare } from '../../write/numbers.ts';
import type { Style } from '../../write/style.ts';
import { alignColumns } from '../../write/table.ts';
import { type DiffExamples, listExamples } from './diff-examples.ts';
import type { DiffReport, ProblemKind, ProblemStatus } from './diff-report.ts';
import { listCountRows, showChange, stateOutcomes } from './diff-tables.ts';

/** What a summary shows beside the report. */
export interface DiffSummary {
  report: DiffReport;
  examples: DiffExamples;
  lang: 'zh' | 'en';
  style: Style;
  /** The folder of `--out`. */
  folder: string | null;
}

const mostAuthorities = 8;

/** A comparison as a page for a person. */
export function renderDiff(summary: DiffSummary): string {
  const { report, lang, style, folder } = summary;
  const messages = diffMessagesFor(lang);
  const { old, new: now, warnings, elapsedSeconds } = report;
  const [oldFiles, newFiles] = [old, now].map(({ files }) => messages.files(files.map(({ path }) => path)));
  const { definition } = now.target;
  const blocks = [
    [
      style.faint(escapeControls(messages.title(oldFiles ?? '', newFiles ?? ''))),
      (now.target.met ? style.good : style.bad)(style.strong(stateRate(report, messages))),
      messages.definition(reportMessagesFor(lang).definitions[definition]),
    ],
    listCounts(report, messages),
    [
      style.strong(messages.problems),
      ...listProblemCounts(report, messages),
      ...stateOutcomes(report, lang).map((line) => `  ${line}`),
    ],
    [style.strong(messages.codes), `  ${stateCodes(report, messages)}`],
    ...listExamples(summary.examples, messages, style, lang),
    [style.strong(messages.byAuthority), ...listAuthorities(report, messages)],
    warnings.map(({ message }) => escapeControls(message)),
    [
      ...(folder === null ? [] : [escapeControls(messages.lists(folder))]),
      style.faint(messages.elapsed(elapsedSeconds.toFixed(1))),
    ],
  ];
  return `${blocks.flatMap((lines) => (lines.length > 0 ? [lines.join('\n')] : [])).join('\n\n')}\n`;
}

function stateRate({ old, new: now }: DiffReport, messages: DiffMessages): string {
  const { definition, met, value } = now.target;
  const [before, after] = [old.rates[definition], now.rates[definition]];
  const show = (rate: Rate): string => formatRate(rate, value);
  return messages.rate({
    old: show(before),
    new: show(after),
    trend: compareRates(before, after),
    met,
    target: formatShare(value),
  });
}

/** Exact: by cross-multiplication. */
function compareRates(before: Rate, after: Rate): -1 | 0 | 1 | null {
  if (before.denominator === 0 || after.denominator === 0) return null;
  if (before.numerator === null || after.numerator === null) return null;
  const difference =
    BigInt(after.numerator) * BigInt(before.denominator) - BigInt(before.numerator) * BigInt(after.denominator);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

function listCounts(report: DiffReport, messages: DiffMessages): string[] {
  const { old, new: now, change } = messages.headings;
  const rows = [['', old, now, change], ...listCountRows(report, messages)];
  return alignColumns(rows, ['left', 'right', 'right', 'right']);
}

function listProblemCounts({ problems, unidentified, earlier }: DiffReport, messages: DiffMessages): string[] {
  const all: ProblemStatus[] = ['resolved', 'remaining', 'new', 'reappeared'];
  const statuses = all.filter((status) => status !== 'reappeared' || earlier.length > 0);
  const kinds: ProblemKind[] = ['erroneous', 'duplicate', 'unconverted', 'missing'];
  const rows = kinds.map((kind) => [
    messages.kinds[kind],
    ...statuses.map((status) => formatCount(problems[kind][status])),
  ]);
  const heading = ['', ...statuses.map((status) => messages.statuses[status])];
  const lines = alignColumns([heading, ...rows], ['left', ...statuses.map(() => 'right' as const)]);
  const { old, new: now } = unidentified;
  return old + now === 0 ? lines : [...lines, `  ${messages.unidentified(formatCount(old), formatCount(now))}`];
}

function stateCodes({ codes }: DiffReport, messages: DiffMessages): string {
  const { kept, added, gone, changed } = codes;
  return messages.codeCounts({
    kept: formatCount(kept),
    added: formatCount(added),
    gone: formatCount(gone),
    changed: formatCount(changed.organization + changed.name),
    byOrganization: formatCount(changed.organization),
    byName: formatCount(changed.name),
  });
}

function listAuthorities({ byAuthority }: DiffReport, messages: DiffMessages): string[] {
  const worst = byAuthority
    .filter(({ old, new: now }) => old.problems + now.problems > 0)
    .sort((a, b) => b.new.problems - a.new.problems || b.old.problems - a.old.problems)
    .slice(0, mostAuthorities);
  const rows = worst.map(({ authority, old, new: now }) => [
    authority,
    `${formatCount(old.problems)} → ${formatCount(now.problems)}`,
    showChange(now.problems - old.problems),
    `${formatValue(old.rate)} → ${formatValue(now.rate)}`,
    authority === '?' ? messages.undecided : (authorityName(authority) ?? messages.unlisted),
  ]);
  const heading = ['', messages.problemsHeading, messages.headings.change, messages.rateHeading, ''];
  return alignColumns([heading, ...rows], ['left', 'right', 'right', 'right', 'left']);
}

function formatValue(rate: number | null): string {
  return rate === null ? '–' : rate === 0 ? '0%' : `${(rate * 100).toFixed(4)}%`;
}
