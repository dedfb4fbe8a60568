import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const usual = [
  '/usr/bin/soffice',
  '/usr/bin/libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];
const named = process.env.USCC_SOFFICE;

/** Where LibreOffice is on this machine, or null; USCC_SOFFICE names another one, or none. */
export const officePath: string | null = (named === undefined ? usual : [named]).find(existsSync) ?? null;

if (officePath === null) {
  console.warn(
    'No LibreOffice found: the tests that open workbooks with it are left out. Install it, or name it in USCC_SOFFICE.',
  );
}

/** Every sheet (the last -1), as UTF-8; numbers as they are kept, not as they are shown. */
const everySheet = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

/**
 * Opens a workbook with LibreOffice and gives each sheet, by name, as CSV. A workbook that it would offer to repair makes no
 * output without a person to ask.
 */
export async function convertToCsv(workbook: Buffer): Promise<Map<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'uscc-office-'));
  try {
    const [source, output] = [join(folder, 'book.xlsx'), join(folder, 'out')];
    await writeFile(source, workbook);
    await mkdir(output);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
    const flags = ['--headless', '--norestore', '--convert-to', everySheet, '--outdir', output];
    await promisify(execFile)(officePath ?? '', [profile, ...flags, source], { timeout: 100_000 });
    const sheets = new Map<string, string>();
    for (const name of await readdir(output)) {
      sheets.set(name.slice('book-'.length, -'.csv'.length), await readFile(join(output, name), 'utf8'));
    }
    return sheets;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
