import { licenceMessagesFor } from '../../messages/licences/index.ts';
import { formatCount, formatRate } from '../../write/numbers.ts';
import type { LicenceReport, RuleRow, ShareRow } from '../licence-report.ts';

/** A table of a report, every cell in words; numbers stand in its last columns. */
export interface LicenceTable {
  title: string;
  headings: string[];
  rows: string[][];
  /** Columns of text, which come first. */
  textCount: number;
}

/** What a report says in sentences: the verdict, and what it costs. */
export function stateLicences({ compliance, points, records, met }: LicenceReport, lang: 'zh' | 'en'): string[] {
  const messages = licenceMessagesFor(lang);
  const wrong = records - compliance.numerator;
  const facts = { compliant: formatCount(compliance.numerator), records: formatCount(records), met };
  const verdict = messages.verdict({ ...facts, rate: formatRate(compliance, 1, 2) });
  return wrong === 0 ? [verdict] : [verdict, messages.points({ wrong: formatCount(wrong), points: String(points) })];
}

/** How each file was understood. */
export function listLicenceFiles({ files }: LicenceReport, lang: 'zh' | 'en'): string[] {
  const messages = licenceMessagesFor(lang);
  return files.map(({ path, kind, layout, records }) =>
    messages.layout({ file: path, kind: messages.kinds[kind], layout, records: formatCount(records) }),
  );
}

/** The tables of a report, those without rows left out. */
export function listLicenceTables(report: LicenceReport, lang: 'zh' | 'en'): LicenceTable[] {
  const { tables, columns, rules, roles } = licenceMessagesFor(lang);
  const ofRules = (title: string, rows: RuleRow[]): LicenceTable => ({
    title,
    headings: [columns.rule, columns.column, columns.records],
    rows: rows.map(({ rule, column, records }) => [rules[rule], column, formatCount(records)]),
    textCount: 2,
  });
  const ofShares = (title: string, heading: string, rows: (ShareRow & { of: string })[]): LicenceTable => ({
    title,
    headings: [heading, columns.records, columns.compliant, columns.wrong, columns.rate],
    rows: rows.map(({ of, records, compliant }) => [
      of,
      formatCount(records),
      formatCount(compliant),
      formatCount(records - compliant),
      formatRate({ numerator: compliant, denominator: records }, 1, 2),
    ]),
    textCount: 1,
  });
  return [
    ofRules(tables.byRule, report.byRule),
    ofRules(tables.notes, report.notes),
    {
      title: tables.byColumn,
      headings: [columns.column, columns.role, columns.filled, columns.errors],
      rows: report.byColumn.map(({ column, role, filled, errors }) => [
        column,
        roles[role],
        formatCount(filled),
        formatCount(errors),
      ]),
      textCount: 2,
    },
    ofShares(
      tables.byBody,
      columns.body,
      report.byBody.map(({ body, ...share }) => ({ of: body, ...share })),
    ),
    ofShares(
      tables.byCategory,
      columns.category,
      report.byCategory.map(({ category, ...share }) => ({ of: category, ...share })),
    ),
  ].filter(({ rows }) => rows.length > 0);
}
