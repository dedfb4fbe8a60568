import type { DuplicateRecord, Finding } from '../../check/findings/finding.ts';
import { describeLocation } from '../../messages/location/index.ts';
import { type ReportMessages, reportMessagesFor } from '../../messages/report/index.ts';
import { explain } from '../../messages/verdict/index.ts';
import { findChange } from '../../repair/find-change.ts';
import { escapeControls } from '../../write/escape-controls.ts';
import { truncate } from '../../write/width.ts';
import type { Summary } from './summary.ts';

const MOST_FINDINGS = 6;
const MOST_PER_ISSUE = 2;
/** Most duplicates among them. */
export const DUPLICATES_SHOWN = 3;
const MOST_RECORDS = 4;
const CODE_WIDTH = 40;
const NAME_WIDTH = 40;

/** A few problems as they stand in the files. */
export function listExamples(summary: Summary): string[] {
  const { lang, style, folder, written } = summary;
  const messages = reportMessagesFor(lang);
  const findings = chooseExamples(summary.findings);
  const groups = groupRecords(summary.duplicates).slice(0, DUPLICATES_SHOWN);
  if (findings.length === 0 && groups.length === 0) return [];
  const lines = [
    ...findings.flatMap((finding) => showFinding(finding, summary, messages)),
    ...groups.flatMap((records) => showDuplicate(records, summary, messages)),
  ];
  return [
    style.strong(messages.examples),
    ...lines,
    ...(folder === null && written.length === 0 ? [style.faint(`  ${messages.outHint}`)] : []),
  ];
}

/** Adds to `kept` the problems of a batch that may serve as examples: a few of each kind. */
export function keepExamples(kept: Finding[], batch: Finding[]): void {
  for (const finding of batch) {
    if (finding.partition === 'conforming') continue;
    let alikeCount = 0;
    for (const { issue } of kept) if (issue?.code === finding.issue?.code) alikeCount++;
    if (alikeCount < MOST_PER_ISSUE) kept.push(finding);
  }
}

/** A mixed handful; erroneous records first, each kind once before any twice. */
function chooseExamples(findings: Finding[]): Finding[] {
  const kept: Finding[] = [];
  keepExamples(kept, findings);
  const isFirst = (finding: Finding): boolean =>
    kept.find(({ issue }) => issue?.code === finding.issue?.code) === finding;
  const order = (finding: Finding): number => (finding.partition === 'erroneous' ? 0 : 1) + (isFirst(finding) ? 0 : 2);
  return [...kept].sort((a, b) => order(a) - order(b)).slice(0, MOST_FINDINGS);
}

function showFinding(finding: Finding, summary: Summary, messages: ReportMessages): string[] {
  const { issue, normalized, suggestion } = finding;
  const isSaid = issue !== null && findChange(issue, normalized, suggestion) !== null;
  const hint = suggestion === null || isSaid ? '' : ` → ${messages.suggestion(suggestion)}`;
  const what =
    issue === null ? '' : escapeControls(firstSentence(explain(issue, normalized, summary.lang, suggestion)));
  return [
    `  ${showLocation(finding, summary)}`,
    `      ${showCode(finding.code) || messages.emptyCell}  ${what}${hint}`,
  ];
}

function showDuplicate(records: DuplicateRecord[], summary: Summary, messages: ReportMessages): string[] {
  const [first] = records;
  if (first === undefined) return [];
  const shown = records.slice(0, MOST_RECORDS).map((record) => `      ${showLocation(record, summary)}`);
  return [
    `  ${messages.duplicateExample(showCode(first.code), first.kind)}`,
    ...shown,
    ...(records.length > shown.length ? ['      …'] : []),
  ];
}

function showLocation(
  { file, row, line, name, key }: Pick<DuplicateRecord, 'file' | 'row' | 'line' | 'name' | 'key'>,
  { report, lang }: Summary,
): string {
  const { path = '', sheet = null } = report.files[file] ?? {};
  const place = escapeControls(describeLocation({ path, sheet, line, row, key }, lang));
  return name ? `${place}  ${truncate(escapeControls(name), NAME_WIDTH)}` : place;
}

/** Records of one duplicate follow one another. */
function groupRecords(records: DuplicateRecord[]): DuplicateRecord[][] {
  const groups: DuplicateRecord[][] = [];
  for (const record of records) {
    const last = groups.at(-1);
    if (last?.[0]?.group === record.group) last.push(record);
    else groups.push([record]);
  }
  return groups;
}

function firstSentence(text: string): string {
  return /^.*?(?:。|\.(?= ))/.exec(text)?.[0] ?? text;
}

function showCode(code: string): string {
  return truncate(escapeControls(code), CODE_WIDTH);
}
