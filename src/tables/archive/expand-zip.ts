import type { UsccError } from '../../code/error.ts';
import { refuse } from '../../messages/refusal/index.ts';
import { createUnpacking, describeDamage, type Expander, spoolPieces } from '../expansion.ts';
import { isInputError } from '../failures.ts';
import { isTableName } from '../format.ts';
import { expandWorkbook } from '../workbook/expand-workbook.ts';
import { findWorkbookKind } from '../workbook/xlsx-workbook.ts';
import { unpackEntry } from './unpack.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

const mostSheetBytes = 64 << 20;
const mostContentBytes = 256 << 20;
const workbookName = /\.(xls[xmb]?|xlt[xm]|et|ods)$/i;

/** What else is packed so, by a part that it has. */
const documents: [part: string, format: string][] = [
  ['word/document.xml', 'Word (.docx)'],
  ['ppt/presentation.xml', 'PowerPoint (.pptx)'],
];

/** A workbook, or an archive: its tables are unpacked one after the other. Names in it are shown, never used as paths. */
export const expandZip: Expander = async (file, run, expandMember) => {
  const { shown, source, depth, spend } = file;
  const entries = await readEntries(source, shown, run);
  const kind = await findWorkbookKind(source, entries, createUnpacking(run, spend)).catch((error: unknown) => {
    throw describeDamage(error, shown, 'Excel', run);
  });
  if (kind === 'xlsx') return expandWorkbook(file, run, entries);
  if (kind !== null && isTooLarge(entries)) {
    throw refuse('input', { kind: 'too-large-format', file: shown, format: `.${kind}`, limit: 1_000_000 });
  }
  if (kind !== null) return (await run.inflating.loadCompound(kind))(file, run, expandMember);
  const document = documents.find(([part]) => entries.some(({ name }) => name === part));
  if (document !== undefined) throw refuse('input', { kind: 'not-read', file: shown, format: document[1] });
  const files = entries.filter(({ isFolder }) => !isFolder);
  const tables = files.filter(({ name }) => isTableName(name));
  const skipped = files.filter(({ name }) => isTableName(name) === false).map(({ name }) => name);
  if (tables.length === 0) throw refuse('input', { kind: 'holds-no-tables', file: shown });
  if (skipped.length > 0) {
    run.warnings.push({ code: 'skipped-files', file: shown, count: skipped.length, names: skipped });
  }
  for (const entry of tables) {
    run.signal?.throwIfAborted();
    const member = `${shown}#${entry.name}`;
    const pieces = unpackEntry(source, entry, createUnpacking(run, spend));
    const about = { shown: member, bytes: entry.bytes, depth: depth + 1, spend };
    try {
      await expandMember(await spoolPieces(pieces, about, run, 'zip', entry.bytes), run);
    } catch (error) {
      // Nothing more can be read of what unpacks too far.
      if (!isInputError(error) || files.length === 1 || isTooMuch(error)) throw error;
      run.failures.push(error);
    }
  }
};

/** Whether sheets of .xlsb or .ods hold more than is read, by their size: a cell takes 14 bytes at least, or 130. */
function isTooLarge(entries: ZipEntry[]): boolean {
  const sum = (pattern: RegExp): number =>
    entries.reduce((total, { name, bytes }) => total + (pattern.test(name) ? bytes : 0), 0);
  return sum(/worksheets\/[^/]*\.bin$/i) > mostSheetBytes || sum(/^content\.xml$/) > mostContentBytes;
}

function isTooMuch({ refusal }: UsccError): boolean {
  return ['expands-too-far', 'expands-too-steeply', 'too-deep', 'too-large-for-page'].includes(refusal?.kind ?? '');
}

async function readEntries(
  source: Parameters<typeof readZipDirectory>[0],
  shown: string,
  run: Parameters<Expander>[1],
): Promise<ZipEntry[]> {
  try {
    return await readZipDirectory(source);
  } catch (error) {
    throw describeDamage(error, shown, workbookName.test(shown) ? 'Excel' : 'zip', run);
  }
}
