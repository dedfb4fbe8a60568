import { ledgerFormMessagesFor } from '../../messages/ledger-form/index.ts';
import { listMessagesFor } from '../../messages/lists/index.ts';
import { sendMessagesFor } from '../../messages/send/index.ts';
import type { Language } from '../../messages/voice.ts';
import { workbookMessagesFor } from '../../messages/workbook/index.ts';
import { foldHeader } from '../../tables/headers/fold-header.ts';
import type { Input } from '../../tables/input.ts';
import type { WorkbookKind } from '../../tables/workbook/workbook-kind.ts';
import { NoTableError } from './no-table.ts';

/** The headers that every sheet of a kind has, folded. */
interface OwnSheet {
  kind: WorkbookKind;
  headers: string[];
}

const languages: Language[] = ['zh', 'en'];
let known: OwnSheet[] | undefined;

/**
 * Whether a header is that of a sheet that this tool writes, wherever it stands now: copied into another workbook, saved in another
 * format. Further columns, and another order, change nothing. `others` are the lines above the data, folded and joined.
 */
export function findOwnSheet(header: string[] | null, others: string[] | null): WorkbookKind | null {
  if (header === null) return null;
  const title = others?.[0]?.split('\u0001')[0] ?? '';
  if (languages.some((lang) => foldHeader(workbookMessagesFor(lang).summaryTitle) === title)) return 'report';
  known ??= languages.flatMap(listOwnSheets);
  const folded = new Set(header.map(foldHeader));
  return known.find(({ headers }) => headers.every((each) => folded.has(each)))?.kind ?? null;
}

function listOwnSheets(lang: Language): OwnSheet[] {
  const problems = workbookMessagesFor(lang).columns;
  const lists = listMessagesFor(lang).columns;
  const send = sendMessagesFor(lang).columns;
  const form = ledgerFormMessagesFor(lang).columns;
  const fold = (kind: WorkbookKind, headers: string[]): OwnSheet => ({ kind, headers: headers.map(foldHeader) });
  const { number, name, code, kind, description, suggestion } = problems;
  return [
    fold('return', [number, name, code, kind, description, suggestion, problems.action, problems.corrected]),
    fold('return', [send.number, send.place, send.name, send.code, send.description, send.action, send.corrected]),
    fold('return', [form.number, form.name, form.code, form.kind, form.counterpart, form.flag, form.newCode]),
    fold('report', [number, name, code, problems.normalized, kind, description, suggestion]),
    fold('report', [lists.partition, lists.issue, lists.code, lists.normalized, lists.explanation, lists.suggestion]),
    fold('report', [lists.group, lists.kind, lists.code, lists.line, lists.row, lists.name]),
  ];
}

/**
 * Refuses a workbook of ours, and a sheet of one, whose codes are those of problems.
 *
 * @throws {NoTableError} `input` when it is one
 */
export function refuseOwn(input: Input, what: WorkbookKind | null): void {
  if (what !== null) throw new NoTableError('data', { kind: 'own-workbook', file: nameWorkbook(input), what });
}

/** The workbook that a sheet is of. */
export function nameWorkbook({ path, table }: Input): string {
  const tail = `#${table?.sheet}`;
  return table?.sheet !== undefined && path.endsWith(tail) ? path.slice(0, -tail.length) : path;
}
