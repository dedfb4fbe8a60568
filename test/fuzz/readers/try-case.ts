import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../../src/check/report.ts';
import type { UsccError } from '../../../src/code/error.ts';
import { findLeak, findWholeLeak } from '../../leaks/spellings.ts';
import type { ReaderCase } from './table.ts';

type Registry = Pick<typeof import('../../../src/node/registry.ts'), 'checkRegistry' | 'UsccError'>;
/** As it is built: what unpacks to megabytes is read by threads, which no sources can be. */
const built: Registry = await import(new URL('../../../dist/src/node/registry.js', import.meta.url).href);

/** What a report says of records, whatever they were written in. */
function tellRecords(report: Report): unknown {
  const { records, counts, issues, notes, duplicates, rates, byAuthority, byRegion } = report;
  return { records, counts, issues, notes, duplicates, rates, byAuthority, byRegion };
}

async function read(path: string, bytes: Uint8Array): Promise<Report | UsccError> {
  writeFileSync(path, bytes);
  try {
    return await built.checkRegistry([path], { lang: 'en', memoryBytes: 64 << 20, suspect: true });
  } catch (error) {
    if (error instanceof built.UsccError) return error;
    throw error;
  }
}

/**
 * Reads a file as `check` does: there is a report that adds up, or a refusal in words that names the file; no ID number is shown; and
 * where the file says what a plain table says, so does its report.
 */
export async function tryCase({ name, bytes, same }: ReaderCase, folder: string): Promise<'read' | 'refused'> {
  const outcome = await read(join(folder, name), bytes);
  const find = same === undefined ? findWholeLeak : findLeak;
  if (outcome instanceof built.UsccError) {
    const { code, message } = outcome;
    const leak = find(message);
    if (leak !== null) throw new Error(`an ID number is shown: ${leak}`);
    if (code !== 'input') throw new Error(`${code}: ${message}`, { cause: outcome.cause });
    if (!message.includes(name)) throw new Error(`the file is not named: ${message}`);
    if (same !== undefined) throw new Error(`what is right is refused: ${message}`, { cause: outcome.cause });
    return 'refused';
  }
  const { conforming, erroneous, unconverted, missing } = outcome.counts;
  if (conforming + erroneous + unconverted + missing !== outcome.records) throw new Error('the report does not add up');
  const leak = find(JSON.stringify(outcome));
  if (leak !== null) throw new Error(`an ID number is shown: ${leak}`);
  if (same === undefined) return 'read';
  const plain = await read(join(folder, 'plain.csv'), same);
  if (plain instanceof built.UsccError) throw new Error(`the plain table is refused: ${plain.message}`);
  const [expected, actual] = [plain, outcome].map((report) => JSON.stringify(tellRecords(report)));
  if (expected !== actual) throw new Error(`another report: ${actual}, not ${expected}`);
  return 'read';
}
