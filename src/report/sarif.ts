import type { DuplicateRecord } from '../check/findings/finding.ts';
import type { Report } from '../check/report.ts';
import { formMessagesFor } from '../messages/report-form/index.ts';
import { renderJson } from './json.ts';
import { type FindingRow, listRows } from './lists/finding-rows.ts';
import type { Severity } from './partition.ts';
import type { CreateReportWriter, ReportContext } from './report-writer.ts';
import { duplicateRule, listRules } from './sarif-rules.ts';

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };
/** What the services that take such files are known to take of one run. */
const serviceLimit = 25_000;

/**
 * The report as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/): one run, a rule for each issue, a result for
 * each finding and each record of a duplicate, written as they come and never cut off; warnings, and what a service would
 * leave out, are notifications of the run. `version` is the toolkit's.
 */
export const createSarifWriterOf =
  (version: string): CreateReportWriter =>
  (write, context) => {
    let separator = '';
    let count = 0;
    const head =
      '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{' +
      `"tool":{"driver":${renderJson(describeTool(version, context), 0)}},` +
      `"language":"${context.lang}","columnKind":"unicodeCodePoints","results":[\n`;
    let pending = head;

    const add = async (results: unknown[]): Promise<void> => {
      let text = pending;
      pending = '';
      for (const result of results) {
        text += separator + renderJson(result, 0);
        separator = ',\n';
      }
      count += results.length;
      await write(text);
    };

    return {
      addFindings: (batch) => add(Array.from(listRows(batch, context), (row) => describeFinding(row, context))),
      addDuplicates: (batch) => add(batch.map((record) => describeDuplicate(record, context))),
      async finish(report) {
        const toolExecutionNotifications = listNotifications(report, count, context);
        const invocations = [{ executionSuccessful: true, toolExecutionNotifications }];
        const { causes, assessments, counts, duplicates, rates, target } = report;
        const properties = { records: report.records, counts, duplicates, rates, target, assessments, causes };
        await add([]);
        await write(`\n],"invocations":${renderJson(invocations, 0)},"properties":${renderJson(properties, 0)}}]}\n`);
      },
    };
  };

function describeTool(version: string, { lang }: ReportContext) {
  return { name: 'uscc-toolkit', version, semanticVersion: version, language: lang, rules: listRules(lang) };
}

function describeFinding({ finding, severity, issue, explanation, suggestion }: FindingRow, context: ReportContext) {
  const { code, row, authority, region, name, unit } = finding;
  const sheet = context.sheets[finding.file] ?? null;
  const messages = formMessagesFor(context.lang);
  return {
    ruleId: issue,
    level: levels[severity],
    message: { text: messages.result(code, explanation, suggestion) },
    locations: [locate(finding, context)],
    properties: { row, code, suggestion, authority, region, name, unit, sheet },
  };
}

function describeDuplicate(record: DuplicateRecord, context: ReportContext) {
  const { group, kind, code, row, name, unit } = record;
  const sheet = context.sheets[record.file] ?? null;
  const messages = formMessagesFor(context.lang);
  return {
    ruleId: duplicateRule(kind),
    level: 'error',
    message: { text: messages.duplicate(code, group, kind) },
    locations: [locate(record, context)],
    properties: { row, code, group, name, unit, sheet },
  };
}

function locate({ file, line }: { file: number; line: number }, { files }: ReportContext) {
  return { physicalLocation: { artifactLocation: { uri: toUri(files[file] ?? '') }, region: { startLine: line } } };
}

/** A path as a URI reference; absolute ones as `file:` URIs. */
function toUri(path: string): string {
  const parts = path.replaceAll('\\', '/').split('/');
  const drive = /^[A-Za-z]:$/.test(parts[0] ?? '');
  const encoded = parts.map((part, index) =>
    drive && index === 0 ? part : encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')),
  );
  if (drive) return `file:///${encoded.join('/')}`;
  return path.startsWith('/') ? `file://${encoded.join('/')}` : encoded.join('/');
}

function listNotifications(report: Report, count: number, context: ReportContext) {
  const messages = formMessagesFor(context.lang);
  const warnings = report.warnings.map(({ code, message, file, line }) => ({
    descriptor: { id: code },
    level: 'warning',
    message: { text: message },
    ...(file === undefined ? {} : { locations: [locateWarning(file, line)] }),
  }));
  const size = { descriptor: { id: 'results' }, level: 'note', message: { text: messages.results(count) } };
  const many = { descriptor: { id: 'many-results' }, level: 'warning', message: { text: messages.many(serviceLimit) } };
  return [...warnings, size, ...(count > serviceLimit ? [many] : [])];
}

function locateWarning(file: string, line: number | undefined) {
  const region = line === undefined || line < 1 ? {} : { region: { startLine: line } };
  return { physicalLocation: { artifactLocation: { uri: toUri(file) }, ...region } };
}
