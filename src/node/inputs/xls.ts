import { runInNewContext } from 'node:vm';
import { refuse } from '../../messages/refusal/index.ts';
import { BrokenError } from '../../tables/broken.ts';
import type { Expander } from '../../tables/expansion.ts';
import { codePages } from '../../tables/workbook/code-pages.ts';
import { createXlsExpander, type XlsLibrary } from '../../tables/workbook/xls-workbook.ts';

/** A variable, so that no bundler looks for what need not be installed. */
const libraryName: string = '@e965/xlsx';

/** .xls, .xlsb and .ods, if the library for them is installed. */
export const expandCompound: Expander = async (file, run, expandMember) => {
  const library = await loadLibrary();
  if (library === null) {
    throw refuse('input', { kind: 'needs-xls-library', file: file.shown, remedies: [{ kind: 'xls-package' }] });
  }
  await createXlsExpander(library)(file, run, expandMember);
};

/** The library joins pieces of other bytes as arrays of numbers, eight times as large: an .xls of 20 MB takes half as much so. */
function asBuffer({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer as ArrayBuffer, byteOffset, length);
}

const leastMilliseconds = 5_000;
const millisecondsPerByte = 0.02;

/**
 * Ends a reading that takes a hundred times as long as others of its size: of damaged formulas the library goes round and round.
 *
 * @throws {BrokenError}
 */
function endInTime<Result>(bytes: number, read: () => Result): Result {
  const results: Result[] = [];
  try {
    runInNewContext(
      'read()',
      { read: () => void results.push(read()) },
      {
        timeout: leastMilliseconds + Math.ceil(bytes * millisecondsPerByte),
      },
    );
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw new BrokenError({ kind: 'ends-early' });
    throw cause;
  }
  return results[0] as Result;
}

async function loadLibrary(): Promise<XlsLibrary | null> {
  try {
    const library = (await import(libraryName)) as XlsLibrary & { set_cptable(tables: unknown): void };
    const { CFB, SSF, read } = library;
    library.set_cptable(codePages);
    return {
      SSF,
      read: (bytes, options) => endInTime(bytes.length, () => read(asBuffer(bytes), options)),
      CFB: { find: CFB.find, read: (bytes, options) => CFB.read(asBuffer(bytes), options) },
    };
  } catch {
    return null;
  }
}
