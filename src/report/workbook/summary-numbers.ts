import type { DuplicateCounts, RateDefinition, Report } from '../../check/report.ts';
import type { IssueCode, NoteCode } from '../../code/verdict.ts';
import { withRemedy } from '../../messages/remedy/index.ts';
import { reportMessagesFor } from '../../messages/report/index.ts';
import { suspectMessagesFor } from '../../messages/suspect/index.ts';
import { messagesFor } from '../../messages/verdict/index.ts';
import type { Voice } from '../../messages/voice.ts';
import type { WorkbookMessages } from '../../messages/workbook/index.ts';
import { suspectKinds } from '../../suspects/suspect.ts';
import { formatRate, formatShare } from '../../write/numbers.ts';
import { showPoints } from '../show-points.ts';
import { listShownAssessments } from '../shown-assessments.ts';
import { compareDefinitions, nameVerdict } from '../terminal/text-verdict.ts';
import type { SummaryCell, SummaryTable } from './summary-table.ts';

/** The tables of fixed length: totals, rates, issues, duplicates, what plans make of them, files and warnings. */
export function listNumberTables(report: Report, voice: Voice, messages: WorkbookMessages): SummaryTable[] {
  const { lang } = voice;
  const words = reportMessagesFor(lang);
  const { partitions } = messagesFor(lang);
  const { counts, duplicates } = report;
  const issues = Object.keys(words.issueTitles) as IssueCode[];
  const notes = Object.keys(words.noteTitles) as NoteCode[];
  const definitions = Object.keys(words.definitions) as RateDefinition[];
  const kinds: [string, DuplicateCounts | null][] = [
    [words.duplicates, duplicates],
    [words.conflicting, duplicates.conflicting],
    [words.repeated, duplicates.repeated],
  ];
  return [
    {
      title: messages.total,
      headings: ['', messages.count],
      rows: [
        [words.records, report.records],
        [partitions.conforming, counts.conforming],
        [partitions.erroneous, counts.erroneous],
        [partitions.unconverted, counts.unconverted],
        [partitions.missing, counts.missing],
        ...(report.notApplicable === undefined
          ? []
          : [[words.notApplicable, report.notApplicable] as [string, number]]),
        [messages.codeTotal, counts.conforming + counts.erroneous],
        [words.blankRows, report.blankRows],
      ],
    },
    {
      title: words.rates(report.target.value === 0 ? '0' : `< ${formatShare(report.target.value)}`),
      headings: [messages.definition, messages.numerator, messages.denominator, messages.rate, messages.conclusion],
      rows: definitions.map((definition) => listRate(report, definition, lang, messages)),
      isWide: true,
      remark: compareDefinitions(
        report,
        words,
        lang === 'zh' ? (each) => words.quote(words.definitions[each]) : undefined,
      ),
    },
    {
      title: words.issues,
      headings: [words.issues, messages.count, messages.advice],
      rows: issues
        .filter((issue) => issue !== 'pilot-era' && (report.issues[issue] ?? 0) > 0)
        .map((issue) => [words.issueTitles[issue], report.issues[issue] ?? 0, words.issueAdvice[issue]]),
      isWide: true,
    },
    {
      title: words.duplicates,
      headings: ['', messages.codes, words.records, messages.excess],
      rows: kinds.flatMap(([title, each]) => (each === null ? [] : [[title, each.codes, each.records, each.excess]])),
      ...(duplicates.conflicting === null ? { remark: withRemedy(words.kindUnknown, 'name-column', voice) } : {}),
    },
    {
      title: suspectMessagesFor(lang).title,
      headings: ['', messages.count],
      rows: suspectKinds
        .map((kind): SummaryCell[] => [suspectMessagesFor(lang).kinds[kind], report.suspects?.kinds[kind] ?? 0])
        .filter(([, number]) => number !== 0),
      remark: suspectMessagesFor(lang).explanation,
    },
    {
      title: messages.causes,
      headings: [messages.causeColumns.count, messages.causeColumns.total, messages.causeColumns.message],
      rows: report.causes.map(({ message, count, total }) => [count, total, message]),
      isWide: true,
    },
    {
      title: messages.assessments,
      headings: Object.values(messages.assessmentColumns),
      rows: listShownAssessments(report).map((row) => [
        row.title,
        row.met ? words.within : words.beyond,
        row.mostPoints === null ? messages.notJudged : showPoints(row, lang),
        row.away,
        row.message,
      ]),
      isWide: true,
    },
    {
      title: words.notes,
      headings: ['', messages.count],
      rows: [
        ...notes.map((note): SummaryCell[] => [words.noteTitles[note], report.notes[note] ?? 0]),
        [words.issueTitles['pilot-era'], report.issues['pilot-era'] ?? 0],
      ].filter(([, count]) => count !== 0),
    },
    {
      title: words.files,
      headings: [words.files, words.records, messages.encoding, messages.codeColumn, messages.nameColumn],
      rows: report.files.map(({ path, records, encoding, codeColumn, nameColumn }) => [
        path,
        records,
        encoding,
        codeColumn,
        nameColumn ?? words.noNameColumn,
      ]),
      isWide: true,
    },
    {
      title: words.warnings,
      headings: [words.warnings],
      rows: report.warnings.map(({ message }) => [message]),
      isWide: true,
    },
  ];
}

function listRate(
  report: Report,
  definition: RateDefinition,
  lang: 'zh' | 'en',
  messages: WorkbookMessages,
): SummaryCell[] {
  const words = reportMessagesFor(lang);
  const rate = report.rates[definition];
  const conclusion = nameVerdict(report, definition, words);
  return [
    words.definitions[definition],
    rate.numerator ?? '–',
    rate.denominator,
    showShare(rate, report.target.value),
    definition === report.target.definition ? messages.judges(conclusion) : conclusion,
  ];
}

/** A share with as many decimals as tell it from the target; a dash where there is none. */
export function showShare(
  { numerator, denominator }: { numerator: number | null; denominator: number },
  target?: number,
): SummaryCell {
  if (denominator === 0 || numerator === null) return '–';
  const [, decimals = ''] = formatRate({ numerator, denominator }, target).replace('%', '').split('.');
  return { share: numerator / denominator, digits: decimals.length };
}
