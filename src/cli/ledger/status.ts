import type { Command } from 'commander';
import { BUILT_IN_ASSESSMENTS } from '../../check/assess/assessments.ts';
import { renderStatus } from '../../ledger/show/status-text.ts';
import { ledgerMessagesFor } from '../../messages/ledger/index.ts';
import { readAssessments } from '../../node/assessment-file.ts';
import { writeOutFile } from '../../node/outputs/out-file.ts';
import { nodePacking } from '../../node/zlib.ts';
import { defineCommand } from '../define-command.ts';
import type { Language } from '../language.ts';
import { chooseStyle } from '../output.ts';
import { pickFlags, runLedger } from './run-ledger.ts';

/** What a page or a workbook lists of what is to be done. */
const mostListed = 1000;

/** `uscc ledger status`: where the loop stands. */
export function statusCommand(lang: Language): Promise<Command> {
  return defineCommand('ledger status', lang, async ({ flags }) => {
    const { html, xlsx, format, assessFile, organization } = flags;
    const own = assessFile === undefined ? [] : await readAssessments(assessFile);
    await runLedger(flags, lang, false, async ({ ledger, print }) => {
      const shown = ledger.status({ ...pickFlags(flags, 'period', 'asOf'), rules: [...BUILT_IN_ASSESSMENTS, ...own] });
      const status = organization === undefined ? shown : { ...shown, organization };
      const todo = ledger.todo(mostListed);
      const written: string[] = [];
      if (html !== undefined) {
        const { renderStatusPage } = await import('../../ledger/show/status-page.ts');
        await writeOutFile(html, (write) => write(renderStatusPage(status, todo, lang)));
        written.push(html);
      }
      if (xlsx !== undefined) {
        const { writeStatusWorkbook } = await import('../../ledger/show/status-workbook.ts');
        await writeOutFile(xlsx, (write) => writeStatusWorkbook(write, status, todo, { lang, packing: nodePacking }));
        written.push(xlsx);
      }
      if (format === 'json') return print(status);
      const messages = ledgerMessagesFor(lang);
      const style = chooseStyle(process.stdout, process.env);
      await print(
        renderStatus(status, todo, { lang, style }) + written.map((path) => `${messages.written(path)}\n`).join(''),
      );
    });
  });
}
