import { reportMessagesFor } from '../../messages/report/index.ts';
import { sendMessagesFor } from '../../messages/send/index.ts';
import { workbookMessagesFor } from '../../messages/workbook/index.ts';
import { createFileNames } from '../../write/file-names.ts';
import { defaultLimits, type WorkbookLimits } from '../../write/workbook/limits.ts';
import { createListSheet } from '../../write/workbook/list-sheet.ts';
import { type Packing, plainPacking } from '../../write/workbook/packing.ts';
import { relieveSeries } from '../../write/workbook/sheet-series.ts';
import { createWorkbook } from '../../write/workbook/workbook.ts';
import { openLater, type Writable, type Write } from '../../write/write.ts';
import type { About } from '../about.ts';
import { type Counterparts, createCounterpartFinder } from '../counterparts.ts';
import { explainProblemSum } from '../problem-sum.ts';
import type { ReportContext, ReportWriter } from '../report-writer.ts';
import { createProblemMaker, describeAuthority, type Problem } from '../workbook/problem.ts';
import { type CoverLetter, type Recipient, renderLetterHtml, renderLetterMarkdown } from './cover-letter.ts';
import { createUnitWorkbook, type UnitWorkbook } from './unit-workbook.ts';

/** Opens a file of the folder that is sent out. */
export type OpenSent = (name: string) => Promise<Writable>;

/** Whether a file is one of those that are sent out, in either language: a folder of nothing else may be replaced. */
export function isSentFile(name: string): boolean {
  return (['zh', 'en'] as const).some((lang) => {
    const { unitFile, indexFile, noteFile } = sendMessagesFor(lang);
    return name.endsWith(unitFile) || [indexFile, `${noteFile}.md`, `${noteFile}.html`].includes(name);
  });
}

interface Unit {
  title: string;
  file: string;
  workbook: UnitWorkbook;
}

/** Between two looks at how much is held. */
const rowsBetweenLooks = 4096;

/**
 * What is sent out: a workbook for each unit (for each authority where no units are known), to be printed on A4 and filled in; an
 * index of them; a covering note as Markdown and as a page.
 *
 * @throws whatever `open` and what it opens throw
 */
export function createSendWriter(
  open: OpenSent,
  context: ReportContext,
  about: About,
  packing: Packing = plainPacking,
  limits: WorkbookLimits = defaultLimits,
): ReportWriter {
  const { lang } = context;
  const messages = workbookMessagesFor(lang);
  const words = sendMessagesFor(lang);
  const maker = createProblemMaker(context, messages);
  const finder = createCounterpartFinder();
  const units = new Map<string, Unit>();
  const names = createFileNames(words.unitFile);
  let count = 0;

  function start(title: string): Unit {
    const file = names.claim(title);
    const write = openLater(() => open(file));
    return { title, file, workbook: createUnitWorkbook({ unit: title, about, lang, messages, words, packing, write }) };
  }

  function titleOf({ responsible, authorityCode }: Problem): string {
    if (responsible !== null) return responsible === '' || responsible === '?' ? messages.sheets.noUnit : responsible;
    const shown = describeAuthority(authorityCode, reportMessagesFor(lang).unlisted);
    return shown === '' ? messages.sheets.noAuthority : shown;
  }

  async function add(problem: Problem): Promise<void> {
    const own = titleOf(problem);
    const title = units.has(own) || units.size < limits.unitSheets ? own : messages.sheets.others;
    let unit = units.get(title);
    if (unit === undefined) {
      unit = start(title);
      units.set(title, unit);
    }
    unit.workbook.add(problem);
    if (unit.workbook.series.isFull() || ++count % rowsBetweenLooks === 0) {
      await relieveSeries(
        [...units.values()].map(({ workbook }) => workbook.series),
        limits,
      );
    }
  }

  async function addPlaced(placed: Counterparts[]): Promise<void> {
    for (const each of placed) await add(maker.fromDuplicate(each));
  }

  return {
    async addFindings(batch) {
      for (const finding of batch) {
        const problem = maker.fromFinding(finding);
        if (problem !== null) await add(problem);
      }
    },
    addDuplicates: (batch) => addPlaced(finder.add(batch)),
    async finish(report) {
      await addPlaced(finder.finish());
      const sorted = [...units.values()].sort((a, b) => b.workbook.count() - a.workbook.count());
      for (const { workbook } of sorted) await workbook.end();
      const recipients = sorted.map(({ title, file, workbook }): Recipient => {
        const { contact = '', phone = '' } = about.units?.find(({ unit }) => unit === title) ?? {};
        return { unit: title, rows: workbook.count(), file, contact, phone };
      });
      const note: CoverLetter = { recipients, about, sums: explainProblemSum(report, lang), words, lang };
      await writeIndex(
        openLater(() => open(words.indexFile)),
        note,
        packing,
      );
      await (await open(`${words.noteFile}.md`)).write(renderLetterMarkdown(note));
      await (await open(`${words.noteFile}.html`)).write(renderLetterHtml(note));
    },
  };
}

/** The list of who got what, with columns for when it was sent and came back. */
async function writeIndex(
  write: Write,
  { recipients, about, sums, words, lang }: CoverLetter,
  packing: Packing,
): Promise<void> {
  const messages = workbookMessagesFor(lang);
  const workbook = createWorkbook(write, packing, lang, messages, 'report');
  const { number, unit, rows, contact, phone, file, sent, returned } = words.indexColumns;
  const list = createListSheet({
    workbook,
    name: messages.sheets.index,
    tab: { group: 'index', order: 0 },
    columns: [
      { heading: number, width: 7, format: 'count' },
      { heading: unit, width: 30, format: 'text' },
      { heading: rows, width: 9, format: 'count' },
      { heading: contact, width: 12, format: 'text' },
      { heading: phone, width: 16, format: 'text' },
      { heading: file, width: 50, format: 'text' },
      { heading: sent, width: 13, format: 'fill' },
      { heading: returned, width: 13, format: 'fill' },
    ],
    limits: defaultLimits,
    above: [
      { text: words.note.heading(about.period ?? ''), format: 'title', points: 28 },
      ...sums.map((text) => ({ text, format: 'remark' as const, points: 14 })),
    ],
    isFirst: true,
  });
  list.series.open();
  for (const [index, each] of recipients.entries()) {
    list.add([index + 1, each.unit, each.rows, each.contact, each.phone, each.file, null, null]);
  }
  const total = recipients.reduce((sum, each) => sum + each.rows, 0);
  list.add([null, words.sum, total, null, null, null, null, null]);
  await list.series.turn();
  await workbook.end();
}
