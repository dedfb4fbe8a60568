import { type AsyncBuffer, type ColumnData, type FileMetaData, parquetMetadataAsync, parquetRead } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { BrokenError } from '../broken.ts';
import { type ByteSource, readBytes } from '../byte-source.ts';
import { createCsvLines } from '../delimited/csv-lines.ts';
import { addInput, describeDamage, type Expander, spoolPieces } from '../expansion.ts';
import { measure } from '../pieces.ts';
import { writeInteger } from '../workbook/number-text.ts';
import { dropRepeated, listColumns } from './schema.ts';
import { verifyPages } from './verify-pages.ts';

/** Parquet: every top-level column becomes one of the table. */
export const expandParquet: Expander = async (file, run) => {
  const { shown, source } = file;
  let table: ParquetTable;
  try {
    table = await openParquet(source);
  } catch (error) {
    throw describeDamage(error, shown, 'Parquet', run);
  }
  const about = { ...file, depth: file.depth + 1 };
  const pieces = measure(table.convert(run.signal), file.spend);
  addInput(await spoolPieces(pieces, about, run, 'Parquet'), run, { header: table.header });
};

/** A Parquet file whose rows can be read. */
export interface ParquetTable {
  header: string[];
  /** The rows as CSV, without a header; a row group at a time is in memory. */
  convert(signal?: AbortSignal): AsyncGenerator<Uint8Array>;
}

/** Writers make row groups of a million rows at most; a file made for harm can claim any number in a few bytes. */
const mostGroupRows = 16 << 20;
const mostColumns = 4096;

/** @throws what the library throws of a file that is damaged */
export async function openParquet(source: ByteSource): Promise<ParquetTable> {
  const file: AsyncBuffer = {
    byteLength: source.size,
    slice: async (from, to = source.size) => {
      const bytes = await readBytes(source, from, to - from);
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
    },
  };
  const metadata = await parquetMetadataAsync(file);
  const scales = keepDecimals(metadata);
  const header = listColumns(metadata.schema);
  dropRepeated(metadata);
  if (header.length > mostColumns) throw new BrokenError({ kind: 'too-many-columns', count: header.length });
  return {
    header,
    async *convert(signal) {
      const lines = createCsvLines();
      let rowStart = 0;
      for (const group of metadata.row_groups) {
        signal?.throwIfAborted();
        const rowCount = Number(group.num_rows);
        if (rowCount > mostGroupRows) throw new BrokenError({ kind: 'too-many-rows', count: rowCount });
        await verifyPages(source, group, metadata.schema);
        const columns = new Map<string, unknown[]>(header.map((name) => [name, new Array<unknown>(rowCount)]));
        const take = ({ columnName, columnData, rowStart: at }: ColumnData): void => {
          const column = columns.get(columnName);
          for (let index = 0; column !== undefined && index < columnData.length; index++) {
            column[at - rowStart + index] = columnData[index];
          }
        };
        const parsers = { jsonFromBytes: (bytes: Uint8Array) => bytes && new TextDecoder().decode(bytes) };
        const rowEnd = rowStart + rowCount;
        // One by one: of columns that are read together, nobody hears of the second that is damaged.
        for (const name of columns.keys()) {
          const about = { file, metadata, compressors, parsers, rowStart, rowEnd, utf8: false };
          await parquetRead({ ...about, columns: [name], onChunk: take });
        }
        const lists = header.map((name) => columns.get(name) ?? []);
        for (let row = 0; row < rowCount; row++) {
          lines.write(lists.map((list, column) => writeValue(list[row], scales.get(header[column] ?? ''))));
          const bytes = lines.take();
          if (bytes !== null) yield bytes;
        }
        rowStart = rowEnd;
      }
      const last = lines.take(true);
      if (last !== null) yield last;
    },
  };
}

/** The library makes doubles of decimals, which rounds 18 digits: their integers are taken instead, and the point put in here. */
function keepDecimals({ schema }: FileMetaData): Map<string, number> {
  const scales = new Map<string, number>();
  for (const element of schema) {
    if (element.converted_type !== 'DECIMAL' && element.logical_type?.type !== 'DECIMAL') continue;
    scales.set(element.name, element.scale ?? 0);
    delete element.converted_type;
    delete element.logical_type;
  }
  return scales;
}

function writeValue(value: unknown, scale: number | undefined): string {
  if (value === null || value === undefined) return '';
  if (scale !== undefined) return writeDecimal(value, scale);
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return Number.isInteger(value) ? writeInteger(value) : String(value);
  if (value instanceof Date) {
    const text = value.toISOString();
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`;
  }
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner));
}

/** A whole number of units of 10^-scale. */
function writeDecimal(value: unknown, scale: number): string {
  const units = value instanceof Uint8Array ? readBigEndian(value) : BigInt(value as bigint | number);
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const rest = digits.slice(digits.length - scale).replace(/0+$/, '');
  return (units < 0n ? '-' : '') + whole + (rest === '' ? '' : `.${rest}`);
}

function readBigEndian(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return BigInt.asIntN(bytes.length * 8, value);
}
