import { refuse } from '../../messages/refusal/index.ts';
import { readBytes } from '../../tables/byte-source.ts';
import { describeDamage, type Expander } from '../../tables/expansion.ts';
import { expandSheets } from '../../tables/workbook/expand-workbook.ts';
import { openXlsWorkbook, type XlsLibrary } from '../../tables/workbook/xls-workbook.ts';
import type { Workbook } from '../../tables/workbook/xlsx-workbook.ts';

/** More than 65,536 rows of 256 columns ever take. */
const mostBytes = 512 << 20;

/** A variable, so that no bundler looks for what need not be installed. */
const libraryName: string = '@e965/xlsx';
const codePagesName: string = '@e965/xlsx/dist/cpexcel.full.mjs';

/** .xls, if the library for it is installed; a workbook with a password comes in the same container. */
export const expandCompound: Expander = async (file, run) => {
  const { shown, source } = file;
  const bytes = await readBytes(source, 0, Math.min(source.size, mostBytes));
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    throw refuse('input', { kind: 'is-encrypted', file: shown });
  }
  const library = await loadLibrary();
  if (library === null)
    throw refuse('input', { kind: 'needs-xls-library', file: shown, remedies: [{ kind: 'xls-package' }] });
  run.meter(bytes.length);
  let workbook: Workbook;
  try {
    workbook = openXlsWorkbook(library, bytes);
  } catch (error) {
    const isLocked = /password|encrypt/i.test((error as Error).message);
    throw isLocked
      ? refuse('input', { kind: 'is-encrypted', file: shown }, { cause: error })
      : describeDamage(error, shown, 'Excel (.xls)', run);
  }
  await expandSheets(workbook, file, run);
};

async function loadLibrary(): Promise<XlsLibrary | null> {
  try {
    const library = (await import(libraryName)) as XlsLibrary & { set_cptable(tables: unknown): void };
    // Workbooks of before 1997 are in a code page.
    library.set_cptable(await import(codePagesName));
    return library;
  } catch {
    return null;
  }
}
