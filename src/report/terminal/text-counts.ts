import type { DuplicateCounts, FileReport } from '../../check/report.ts';
import { withRemedy } from '../../messages/remedy/index.ts';
import { type ReportMessages, reportMessagesFor } from '../../messages/report/index.ts';
import { messagesFor } from '../../messages/verdict/index.ts';
import { escapeControls } from '../../write/escape-controls.ts';
import { formatBytes, formatCount, formatRate } from '../../write/numbers.ts';
import { alignColumns } from '../../write/table.ts';
import type { Summary } from './summary.ts';

const MOST_FILES = 10;

/** What was read, and how it was understood. */
export function listFiles({ report, lang, style }: Summary): string[] {
  const messages = reportMessagesFor(lang);
  const rows = report.files
    .slice(0, MOST_FILES)
    .map((file) => [
      escapeControls(file.path),
      messages.recordsIn(formatCount(file.records)),
      ...describeBytes(file, messages),
      escapeControls(messages.codesIn(file.codeColumn)),
      escapeControls(file.nameColumn === null ? messages.noNameColumn : messages.namesIn(file.nameColumn)),
      ...describeUnits(file, messages),
    ]);
  const more = report.files.length - rows.length;
  const lines = alignColumns(rows, ['left', 'right', 'right', 'left', 'left', 'left', 'left', 'left']);
  return [style.strong(messages.files), ...lines, ...(more > 0 ? [`  … +${formatCount(more)}`] : [])];
}

/** Size, encoding and delimiter; a table in a database has none of them. */
function describeBytes({ bytes, encoding, delimiter }: FileReport, messages: ReportMessages): string[] {
  if (bytes === 0) return ['', messages.inEngine, ''];
  return [formatBytes(bytes), encoding.toUpperCase(), messages.delimiters[delimiter] ?? escapeControls(delimiter)];
}

function describeUnits({ unitColumn }: FileReport, messages: ReportMessages): string[] {
  if (unitColumn === undefined) return [];
  return [unitColumn === null ? messages.noUnitColumn : escapeControls(messages.unitsIn(unitColumn))];
}

/** Records by partition; the shares add up to all records. */
export function listCounts({ report, lang, style }: Summary): string[] {
  const messages = reportMessagesFor(lang);
  const partitions = (['conforming', 'erroneous', 'unconverted', 'missing'] as const).map((partition) => {
    const numerator = report.counts[partition];
    const share = formatRate({ numerator, denominator: report.records }, undefined, 2);
    return [`  ${messagesFor(lang).partitions[partition]}`, formatCount(numerator), share];
  });
  const rows = [[messages.records, formatCount(report.records), ''], ...partitions];
  const { notApplicable = 0 } = report;
  if (notApplicable > 0) {
    const share = formatRate({ numerator: notApplicable, denominator: report.records }, undefined, 2);
    rows.push([`  ${messages.notApplicable}`, formatCount(notApplicable), share]);
  }
  if (report.blankRows > 0) rows.push([messages.blankRows, formatCount(report.blankRows), '']);
  const [first = '', ...rest] = alignColumns(rows, ['left', 'right', 'right'], '');
  return [style.strong(first), ...rest];
}

/** Codes that stand on more than one record. */
export function listDuplicates({ report, lang, style }: Summary): string[] {
  const messages = reportMessagesFor(lang);
  const { duplicates } = report;
  if (duplicates.codes === 0) return [`${style.strong(messages.duplicates)}  ${messages.none}`];
  const describe = ({ codes, records, excess }: DuplicateCounts): string =>
    messages.duplicateCounts({ codes: formatCount(codes), records: formatCount(records), excess: formatCount(excess) });
  const lines = [`${style.strong(messages.duplicates)}  ${describe(duplicates)}`];
  if (duplicates.conflicting === null || duplicates.repeated === null) {
    return [...lines, `  ${withRemedy(messages.kindUnknown, 'name-column', { lang, face: 'command' })}`];
  }
  const kinds = [
    [messages.conflicting, describe(duplicates.conflicting)],
    [messages.repeated, describe(duplicates.repeated)],
  ];
  return [...lines, ...alignColumns(kinds, ['left', 'left'])];
}
