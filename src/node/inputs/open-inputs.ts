import { createReadStream } from 'node:fs';
import { type CheckOptions, wantsAssignments } from '../../check/options.ts';
import { maskIdentityNumbers } from '../../code/cell/mask.ts';
import type { UsccError } from '../../code/error.ts';
import type { ScanOptions } from '../../engine/options.ts';
import type { WarningFacts } from '../../messages/warning/index.ts';
import { createBudget } from '../../tables/archive/budget.ts';
import type { ByteSource } from '../../tables/byte-source.ts';
import { expand } from '../../tables/expand.ts';
import { createExpansion, type Spool, type StoredBytes } from '../../tables/expansion.ts';
import { isInputError, settleFailures } from '../../tables/failures.ts';
import type { Input } from '../../tables/input.ts';
import { type Meter, measure } from '../../tables/pieces.ts';
import { showPath, toSystem } from '../system-path.ts';
import { createSpool } from '../temp/spool.ts';
import type { TempFolder } from '../temp/temp-folder.ts';
import { isEngineInput, openEngines, requireFittingEngines } from '../warehouse/engine-inputs.ts';
import type { EngineOptions } from '../warehouse/open-tables.ts';
import { nodeInflating } from '../zlib.ts';
import { type OpenFile, openFile } from './file.ts';
import type { NamedStream } from './input-sources.ts';
import { type FileList, findFacts, listFiles } from './list-files.ts';

/** How inputs are opened. `readsEngines`: the caller can do without rows that stay in an engine. */
export type InputOptions = ScanOptions &
  EngineOptions &
  Pick<CheckOptions, 'suspect' | 'definition' | 'assessments' | 'notes'> & { readsEngines?: boolean };

/** Everything a run reads, as delimited text that can be read anywhere. */
export interface OpenInputs {
  inputs: Input[];
  /** The one file that all inputs are sheets of; null: there is none. */
  workbook: ByteSource | null;
  /** What was skipped on the way. */
  warnings: WarningFacts[];
  /** @throws {UsccError} `input` when a file is not the one any more that was opened */
  verify(): void;
  close(): void;
}

/**
 * Opens what the caller named: files, folders, patterns, `-` for standard input, addresses of engines. What is not delimited text is spooled once
 * into the run's folder.
 *
 * @throws {UsccError} `input` when something cannot be read; `output` when there is no room for temporary files
 */
