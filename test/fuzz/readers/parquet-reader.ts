import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Choices } from './choices.ts';
import {
  badNumbers,
  badTexts,
  chooseTable,
  damageBytes,
  type FuzzedReader,
  type ReaderCase,
  writePlain,
} from './table.ts';
import { readThrift, type ThriftValue, writeThrift } from './thrift.ts';

type WriteOptions = Parameters<typeof parquetWriteBuffer>[0];

function writeTable(rows: string[][], choose: Choices): Buffer {
  const [header = [], ...records] = rows;
  const columnData = header.map((name, at) => ({
    name,
    data: records.map((cells) => cells[at]),
    type: 'STRING' as const,
    encoding: choose.pick([
      'PLAIN',
      undefined,
      'RLE_DICTIONARY',
      'DELTA_BYTE_ARRAY',
      'DELTA_LENGTH_BYTE_ARRAY',
    ] as const),
  })) as WriteOptions['columnData'];
  return Buffer.from(
    parquetWriteBuffer({
      columnData,
      codec: choose.pick(['UNCOMPRESSED', 'SNAPPY'] as const),
      statistics: choose.oneIn(2),
      rowGroupSize: choose.pick([1000, 1, 2]),
      pageSize: choose.pick([1_048_576, 1, 20]),
    } as WriteOptions),
  );
}

/** Every value of a tree, the root first. */
function listValues(root: ThriftValue): ThriftValue[] {
  if (root.kind === 'list') return [root, ...root.items.flatMap(listValues)];
  if (root.kind === 'struct') return [root, ...root.fields.flatMap(({ value }) => listValues(value))];
  return [root];
}

function damageTree(root: ThriftValue, choose: Choices): void {
  for (let left = 1 + choose.below(3); left > 0; left--) {
    const all = listValues(root);
    const at = choose.pick(all);
    if (at.kind === 'number') {
      const near = [at.value + 1n, at.value - 1n, at.value * 2n, BigInt(choose.below(12))];
      at.value = choose.oneIn(2) ? choose.pick(near) : BigInt(choose.pick(badNumbers));
    } else if (at.kind === 'bytes') at.value = Buffer.from(choose.pick(badTexts));
    else if (at.kind === 'list') {
      const index = choose.below(at.items.length);
      const item = at.items[index];
      if (choose.oneIn(2) || item === undefined) at.items.splice(index, 1);
      else at.items.splice(index, 0, ...Array.from({ length: choose.pick([1, 3, 200]) }, () => structuredClone(item)));
    } else if (at.kind === 'struct') {
      const index = choose.below(at.fields.length);
      const field = at.fields[index];
      if (choose.oneIn(2) || field === undefined) at.fields.splice(index, 1);
      else field.value = structuredClone(choose.pick(all));
    }
  }
}

function write(choose: Choices): ReaderCase {
  const rows = chooseTable(choose);
  const whole = writeTable(rows, choose);
  const footerBytes = whole.readUInt32LE(whole.length - 8);
  const footerAt = whole.length - 8 - footerBytes;
  const kind = choose.below(4);
  if (kind === 0) return { name: 'a.parquet', bytes: whole, same: writePlain(rows) };
  const footer = readThrift(whole.subarray(footerAt));
  if (kind !== 3) damageTree(footer, choose);
  const written = writeThrift(footer);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(choose.oneIn(20) ? choose.below(2 ** 32) : written.length);
  const data = kind === 3 ? damageBytes(whole.subarray(0, footerAt), choose) : whole.subarray(0, footerAt);
  const bytes = Buffer.concat([data, written, length, Buffer.from('PAR1')]);
  return { name: 'a.parquet', bytes: kind === 2 ? damageEnd(bytes, footerAt, choose) : bytes };
}

function damageEnd(bytes: Buffer, from: number, choose: Choices): Uint8Array {
  return Buffer.concat([bytes.subarray(0, from), damageBytes(bytes.subarray(from), choose)]);
}

export const parquetReader: FuzzedReader = { name: 'parquet', write };
