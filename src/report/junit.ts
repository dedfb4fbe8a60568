import type { DuplicateRecord, Finding } from '../check/findings/finding.ts';
import type { AssessmentRow, Report } from '../check/report.ts';
import type { IssueCode } from '../code/verdict.ts';
import { describeLocation } from '../messages/location/index.ts';
import { reportMessagesFor } from '../messages/report/index.ts';
import { formMessagesFor } from '../messages/report-form/index.ts';
import { escapeControls, escapeControlsInLines } from '../write/escape-controls.ts';
import { plainStyle } from '../write/style.ts';
import { listRows } from './lists/finding-rows.ts';
import { partitionOf } from './partition.ts';
import type { CreateReportWriter, ReportContext } from './report-writer.ts';
import { duplicateRule } from './sarif-rules.ts';
import { stateVerdict } from './terminal/text-verdict.ts';

const mostExamples = 10;

/** One test case. */
interface Case {
  name: string;
  result: 'passed' | 'failed' | 'skipped';
  message: string;
  detail: string;
}

/**
 * The report as JUnit XML, as build servers read it:
 *
 *   testsuites
 *   ├─ target     the target, and one case for each assessment; what does not resultOf is skipped, not failed
 *   └─ issues     one case for each kind of problem, with its count and first examples; fails when the verdict does
 */
export const createJunitWriter: CreateReportWriter = (write, context) => {
  const examples = new Map<string, string[]>();
  const keep = (issue: string, line: string): void => {
    const lines = examples.get(issue) ?? [];
    if (lines.length < mostExamples) examples.set(issue, [...lines, line]);
  };
  return {
    addFindings(batch) {
      for (const { finding, issue, explanation, suggestion } of listRows(batch, context)) {
        if ((examples.get(issue)?.length ?? 0) >= mostExamples) continue;
        keep(
          issue,
          showLocation(finding, formMessagesFor(context.lang).result(finding.code, explanation, suggestion), context),
        );
      }
    },
    addDuplicates(batch) {
      for (const record of batch) {
        if ((examples.get(duplicateRule(record.kind))?.length ?? 0) >= mostExamples) continue;
        keep(duplicateRule(record.kind), showLocation(record, record.code, context));
      }
    },
    async finish(report) {
      const suites = [
        { name: 'target', cases: listTargets(report, context) },
        { name: 'issues', cases: listIssues(report, examples, context) },
      ];
      const all = suites.flatMap(({ cases }) => cases);
      const text = suites.map(({ name, cases }) => renderSuite(name, cases)).join('');
      const seconds = report.elapsedSeconds.toFixed(3);
      await write(
        `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="uscc check" ${count(all)} time="${seconds}">\n${text}</testsuites>\n`,
      );
    },
  };
};

/** What decides the exit code fails; what does not is at most skipped. */
function listTargets(report: Report, { lang }: ReportContext): Case[] {
  const { notChosen, target } = formMessagesFor(lang);
  const isChosen = report.assessments.some(({ chosen }) => chosen);
  const summary = { report: { ...report, assessments: [] }, lang, style: plainStyle };
  const [message = '', detail = ''] = stateVerdict({
    ...summary,
    findings: [],
    duplicates: [],
    folder: null,
    written: [],
  });
  const resultOf = (met: boolean, decides: boolean): Case['result'] =>
    met ? 'passed' : decides ? 'failed' : 'skipped';
  const cases = report.assessments.map(({ name, title, met, chosen, message: explained }: AssessmentRow) => {
    const result = resultOf(met, chosen);
    return {
      name: `${name}: ${title}`,
      result,
      message: result === 'skipped' ? notChosen : explained,
      detail: explained,
    };
  });
  return [
    { name: `${target}: ${report.target.definition}`, result: resultOf(report.target.met, !isChosen), message, detail },
    ...cases,
  ];
}

function listIssues(report: Report, examples: Map<string, string[]>, { lang }: ReportContext): Case[] {
  const { issueTitles, issueAdvice } = reportMessagesFor(lang);
  const forms = formMessagesFor(lang);
  const chosen = report.assessments.filter((assessment) => assessment.chosen);
  const met = chosen.length > 0 ? chosen.every((assessment) => assessment.met) : report.target.met;
  const describe = (id: string, title: string, advice: string, number: number, isProblem: boolean): Case => {
    const shown = examples.get(id) ?? [];
    const detail = number === 0 ? '' : [forms.firstExamples(shown.length, number), ...shown].join('\n');
    return {
      name: `${id}: ${title}`,
      result: number > 0 && isProblem && !met ? 'failed' : 'passed',
      message: `${title}: ${number}. ${advice}`,
      detail,
    };
  };
  const issues = (Object.keys(issueTitles) as IssueCode[]).map((id) =>
    describe(id, issueTitles[id], issueAdvice[id], report.issues[id] ?? 0, partitionOf(id) === 'erroneous'),
  );
  const { conflicting, repeated } = report.duplicates;
  const kinds = conflicting === null || repeated === null ? [null] : (['conflicting', 'repeated'] as const);
  const duplicates = kinds.map((kind: DuplicateRecord['kind']) => {
    const { records } = (kind === null ? report.duplicates : report.duplicates[kind]) ?? report.duplicates;
    const id = duplicateRule(kind);
    return describe(id, forms.duplicateTitles[id], forms.duplicateAdvice, records, true);
  });
  return [...issues, ...duplicates];
}

function renderSuite(name: string, cases: Case[]): string {
  return `  <testsuite name="${name}" ${count(cases)}>\n${cases.map((each) => renderCase(name, each)).join('')}  </testsuite>\n`;
}

function renderCase(suite: string, { name, result, message, detail }: Case): string {
  const open = `    <testcase classname="uscc.${suite}" name="${escapeText(name)}"`;
  if (result === 'skipped')
    return `${open}><skipped message="${escapeText(message)}">${escapeText(detail)}</skipped></testcase>\n`;
  if (result === 'failed')
    return `${open}><failure message="${escapeText(message)}">${escapeText(detail)}</failure></testcase>\n`;
  return detail === '' ? `${open}/>\n` : `${open}><system-out>${escapeText(detail)}</system-out></testcase>\n`;
}

function count(cases: Case[]): string {
  const of = (result: Case['result']): number => cases.filter((each) => each.result === result).length;
  return `tests="${cases.length}" failures="${of('failed')}" errors="0" skipped="${of('skipped')}"`;
}

function showLocation(
  { file, row, line, name, key }: Pick<Finding, 'file' | 'row' | 'line' | 'name' | 'key'>,
  text: string,
  { files, sheets, lang }: ReportContext,
): string {
  const place = escapeControls(
    describeLocation({ path: files[file] ?? '', sheet: sheets[file] ?? null, line, row, key }, lang),
  );
  return `${place}  ${escapeControls(text)}${name === null || name === '' ? '' : `  ${escapeControls(name)}`}`;
}

/** Text that XML can hold: control characters are spelt out, half surrogate pairs and non-characters replaced. */
function escapeText(text: string): string {
  return escapeControlsInLines(text)
    .replace(/\p{Surrogate}|[\ufffe\uffff]/gu, '\ufffd')
    .replace(/[&<>"'\n]/g, (character) => (character === '\n' ? '&#10;' : `&#${character.charCodeAt(0)};`));
}