export async function openInputs(
  inputs: readonly (string | NamedStream)[],
  options: InputOptions,
  folder: TempFolder,
): Promise<OpenInputs> {
  const { signal } = options;
  const paths = inputs.filter((name) => typeof name === 'string');
  requireFittingEngines(paths, options, options.readsEngines === true);
  const engines = paths.filter(isEngineInput);
  const names = inputs.filter((name) => typeof name !== 'string' || !isEngineInput(name));
  const spool = createSpool(folder, signal);
  const list = listNamed(names);
  const files: OpenFile[] = [];
  let doneBytes = 0;
  let totalBytes = 0;
  const budget = createBudget(options.maxExpandBytes);
  const run = createExpansion({
    sheet: options.sheet,
    records: options.records,
    spool,
    inflating: nodeInflating,
    signal,
    meter: (bytes) => {
      doneBytes += bytes;
      options.onProgress?.({ stage: 'spool', doneBytes, totalBytes: Math.max(totalBytes, doneBytes), records: 0 });
    },
  });
  for (const { folder: skippedFrom, names: skipped } of list.skipped) {
    const names = skipped.map(showInput);
    run.warnings.push({ code: 'skipped-files', file: showInput(skippedFrom), count: names.length, names });
  }
  const close = (): void => {
    for (const { close: closeOne } of [...run.opened, ...files]) closeOne();
  };
  try {
    const failures: UsccError[] = [];
    const attempt = async <Result>(open: () => Result | Promise<Result>): Promise<Result | null> => {
      try {
        return await open();
      } catch (error) {
        if (!isInputError(error)) throw error;
        failures.push(error);
        return null;
      }
    };
    const opened = new Map<string, OpenFile | null>();
    for (const path of list.items) {
      if (typeof path !== 'string' || path === '-') continue;
      const facts = findFacts(path);
      if (facts?.isFIFO() || facts?.isCharacterDevice()) continue;
      const file = await attempt(() => openFile(path, showInput(path), facts));
      opened.set(path, file);
      if (file !== null) files.push(file);
    }
    // Named wrongly, most of the time: said before anything is read.
    if (options.skipDamaged !== true) settleFailures(failures, { skipDamaged: false, hasOthers: false });
    totalBytes = files.reduce((sum, { input }) => sum + input.source.size, 0);
    for (const item of list.items) {
      signal?.throwIfAborted();
      const file = typeof item === 'string' ? opened.get(item) : undefined;
      if (file === null) continue;
      if (file === undefined) {
        const shown = showInput(typeof item === 'string' ? item : item.shown);
        const stream = openStream(item);
        const held = await spoolStream(stream, spool, run.meter, signal);
        const { size } = held.source;
        await attempt(() => expand({ shown, ...held, bytes: size, depth: 0, spend: budget.open(shown, size) }, run));
        continue;
      }
      const { path: shown, source, reference } = file.input;
      // Closed when the run ends.
      const held: StoredBytes = { source, reference, close: () => {}, remove: () => {} };
      const spend = budget.open(shown, source.size);
      await attempt(() => expand({ shown, ...held, bytes: source.size, depth: 0, spend }, run));
    }
    // Duplicates across inputs, suspects, assignments and notes on clean codes are found here, where all rows have to be.
    const wholly = inputs.length > 1 || wantsAssignments(options) || options.notes === true;
    const tables = await openEngines(engines, options, { spool, folder }, wholly);
    run.inputs.push(...tables.inputs);
    run.warnings.push(...tables.warnings);
    const settling = { skipDamaged: options.skipDamaged === true, hasOthers: run.inputs.length > 0 };
    run.warnings.push(...settleFailures([...failures, ...run.failures], settling));
  } catch (error) {
    close();
    throw error;
  }
  return {
    inputs: run.inputs,
    workbook: list.items.length === 1 ? findWorkbook(files[0]?.input, run.inputs) : null,
    warnings: run.warnings,
    verify: () => {
      for (const file of files) file.verify();
    },
    close,
  };
}

/** The file, when the inputs are sheets of its own, not of something packed in it. */
function findWorkbook(file: Input | undefined, inputs: Input[]): ByteSource | null {
  if (file === undefined) return null;
  const isSheet = ({ path, table }: Input): boolean => path === `${file.path}#${table?.sheet}`;
  return inputs.every(isSheet) ? file.source : null;
}

/** A path as reports and errors name it: some files are called by somebody's ID number. */
function showInput(path: string): string {
  return maskIdentityNumbers(showPath(path));
}

/** Bytes that come once and in order: standard input, a named pipe. */
async function spoolStream(
  stream: AsyncIterable<Uint8Array> & { destroy?(): unknown },
  spool: Spool,
  meter: Meter,
  signal: AbortSignal | undefined,
): Promise<StoredBytes> {
  const stop = (): void => void stream.destroy?.();
  signal?.addEventListener('abort', stop);
  try {
    return await spool.write(measure(stream, meter));
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

/** Puts the files of folders and patterns in their place, between streams. */
function listNamed(
  names: readonly (string | NamedStream)[],
): { items: (string | NamedStream)[] } & Pick<FileList, 'skipped'> {
  const list: { items: (string | NamedStream)[] } & Pick<FileList, 'skipped'> = { items: [], skipped: [] };
  for (const name of names) {
    const { paths, skipped } = typeof name === 'string' ? listFiles([name]) : { paths: [name], skipped: [] };
    list.items.push(...paths);
    list.skipped.push(...skipped);
  }
  return list;
}

function openStream(item: string | NamedStream): AsyncIterable<Uint8Array> & { destroy?(): unknown } {
  if (typeof item !== 'string') return item.stream;
  return item === '-' ? process.stdin : createReadStream(toSystem(item));
}
