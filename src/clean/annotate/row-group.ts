import type { ColumnChunk, RowGroup, SchemaElement } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer';
import { writeColumn } from 'hyparquet-writer/src/column.js';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import type { Kernel } from '../../engine/scan/kernel/kernel.ts';
import { formatRows } from '../../write/delimited.ts';
import { packBytes } from './pack-bytes.ts';
import { describeColumns } from './parquet-columns.ts';

/** Bytes of one row group, and what the end of the file says of it: offsets from the start of these bytes. */
export interface RowGroupBytes {
  bytes: Uint8Array;
  group: RowGroup;
}

/** Values of one column: a page of `createPlainColumn`, texts of which there are few, or several cells as one text. */
export type ColumnValues = { page: Uint8Array } | { texts: string[] } | { cells: string[][] };

/** Packs bytes; what it returns is lent until it is called again. */
type Pack = (bytes: Uint8Array) => Uint8Array;

interface Packing {
  writer: ByteWriter;
  pack: Pack;
}

const sampleBytes = 1 << 14;
/** What does not get smaller than this share stays as it is. */
const mostPacked = 0.4;

/** A row group, written where it is made. */
export function writeRowGroup(
  kernel: Kernel,
  names: readonly string[],
  columns: readonly ColumnValues[],
  rows: number,
): RowGroupBytes {
  const pack: Pack = (bytes) => packBytes(kernel, bytes);
  const expectedBytes = columns.reduce((sum, values) => sum + ('page' in values ? values.page.length : rows), 0);
  const writer = new ByteWriter(expectedBytes);
  const [root, ...elements] = describeColumns(names);
  const chunks = columns.flatMap((values, index) => {
    const element = elements[index];
    if (root === undefined || element === undefined) return [];
    if ('page' in values) return writePlainColumn({ writer, pack }, element.name, values.page, rows);
    const texts = 'texts' in values ? values.texts : values.cells.map(joinCells);
    return writeFewTexts({ writer, pack }, [root, element], texts);
  });
  const sum = (size: 'total_uncompressed_size' | 'total_compressed_size'): bigint =>
    chunks.reduce((total, { meta_data: facts }) => total + (facts?.[size] ?? 0n), 0n);
  return {
    bytes: writer.getBytes(),
    group: {
      columns: chunks,
      total_byte_size: sum('total_uncompressed_size'),
      num_rows: BigInt(rows),
      total_compressed_size: sum('total_compressed_size'),
    },
  };
}

function joinCells(cells: string[]): string {
  return cells.length === 0 ? '' : formatRows([cells], ',', '');
}

/** One page. To make values of its bytes, as the library's own way takes them, costs five times as much as all else. */
function writePlainColumn({ writer, pack }: Packing, name: string, page: Uint8Array, rows: number): ColumnChunk {
  const isPacked = isWorthPacking(page, pack);
  const packed = isPacked ? pack(page) : page;
  const startAt = writer.offset;
  writePageHeader(writer, {
    type: 'DATA_PAGE_V2',
    uncompressed_page_size: page.length,
    compressed_page_size: packed.length,
    data_page_header_v2: {
      num_values: rows,
      num_nulls: 0,
      num_rows: rows,
      encoding: 'PLAIN',
      definition_levels_byte_length: 0,
      repetition_levels_byte_length: 0,
      is_compressed: isPacked,
    },
  });
  const headerBytes = writer.offset - startAt;
  writer.appendBytes(packed);
  return {
    file_offset: BigInt(startAt),
    meta_data: {
      type: 'BYTE_ARRAY',
      encodings: ['PLAIN'],
      path_in_schema: [name],
      codec: isPacked ? 'SNAPPY' : 'UNCOMPRESSED',
      num_values: BigInt(rows),
      total_uncompressed_size: BigInt(headerBytes + page.length),
      total_compressed_size: BigInt(headerBytes + packed.length),
      data_page_offset: BigInt(startAt),
    },
  };
}

/** Codes and names hardly get smaller, and take the longest. */
function isWorthPacking(page: Uint8Array, pack: Pack): boolean {
  const at = Math.max(0, (page.length - sampleBytes) >> 1);
  const sample = page.subarray(at, at + sampleBytes);
  return pack(sample).length < sample.length * mostPacked;
}

function writeFewTexts(
  { writer, pack }: Packing,
  schemaPath: [SchemaElement, SchemaElement],
  texts: string[],
): ColumnChunk {
  const [, element] = schemaPath;
  const column = {
    columnName: element.name,
    element,
    schemaPath,
    codec: 'SNAPPY' as const,
    compressors: { SNAPPY: pack },
    stats: false,
    pageSize: 0,
    columnIndex: false,
    offsetIndex: false,
  };
  const pageData = { values: texts, definitionLevels: [], repetitionLevels: [], maxDefinitionLevel: 0 };
  return writeColumn({ writer, column, pageData }).chunk;
}
