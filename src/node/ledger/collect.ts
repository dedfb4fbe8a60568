import type { CheckOptions } from '../../check/options.ts';
import { openRegistry } from '../../clean/lookup/open-registry.ts';
import { normalizeName } from '../../code/cell/normalize.ts';
import type { ReturnedSheet } from '../../ledger/form/returned-sheet.ts';
import type { Flag } from '../../ledger/problem.ts';
import { type Collected, listAnsweredCodes, type Step, takeAnswers } from '../../ledger/take-answers.ts';
import { refuse } from '../../messages/refusal/index.ts';
import { withRun } from '../run.ts';
import type { OpenDatabase } from './database.ts';
import { readSheets } from './read-sheets.ts';

/** How returned sheets are judged. */
export interface CollectOptions {
  /** The current export: whether a code is registered to another is asked of it; without it, of what the ledger knows. */
  registry?: string[];
  /** How it is read. */
  registryOptions?: CheckOptions;
  /** Flags that this round accepts. */
  flags?: Flag[];
  dryRun?: boolean;
}

export const allFlags: readonly Flag[] = ['0', '1', '2'];

/** Reads sheets back and stores what is accepted. */
export async function collectSheets(
  database: OpenDatabase,
  files: string[],
  { registry = [], registryOptions = {}, flags, dryRun = false }: CollectOptions,
  step: Step,
): Promise<Collected> {
  const sheets = await readSheets(files);
  const registered = registry.length === 0 ? new Map() : await askRegistry(sheets, registry, registryOptions);
  const collected = takeAnswers(database, sheets, step, {
    flags: new Set(flags ?? allFlags),
    registered,
    isTrial: dryRun,
  });
  if (collected.passedOver.length === sheets.length)
    throw refuse('input', { kind: 'no-return', file: files.join(', ') });
  return collected;
}

/** Names under which the codes of the answers are registered. */
async function askRegistry(
  sheets: ReturnedSheet[],
  registry: string[],
  options: CheckOptions,
): Promise<Map<string, string[]>> {
  const codes = listAnsweredCodes(sheets);
  if (codes.length === 0) return new Map();
  return withRun(registry, options, async ({ inputs, platform, memoryBytes, verify }) => {
    const index = await openRegistry({ inputs, options, platform, memoryBytes });
    const found = await index.find('code', codes);
    verify();
    return new Map([...found].map(([code, entities]) => [code, entities.map(({ name }) => normalizeName(name))]));
  });
}
