import { openRegistry } from '../../clean/lookup/open-registry.ts';
import type { RunOptions } from '../../engine/options.ts';
import type { Platform } from '../../engine/platform.ts';
import { explainLicence, type LicenceContext, placeLicence } from '../../licences/forms/describe-licence.ts';
import { formatLicences, LICENCE_HEADER } from '../../licences/forms/licence-csv.ts';
import { createLicencePage } from '../../licences/forms/licence-html.ts';
import { listLicenceFiles, listLicenceTables, stateLicences } from '../../licences/forms/licence-tables.ts';
import { createLicenceWorkbook } from '../../licences/forms/licence-workbook.ts';
import { judgeLicences } from '../../licences/licences.ts';
import { licenceMessagesFor } from '../../messages/licences/index.ts';
import { pageMessagesFor } from '../../messages/page/index.ts';
import type { Language } from '../../messages/voice.ts';
import type { Warning } from '../../messages/warning/index.ts';
import type { Input } from '../../tables/input.ts';
import { plainPacking } from '../../write/workbook/packing.ts';
import type { MonthOutcome } from '../protocol.ts';
import { collectBlob } from './collect-blob.ts';

/** Tables of licences and penalties, and the registry that they are held against; empty: none. */
interface LicenceJob {
  tables: Input[];
  registry: Input[];
  platform: Platform;
  options: RunOptions & { lang: Language };
}

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const mostListed = 100;

/** Judges tables of licences and penalties, as the command `licences` does. */
export async function judgeInPage(job: LicenceJob): Promise<Omit<MonthOutcome, 'warnings'> & { warnings: Warning[] }> {
  const { options, platform } = job;
  const { lang, memoryBytes = 1 << 29 } = options;
  const registry =
    job.registry.length === 0
      ? null
      : await openRegistry({ inputs: job.registry, options, platform, memoryBytes: memoryBytes / 2 });
  const context: LicenceContext = { files: [], sheets: [], lang };
  const workbook = collectBlob();
  const page = collectBlob();
  const list = collectBlob();
  await list.write(LICENCE_HEADER);
  const forms = [createLicenceWorkbook(workbook.write, context, plainPacking), createLicencePage(page.write, context)];
  const listed: string[][] = [];
  const report = await judgeLicences(
    job.tables,
    {
      ...options,
      memoryBytes: memoryBytes / 2,
      findings: 'all',
      onFiles(paths, sheets) {
        context.files.push(...paths);
        context.sheets.push(...sheets);
      },
      async onFindings(batch) {
        for (const form of forms) await form.add(batch);
        await list.write(formatLicences(batch, context));
        for (const one of batch.slice(0, mostListed - listed.length)) {
          const { name, column, value, suggestion } = one;
          listed.push([placeLicence(one, context), name, column, value, explainLicence(one, lang), suggestion ?? '']);
        }
      },
    },
    platform,
    registry,
  );
  for (const form of forms) await form.finish(report);
  const { columns, sheets } = licenceMessagesFor(lang);
  const headings = [columns.place, columns.name, columns.column, columns.value, columns.reason, columns.suggestion];
  const { fileNames } = pageMessagesFor(lang).month;
  return {
    lines: [...stateLicences(report, lang), ...listLicenceFiles(report, lang)],
    tables: [...listLicenceTables(report, lang), { title: sheets.findings, headings, rows: listed }],
    warnings: report.warnings,
    files: [
      { name: fileNames.licenceWorkbook, blob: workbook.finish(sheetType) },
      { name: fileNames.licencePage, blob: page.finish('text/html') },
      { name: fileNames.licenceList, blob: list.finish('text/csv') },
    ],
  };
}
