import type { ScanOptions } from '../../engine/options.ts';
import { findColumns } from '../../engine/plan/columns.ts';
import { refuse } from '../../messages/refusal/index.ts';
import type { WarningFacts } from '../../messages/warning/index.ts';
import { createCsvLines } from '../../tables/delimited/csv-lines.ts';
import type { Spool, StoredBytes } from '../../tables/expansion.ts';
import type { CleanRest, Input } from '../../tables/input.ts';
import { type Answers, askWarehouse, watchAnswers } from '../../warehouse/answers.ts';
import type { TableSpec } from '../../warehouse/queries.ts';
import { type Reduction, type Row, reduceTables } from '../../warehouse/reduce.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import type { TempFolder } from '../temp/temp-folder.ts';
import { parseAddress } from './address.ts';
import { openWarehouse } from './open-warehouse.ts';
import { createTextList, type TextList } from './text-list.ts';
import { createWaitingRows, type WaitingRows } from './waiting-rows.ts';

/** How tables of an engine are named and read. */
export interface EngineOptions {
  /** The tables: `schema.table`, or a table alone. */
  table?: string | string[];
  /** A condition in the engine's own SQL that rows must meet. It runs with the rights of the session. */
  where?: string;
  /**
   * The column that names rows in findings. Default: the primary key of the table, where the engine knows one of one column that is not the
   * code; else codes and names do.
   */
  key?: string;
  /** Password of the session. Default: `USCC_PASSWORD`, then the driver's own ways. */
  password?: string;
  /** How long one query may take, in seconds. Default: as long as it takes. */
  queryTimeout?: number;
}

/** The run's temporary folder, and the spool in it. */
export interface Room {
  spool: Spool;
  folder: TempFolder;
}

/** Inputs that were made of an engine's tables. */
export interface OpenTables {
  inputs: Input[];
  warnings: WarningFacts[];
}

/**
 * Asks an engine for what cannot be judged there, and keeps it in spooled files, one a table.
 *
 * @param room where rows and what an engine in this process cannot hold are kept
 * @param wholly every row is fetched: duplicates are looked for among other inputs too
 * @throws {UsccError} `usage` when the address is none, holds a password, or no table is named; `input` with what the engine said
 */
export async function openTables(
  url: string,
  options: ScanOptions & EngineOptions,
  { spool, folder }: Room,
  wholly: boolean,
): Promise<OpenTables> {
  const address = parseAddress(url);
  const tables = [options.table ?? []].flat();
  if (tables.length === 0) {
    throw refuse('usage', { kind: 'no-table-named', engine: address.shown, remedies: [{ kind: 'table' }] });
  }
  const twice = tables.find((table, index) => tables.indexOf(table) < index);
  if (twice !== undefined) throw refuse('usage', { kind: 'same-table', engine: address.shown, table: twice });
  const { signal, queryTimeout, password = process.env.USCC_PASSWORD } = options;
  const timeoutMs = queryTimeout === undefined ? undefined : queryTimeout * 1000;
  const tempPath = (): string => folder.createPath('.engine');
  const warehouse = await openWarehouse({ address, password, timeoutMs, signal, tempPath });
  try {
    const specs: TableSpec[] = [];
    for (const table of tables) specs.push(await findSpec(warehouse, table, options));
    const names = specs.map(({ table }) => `${warehouse.path}#${table}`);
    const mostQueries = wholly ? 2 : 5;
    const answers = watchAnswers(askWarehouse(warehouse, specs), (queries, rows) => {
      const doneBytes = Math.min(queries, mostQueries);
      options.onProgress?.({ stage: 'query', doneBytes, totalBytes: mostQueries, records: rows });
    });
    const inputs = await spoolTables(answers, specs, names, spool, wholly);
    return { inputs, warnings: warehouse.warnings.map((code) => ({ code, file: warehouse.path })) };
  } finally {
    await warehouse.close();
  }
}

/**
 * Reduces tables and spools what has to be read here.
 *
 * @param names what reports call them
 * @throws {UsccError} `input` when a table changed while it was read
 */
