import { renderJson } from './json.ts';
import { listRows } from './lists/finding-rows.ts';
import type { CreateReportWriter } from './report-writer.ts';

/**
 * The report as one JSON object a line: findings as they come, then the records of duplicates, the summary last.
 *
 *   {"type":"finding","file":…,"row":…,"line":…,"severity":…,"issue":…,"code":…,"normalized":…,"explanation":…,
 *    "suggestion":…,"authority":…,"region":…,"name":…,"unit":…,"sheet":…,"sheetRow":…}      and "key" for rows of engines
 *   {"type":"duplicate","group":…,"kind":…,"code":…,"file":…,"row":…,"line":…,"name":…,"unit":…,"sheet":…,"sheetRow":…}
 *   {"type":"summary",…}            the object that `--format json` prints
 */
export const createNdjsonWriter: CreateReportWriter = (write, context) => {
  const showSheet = (file: number, line: number) => {
    const sheet = context.sheets[file] ?? null;
    return { sheet, sheetRow: sheet === null ? null : line };
  };
  return {
    async addFindings(batch) {
      let text = '';
      for (const { finding, severity, issue, explanation, suggestion } of listRows(batch, context)) {
        const { file, row, line, code, normalized, authority, region, name, unit, key } = finding;
        const path = context.files[file] ?? '';
        const place = { type: 'finding', file: path, row, line };
        const what = { severity, issue, code, normalized, explanation, suggestion };
        text += `${renderJson({ ...place, ...what, authority, region, name, unit, ...showSheet(file, line), key }, 0)}\n`;
      }
      await write(text);
    },
    async addDuplicates(batch) {
      let text = '';
      for (const { group, kind, code, file, row, line, name, unit, key } of batch) {
        const path = context.files[file] ?? '';
        const record = { type: 'duplicate', group, kind, code, file: path, row, line, name, unit };
        text += `${renderJson({ ...record, ...showSheet(file, line), key }, 0)}\n`;
      }
      await write(text);
    },
    finish: (report) => write(`${renderJson({ type: 'summary', ...report }, 0)}\n`),
  };
};
