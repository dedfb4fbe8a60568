import type { DuplicateRecord, Finding } from '../../check/findings/finding.ts';
import type { IssueCode, NoteCode } from '../../code/verdict.ts';
import { assessmentMessagesFor } from '../../messages/assessment/index.ts';
import { causeMessagesFor } from '../../messages/cause/index.ts';
import { withRemedy } from '../../messages/remedy/index.ts';
import { reportMessagesFor } from '../../messages/report/index.ts';
import { messagesFor } from '../../messages/verdict/index.ts';
import type { Suspect } from '../../suspects/suspect.ts';
import { escapeControls } from '../../write/escape-controls.ts';
import { formatCount } from '../../write/numbers.ts';
import type { Style } from '../../write/style.ts';
import { alignColumns } from '../../write/table.ts';
import { wrapText } from '../../write/wrap.ts';
import { PARTITIONS, partitionOf } from '../partition.ts';
import type { CreateReportWriter } from '../report-writer.ts';
import { showPoints } from '../show-points.ts';
import { listShownAssessments } from '../shown-assessments.ts';
import type { Summary } from './summary.ts';
import { listCounts, listDuplicates, listFiles } from './text-counts.ts';
import { DUPLICATES_SHOWN, keepExamples, listExamples } from './text-examples.ts';
import { listAuthorities, listRegions, listUnits } from './text-groups.ts';
import { listSuspects, SUSPECTS_SHOWN } from './text-suspects.ts';
import { listRates, stateVerdict } from './text-verdict.ts';

const DUPLICATES_KEPT = 50;

const MOST_COLUMNS = 92;

const MOST_WARNINGS = 10;

/** The summary for a person: verdict first, then what it rests on, ending with where the lists are. */
export function renderSummary(summary: Summary): string {
  const sections = [
    stateVerdict(summary),
    listFiles(summary),
    listCounts(summary),
    listDuplicates(summary),
    listSuspects(summary),
    listRates(summary),
    listAssessments(summary),
    listCauses(summary),
    listIssues(summary),
    listNotes(summary),
    listUnits(summary),
    listAuthorities(summary),
    listRegions(summary),
    listExamples(summary),
    listWarnings(summary),
    listOutput(summary),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function listWarnings({ report, lang, style }: Summary): string[] {
  if (report.warnings.length === 0) return [];
  const messages = reportMessagesFor(lang);
  const lines = report.warnings.slice(0, MOST_WARNINGS).map((warning) => `  ! ${escapeControls(warning.message)}`);
  const more = report.warnings.length - lines.length;
  const rest = withRemedy(messages.moreWarnings(formatCount(more)), 'all-numbers', { lang, face: 'command' });
  return [style.strong(messages.warnings), ...lines, ...(more > 0 ? [`  ${rest}`] : [])];
}

function listOutput({ report, lang, style, folder, written }: Summary): string[] {
  const messages = reportMessagesFor(lang);
  const elapsed = style.faint(messages.elapsed(report.elapsedSeconds.toFixed(report.elapsedSeconds < 10 ? 2 : 0)));
  const named = written.map((path) => style.strong(messages.written(escapeControls(path))));
  if (folder === null) return [...named, elapsed];
  const files = Object.entries(messages.outFiles).map(([name, what]) => `  ${name.padEnd(14)}  ${what}`);
  return [style.strong(messages.written(escapeControls(folder))), ...files, ...named, elapsed];
}

/** Causes that many problems share: to be dealt with before single records. */
function listCauses({ report, lang, style }: Summary): string[] {
  if (report.causes.length === 0) return [];
  const messages = causeMessagesFor(lang);
  return [
    style.strong(messages.title),
    ...report.causes.flatMap(({ code, message }) => [
      `  ${style.strong(messages.names[code])}`,
      ...wrapText(escapeControls(message), MOST_COLUMNS).map((line) => `    ${line}`),
    ]),
  ];
}

/** What plans make of the report; for those that were chosen, how the result was reached. */
function listAssessments({ report, lang, style }: Summary): string[] {
  const shown = listShownAssessments(report);
  if (shown.length === 0) return [];
  const messages = assessmentMessagesFor(lang);
  const { columns } = messages;
  const rows = shown.map((row) => [
    row.chosen ? '>' : ' ',
    escapeControls(row.name),
    escapeControls(row.title),
    row.met ? style.good(messages.met) : style.bad(messages.missed),
    showPoints(row, lang),
    row.away === 0 ? '–' : formatCount(row.away),
  ]);
  const head = ['', columns.name, columns.title, columns.met, columns.points, columns.away];
  const [heading = '', ...lines] = alignColumns([head, ...rows], ['left', 'left', 'left', 'left', 'left', 'right'], '');
  const explained = shown
    .filter(({ chosen }) => chosen)
    .flatMap(({ name, message }) => [
      `  ${escapeControls(name)}`,
      ...wrapText(escapeControls(message), MOST_COLUMNS).map((line) => `    ${line}`),
    ]);
  return [style.strong(messages.heading), style.faint(heading), ...lines, ...explained];
}

/** What is wrong, by partition and most frequent first, and what to do about it. */
function listIssues({ report, lang, style }: Summary): string[] {
  const messages = reportMessagesFor(lang);
  const ranked = rank(report.issues) as [IssueCode, number][];
  const rows = PARTITIONS.flatMap((partition) =>
    ranked
      .filter(([code]) => partitionOf(code) === partition)
      .map(([code, count]) => [
        formatCount(count),
        messagesFor(lang).partitions[partition],
        messages.issueTitles[code],
        style.faint(messages.issueAdvice[code]),
      ]),
  );
  const lines = alignColumns(rows, ['right', 'left', 'left', 'left']);
  return rows.length === 0 ? [] : [style.strong(messages.issues), ...lines];
}

/** What is worth knowing. */
function listNotes({ report, lang, style }: Summary): string[] {
  const messages = reportMessagesFor(lang);
  const rows = rank(report.notes).map(([code, count]) => [formatCount(count), messages.noteTitles[code as NoteCode]]);
  return rows.length === 0 ? [] : [style.strong(messages.notes), ...alignColumns(rows, ['right', 'left'])];
}

function rank(counts: Partial<Record<string, number>>): [string, number][] {
  return Object.entries(counts)
    .map(([code, count]): [string, number] => [code, count ?? 0])
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a);
}

/** The summary for a person. `written` is what else the run wrote: a folder, files. */
export function createTextWriter(style: Style, folder: string | null, written: string[]): CreateReportWriter {
  return (write, { lang }) => {
    const findings: Finding[] = [];
    const duplicates: DuplicateRecord[] = [];
    const suspects: Suspect[] = [];
    return {
      duplicateGroups: DUPLICATES_SHOWN,
      addFindings: (batch) => keepExamples(findings, batch),
      addDuplicates: (batch) => void duplicates.push(...batch.slice(0, DUPLICATES_KEPT - duplicates.length)),
      addSuspects: (batch) => void suspects.push(...batch.slice(0, SUSPECTS_SHOWN - suspects.length)),
      finish: (report) =>
        write(renderSummary({ report, lang, style, findings, duplicates, suspects, folder, written })),
    };
  };
}
