import { diff } from '../../clean/diff/diff.ts';
import { createDiffPage } from '../../clean/diff/diff-html.ts';
import type { DiffOptions } from '../../clean/diff/diff-report.ts';
import { type DiffTable, listDiffTables, showOutcome, stateDiff } from '../../clean/diff/diff-tables.ts';
import { createDiffWorkbook } from '../../clean/diff/diff-workbook.ts';
import type { FixReason } from '../../clean/fix/fix-report.ts';
import { openRegistry } from '../../clean/lookup/open-registry.ts';
import { matchStatuses } from '../../clean/match/match-report.ts';
import { dedupWorkbook } from '../../clean/workbook/dedup-workbook.ts';
import type { WorkbookRun } from '../../clean/workbook/edited-workbook.ts';
import { fixWorkbook } from '../../clean/workbook/fix-workbook.ts';
import { matchWorkbook } from '../../clean/workbook/match-workbook.ts';
import type { RunOptions } from '../../engine/options.ts';
import type { Platform } from '../../engine/platform.ts';
import { dedupMessagesFor } from '../../messages/dedup/index.ts';
import { diffMessagesFor } from '../../messages/diff/index.ts';
import { fixMessagesFor } from '../../messages/fix/index.ts';
import { describeLocation } from '../../messages/location/index.ts';
import { matchMessagesFor } from '../../messages/match/index.ts';
import { pageMessagesFor } from '../../messages/page/index.ts';
import { describeWarning, type WarningFacts } from '../../messages/warning/index.ts';
import type { Input } from '../../tables/input.ts';
import { formatCount, formatRate } from '../../write/numbers.ts';
import { plainPacking } from '../../write/workbook/packing.ts';
import type { Write } from '../../write/write.ts';
import type { MonthOutcome, MonthRequest } from '../protocol.ts';
import { collectBlob } from './collect-blob.ts';
import { startEditRun } from './edit-run.ts';
import { judgeInPage } from './licence-work.ts';

/** What the work of a month is done with. */
export interface MonthTools {
  open(file: File): Promise<{ inputs: Input[]; warnings: WarningFacts[] }>;
  platformFor(inputs: Input[]): Platform;
  options: Pick<RunOptions, 'signal' | 'onProgress' | 'memoryBytes'>;
}

/** One job: its options, and what it reads. */
interface Job extends MonthTools {
  request: MonthRequest;
  /** The tables on the left (the old month, the registry) and on the right (the new month, the table to work on). */
  old: Input[];
  now: Input[];
  platform: Platform;
}

type Outcome = Omit<MonthOutcome, 'warnings'> & { warnings: { message: string }[] };

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const mostListed = 100;

/** Does what a tab of the month asks for, with the code of the commands `diff`, `fix`, `dedup`, `match` and `licences`. */
export async function workMonth(request: MonthRequest, tools: MonthTools): Promise<MonthOutcome> {
  const { lang } = request;
  const read = async (files: File[]) => Promise.all(files.map((file) => tools.open(file)));
  const [left, right] = [await read(request.old), await read(request.now)];
  const [old, now] = [left.flatMap(({ inputs }) => inputs), right.flatMap(({ inputs }) => inputs)];
  const job: Job = { ...tools, request, old, now, platform: tools.platformFor([...old, ...now]) };
  const works = { compare, fix, dedup, match, licences };
  const outcome = await works[request.work](job);
  const passedOver = [...left, ...right].flatMap(({ warnings }) => warnings);
  const warnings = passedOver.map((facts) => describeWarning(facts, { lang, face: 'page' }));
  return { ...outcome, warnings: [...warnings, ...outcome.warnings].map(({ message }) => message) };
}

function optionsOf({ request, options }: Job) {
  return { ...options, lang: request.lang, face: 'page' as const };
}

async function compare(job: Job): Promise<Outcome> {
  const { request, platform } = job;
  const { lang } = request;
  const words = diffMessagesFor(lang);
  const workbook = collectBlob();
  const book = createDiffWorkbook(workbook.write, lang, plainPacking);
  const page = createDiffPage(lang);
  const listed: string[][] = [];
  const options: DiffOptions = {
    ...optionsOf(job),
    unitColumn: 'auto',
    lists: 'all',
    async onProblems(batch) {
      page.addProblems(batch);
      await book.addProblems(batch);
      for (const one of batch) {
        if (listed.length >= mostListed) break;
        const place = describeLocation({ path: one.file, sheet: one.sheet, row: one.row, line: one.line }, lang);
        const [outcome, code] = showOutcome(one, words);
        listed.push([words.statuses[one.status], words.kinds[one.kind], one.code, one.name, place, outcome, code]);
      }
    },
    async onCodes(batch) {
      page.addCodes(batch);
      await book.addCodes(batch);
    },
  };
  const report = await diff({ old: job.old, new: job.now, earlier: [] }, options, platform);
  await book.finish(report);
  const { columns, sheets } = words;
  const headings = [columns.status, columns.kind, columns.code, columns.name, columns.place, columns.outcome];
  const list: DiffTable = { title: sheets.problems, headings: [...headings, columns.entity], rows: listed };
  const { fileNames } = pageMessagesFor(lang).month;
  return {
    lines: stateDiff(report, lang),
    tables: [...listDiffTables(report, lang), list],
    warnings: report.warnings,
    files: [
      { name: fileNames.compareWorkbook, blob: workbook.finish(sheetType) },
      { name: fileNames.comparePage, blob: new Blob([page.render(report)], { type: 'text/html' }) },
    ],
  };
}

