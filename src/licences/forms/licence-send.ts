import { normalizeName } from '../../code/cell/normalize.ts';
import { licenceMessagesFor } from '../../messages/licences/index.ts';
import { workbookMessagesFor } from '../../messages/workbook/index.ts';
import type { About } from '../../report/about.ts';
import { createFileNames } from '../../write/file-names.ts';
import { defaultLimits } from '../../write/workbook/limits.ts';
import { createListSheet, type ListSheet } from '../../write/workbook/list-sheet.ts';
import type { Packing } from '../../write/workbook/packing.ts';
import { relieveSeries } from '../../write/workbook/sheet-series.ts';
import { createWorkbook, type Workbook } from '../../write/workbook/workbook.ts';
import { openLater, type Writable, type Write } from '../../write/write.ts';
import { explainLicence, type LicenceContext, placeLicence } from './describe-licence.ts';
import type { LicenceForm } from './licence-form.ts';

/** Whether a file is one of those that are sent out, in either language: a folder of nothing else may be replaced. */
export function isSentLicence(name: string): boolean {
  return (['zh', 'en'] as const).some((lang) => {
    const { file, index } = licenceMessagesFor(lang).sent;
    return name.endsWith(file) || name === index;
  });
}

interface Recipient {
  title: string;
  file: string;
  workbook: Workbook;
  list: ListSheet;
  count: number;
}

const mostWorkbooks = 500;
const rowsBetweenLooks = 4096;

/** What is sent out: a workbook for each body with its errors and cells to fill in, and an index of them. */
export function createLicenceSend(
  open: (name: string) => Promise<Writable>,
  context: LicenceContext,
  about: About,
  packing: Packing,
): LicenceForm {
  const messages = licenceMessagesFor(context.lang);
  const { columns, sent } = messages;
  const recipients = new Map<string, Recipient>();
  const names = createFileNames(sent.file);
  let count = 0;

  function start(title: string): Recipient {
    const file = names.claim(title);
    const write = openLater(() => open(file));
    const workbook = createWorkbook(write, packing, context.lang, workbookMessagesFor(context.lang), 'return');
    const list = createListSheet({
      workbook,
      name: messages.sheets.findings,
      tab: { group: 'units', order: 0 },
      columns: [
        { heading: columns.place, width: 18, format: 'text' },
        { heading: columns.name, width: 24, format: 'text' },
        { heading: columns.column, width: 22, format: 'text' },
        { heading: columns.value, width: 22, format: 'text' },
        { heading: columns.reason, width: 36, format: 'text' },
        { heading: columns.suggestion, width: 22, format: 'text' },
        { heading: sent.corrected, width: 22, format: 'fill' },
        { heading: sent.remark, width: 12, format: 'fill' },
      ],
      limits: defaultLimits,
      above: listHead(title),
      isFirst: true,
    });
    list.series.open();
    return { title, file, workbook, list, count: 0 };
  }

  function listHead(title: string) {
    const { period = '', organization = '', due = '', contact = '' } = about;
    const facts = (
      [
        [sent.body, title],
        [sent.organization, organization],
        [sent.due, due],
        [sent.contact, contact],
      ] as const
    ).filter(([, value]) => value !== '');
    const shown = facts.map(([label, value]) => `${label}：${value}`).join('　　');
    return [
      { text: sent.heading(period), format: 'title' as const, points: 28 },
      { text: shown, format: 'remark' as const, points: 16 },
    ];
  }

  return {
    async add(batch) {
      for (const finding of batch) {
        if (finding.severity !== 'error') continue;
        const own = finding.body === '' ? sent.noBody : finding.body;
        const key = normalizeName(
          recipients.size < mostWorkbooks || recipients.has(normalizeName(own)) ? own : sent.noBody,
        );
        let recipient = recipients.get(key);
        if (recipient === undefined) {
          recipient = start(key === normalizeName(own) ? own : sent.noBody);
          recipients.set(key, recipient);
        }
        recipient.count++;
        recipient.list.add([
          placeLicence(finding, context),
          finding.name,
          finding.column,
          finding.value,
          explainLicence(finding, context.lang),
          finding.suggestion ?? '',
          null,
          null,
        ]);
        if (++count % rowsBetweenLooks === 0) await relieve();
      }
    },
    async finish() {
      const sorted = [...recipients.values()].sort((a, b) => b.count - a.count);
      for (const { list, workbook } of sorted) {
        await list.series.turn();
        await workbook.end();
      }
      await writeIndex(
        openLater(() => open(sent.index)),
        sorted,
      );
    },
  };

  async function relieve(): Promise<void> {
    await relieveSeries(
      [...recipients.values()].map(({ list }) => list.series),
      defaultLimits,
    );
  }

  async function writeIndex(write: Write, sorted: Recipient[]): Promise<void> {
    const workbook = createWorkbook(write, packing, context.lang, workbookMessagesFor(context.lang), 'report');
    const list = createListSheet({
      workbook,
      name: messages.sheets.summary,
      tab: { group: 'index', order: 0 },
      columns: [
        { heading: sent.body, width: 40, format: 'text' },
        { heading: sent.count, width: 10, format: 'count' },
        { heading: sent.name, width: 44, format: 'text' },
      ],
      limits: defaultLimits,
      above: [{ text: sent.heading(about.period ?? ''), format: 'title', points: 28 }],
      isFirst: true,
    });
    list.series.open();
    for (const recipient of sorted) list.add([recipient.title, recipient.count, recipient.file]);
    await list.series.turn();
    await workbook.end();
  }
}
