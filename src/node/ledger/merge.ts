import { readFileSync } from 'node:fs';
import { exportLedger, type LedgerExport } from '../../ledger/export-problems.ts';
import { type MergeSummary, mergeLedgers } from '../../ledger/merge-ledger.ts';
import { readMeta } from '../../ledger/store/meta.ts';
import type { Step } from '../../ledger/take-answers.ts';
import { refuse } from '../../messages/refusal/index.ts';
import { type OpenDatabase, openDatabase } from './database.ts';
import { readExport } from './read-export.ts';

export type { MergeSummary } from '../../ledger/merge-ledger.ts';

/** Takes ledgers of counties, or what `ledger export --format json` wrote of them, into a city's. */
export async function mergeFiles(
  database: OpenDatabase,
  files: string[],
  step: Step,
  isTrial: boolean,
): Promise<MergeSummary> {
  const sources: LedgerExport[] = [];
  for (const file of files) {
    const source = await readSource(file);
    const isOwn = source.ledger.id === readMeta(database, 'id');
    if (isOwn || sources.some(({ ledger }) => ledger.id === source.ledger.id)) {
      throw refuse('usage', { kind: 'same-ledger', file });
    }
    sources.push(source);
  }
  return mergeLedgers(database, sources, step, isTrial);
}

async function readSource(file: string): Promise<LedgerExport> {
  if (!file.toLowerCase().endsWith('.json')) {
    const foreign = await openDatabase(file, { isForeign: true });
    try {
      return exportLedger(foreign);
    } finally {
      foreign.close();
    }
  }
  try {
    const source = readExport(JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, '')));
    if (source !== null) return source;
  } catch (error) {
    throw refuse('input', {
      kind: 'cannot-read',
      file,
      reason: error instanceof Error ? error.message : String(error),
    });
  }
  throw refuse('input', { kind: 'not-a-ledger', file, remedies: [] });
}