async function fix(job: Job): Promise<Outcome> {
  const { lang } = job.request;
  const words = fixMessagesFor(lang);
  const file = collectBlob();
  const report = await fixWorkbook(startRun(job, file.write), optionsOf(job), null);
  const { changed, records, reasons, counts, warnings } = report;
  const left = { erroneous: counts.erroneous, unconverted: counts.unconverted, missing: counts.missing };
  const { month } = pageMessagesFor(lang);
  const numbers = Object.fromEntries(Object.entries(left).map(([name, count]) => [name, formatCount(count)]));
  return {
    lines: [
      changed === 0
        ? words.nothingToChange(formatCount(records))
        : words.changed(formatCount(changed), formatCount(records)),
      month.left(numbers as Record<'erroneous' | 'unconverted' | 'missing', string>),
    ],
    tables: [
      {
        title: '',
        headings: [month.reason, month.count],
        rows: Object.entries(reasons).map(([reason, count]) => [
          words.reasons[reason as FixReason],
          formatCount(count),
        ]),
      },
    ],
    warnings,
    files: [{ name: nameResult(job, month.fileNames.fixed), blob: file.finish(sheetType) }],
  };
}

async function dedup(job: Job): Promise<Outcome> {
  const { lang } = job.request;
  const words = dedupMessagesFor(lang);
  const file = collectBlob();
  const report = await dedupWorkbook(startRun(job, file.write), optionsOf(job));
  const { records, kept, removed, duplicates, by, warnings } = report;
  const { codes, records: inConflict } = duplicates.conflicting;
  const lines = [
    records === kept ? words.nothingRemoved(formatCount(records)) : words.kept(formatCount(kept), formatCount(records)),
    ...(removed.repeated > 0 ? [words.removedRepeated(formatCount(removed.repeated))] : []),
    ...(codes > 0 ? [words.conflictsLeft({ by, codes: formatCount(codes), records: formatCount(inConflict) })] : []),
  ];
  const name = nameResult(job, pageMessagesFor(lang).month.fileNames.deduplicated);
  return { lines, tables: [], warnings, files: [{ name, blob: file.finish(sheetType) }] };
}

async function match(job: Job): Promise<Outcome> {
  const { lang } = job.request;
  const words = matchMessagesFor(lang);
  const { month } = pageMessagesFor(lang);
  const file = collectBlob();
  const { memoryBytes = 1 << 29 } = job.options;
  const options = optionsOf(job);
  const registry = await openRegistry({
    inputs: job.old,
    options,
    platform: job.platform,
    memoryBytes: memoryBytes / 2,
  });
  const run = startRun(job, file.write);
  const report = await matchWorkbook(run, { registry, options, memoryBytes: memoryBytes / 2 });
  const { covered, records, columns, warnings } = report;
  const rate = formatRate({ numerator: covered, denominator: records }, undefined, 2);
  const tables = columns.map(({ column, counts }) => ({
    title: words.column(column),
    headings: [month.status, month.count],
    rows: matchStatuses
      .filter((status) => counts[status] > 0)
      .map((status) => [words.statuses[status], formatCount(counts[status])]),
  }));
  return {
    lines: [words.coverage({ covered: formatCount(covered), records: formatCount(records), rate })],
    tables,
    warnings,
    files: [{ name: nameResult(job, month.fileNames.matched), blob: file.finish(sheetType) }],
  };
}

function licences(job: Job): Promise<Outcome> {
  return judgeInPage({ tables: job.now, registry: job.old, platform: job.platform, options: optionsOf(job) });
}

/** The tables to work on, to be written as a workbook. */
function startRun({ request, now, platform }: Job, write: Write): WorkbookRun {
  return startEditRun({ inputs: now, files: request.now, platform }, write);
}

function nameResult({ request }: Job, suffix: string): string {
  return `${(request.now[0]?.name ?? '').replace(/\.[^.]+$/, '')}${suffix}.xlsx`;
}
