import type { ScanOptions } from '../../engine/options.ts';
import { refuse } from '../../messages/refusal/index.ts';
import { isAddress, parseAddress } from './address.ts';
import type { EngineOptions, OpenTables, Room } from './open-tables.ts';
import { isScriptFolder } from './script-plan.ts';

/** Whether an input is no file but tables of an engine: its address, or a folder of scripts and their answers. */
export function isEngineInput(name: string): boolean {
  return isAddress(name) || (name !== '-' && isScriptFolder(name));
}

/**
 * Refuses engines where only files are read, one engine named twice, and options of engines where there is none.
 *
 * @param names the inputs as the caller named them
 * @param readsEngines whether the caller can do without rows that stay in an engine
 * @throws {UsccError} `usage`
 */
export function requireFittingEngines(names: readonly string[], options: EngineOptions, readsEngines: boolean): void {
  const engines = names.filter(isEngineInput);
  const [engine] = engines;
  if (engine !== undefined && !readsEngines) {
    throw refuse('usage', { kind: 'engine-not-read', engine: isAddress(engine) ? parseAddress(engine).shown : engine });
  }
  const twice = engines.find((each, index) => engines.indexOf(each) < index);
  if (twice !== undefined) throw refuse('usage', { kind: 'same-engine', engine: twice });
  const { table, where, key } = options;
  const isGiven = table !== undefined || where !== undefined || key !== undefined;
  const file = names.find((name) => !isAddress(name));
  if (isGiven && file !== undefined && !engines.some(isAddress)) throw refuse('usage', { kind: 'no-engine', file });
}

/**
 * Asks engines, one after another, for what has to be read here. Errors as `openTables` and `openScriptFolder`, which most runs need not load.
 *
 * @param wholly every row is fetched: duplicates are looked for among other inputs too
 */
export async function openEngines(
  engines: readonly string[],
  options: ScanOptions & EngineOptions,
  room: Room,
  wholly: boolean,
): Promise<OpenTables> {
  const opened: OpenTables = { inputs: [], warnings: [] };
  for (const engine of engines) {
    if (!isAddress(engine)) {
      const { openScriptFolder } = await import('./script-folder.ts');
      opened.inputs.push(...(await openScriptFolder(engine, room.spool, wholly)));
      continue;
    }
    const { openTables } = await import('./open-tables.ts');
    const { inputs, warnings } = await openTables(engine, options, room, wholly);
    opened.inputs.push(...inputs);
    opened.warnings.push(...warnings);
  }
  return opened;
}