export async function spoolTables(
  answers: Answers,
  specs: TableSpec[],
  names: string[],
  spool: Spool,
  wholly: boolean,
): Promise<Input[]> {
  const writers = specs.map((spec) => startTable(spec, spool));
  const take = async (rows: Row[]): Promise<void> => {
    for (const row of rows) writers[row[0]]?.add(row);
    for (const writer of writers) await writer.drain();
  };
  const hasUnits = specs.some(({ unit }) => unit !== null);
  let reductions: Reduction[];
  try {
    reductions = await reduceTables(answers, { tableCount: specs.length, hasUnits, wholly }, take);
  } catch (error) {
    for (const writer of writers) await writer.finish().catch(() => undefined);
    throw error;
  }
  const inputs: Input[] = [];
  for (const [index, { rest, records, found }] of reductions.entries()) {
    const spec = specs[index] as TableSpec;
    const engine = names[index] ?? spec.table;
    const held = await (writers[index] as TableWriter).finish();
    if (records !== found) throw refuse('input', { kind: 'table-changed', engine, before: records, after: found });
    inputs.push(describeInput(engine, spec, held, rest, (writers[index] as TableWriter).keys));
  }
  return inputs;
}

function describeInput(
  path: string,
  spec: TableSpec,
  held: StoredBytes,
  rest: CleanRest,
  keys: TextList | null,
): Input {
  const { source, reference } = held;
  return {
    path,
    source,
    reference,
    bytes: 0,
    table: {
      header: ['', spec.code, spec.name ?? '', spec.unit ?? ''],
      engine: { rest, keyOf: (row) => keys?.get(row) ?? null },
    },
    reading: {
      codeColumn: 2,
      ...(spec.name === null ? {} : { nameColumn: 3 }),
      ...(spec.unit === null ? {} : { unitColumn: 4 }),
    },
  };
}

/** Rows of one table on their way into a file. */
interface TableWriter {
  add(row: Row): void;
  /** Waits until what was added is on its way. */
  drain(): Promise<void>;
  finish(): Promise<StoredBytes>;
  /** Null where no key column is read. */
  keys: TextList | null;
}

/** The first cell of a row is never empty, so that no row looks like a blank line. */
const mark = '.';
/** Rows are put in the order of their keys when there are no more. */
const mostSortedRows = 1_000_000;

/**
 * A table has no order, and of a duplicate the first record counts as the original: with a key column, rows come in the order of
 * their keys, so that the same table gives the same report.
 */
function startTable({ key: keyColumn }: TableSpec, spool: Spool): TableWriter {
  const lines = createCsvLines();
  const keys = keyColumn === null ? null : createTextList();
  const { pieces, push, end } = createPipe();
  const written = spool.write(pieces);
  written.catch(() => undefined);
  let waiting: WaitingRows | null = keys === null ? null : createWaitingRows();
  const write = ([, key, code, name, unit]: Row): void => {
    lines.write([mark, code ?? '', name ?? '', unit ?? '']);
    keys?.add(key ?? '');
  };
  const release = async (isLast: boolean): Promise<void> => {
    const rows = waiting;
    if (rows === null) return;
    const isSorted = rows.count() <= mostSortedRows;
    if (isSorted && !isLast) return;
    waiting = null;
    for (const row of rows.list(isSorted)) {
      write(row);
      await drain();
    }
  };
  const drain = async (isLast = false): Promise<void> => {
    const piece = lines.take(isLast);
    if (piece !== null) await push(piece);
  };
  return {
    keys,
    add(row) {
      if (waiting === null) write(row);
      else waiting.add(row);
    },
    async drain() {
      await release(false);
      await drain();
    },
    async finish() {
      await release(true);
      await drain(true);
      end();
      return written;
    },
  };
}

/** Pieces that are pushed here and pulled there, one at a time. */
function createPipe(): { pieces: AsyncIterable<Uint8Array>; push(piece: Uint8Array): Promise<void>; end(): void } {
  const stream = new TransformStream<Uint8Array, Uint8Array>();
  const writer = stream.writable.getWriter();
  writer.closed.catch(() => undefined);
  return {
    pieces: stream.readable,
    push: (piece) => writer.write(piece),
    end: () => void writer.close().catch(() => undefined),
  };
}

async function findSpec(warehouse: Warehouse, table: string, options: ScanOptions & EngineOptions): Promise<TableSpec> {
  const { names: columns, primaryKey } = await warehouse.columns(table);
  const shown = `${warehouse.path}#${table}`;
  const { codeColumn, nameColumn, unitColumn } = findColumns(shown, columns, [], options);
  const { key, where = null } = options;
  if (key !== undefined && !columns.includes(key)) {
    throw refuse('input', { kind: 'no-table-column', engine: warehouse.path, table, column: key, columns });
  }
  const nameOf = (index: number): string | null => columns[index] ?? null;
  const code = nameOf(codeColumn) ?? '';
  return {
    table,
    code,
    name: nameOf(nameColumn),
    unit: nameOf(unitColumn),
    key: key ?? (primaryKey === code ? null : primaryKey),
    where,
  };
}
