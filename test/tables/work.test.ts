import { expect, test } from 'vitest';
import { nodeInflating } from '../../src/node/zlib.ts';
import { type ByteSource, sourceOfBytes } from '../../src/tables/byte-source.ts';
import { expand } from '../../src/tables/expand.ts';
import { createExpansion, type StoredBytes } from '../../src/tables/expansion.ts';
import { writeRows, writeWorkbook, writeZip } from './archives.ts';

/*
 * Work, not seconds, of opening what is packed: bytes read of the file and of all that is unpacked from it. Twice the members, the rows or
 * the objects are at most 2.2 times the work.
 */

const code = '91350100M000100Y43';
const table = `统一社会信用代码,企业名称\n${code},甲\n`;
const object = `{"统一社会信用代码":"${code}","企业名称":"甲"}`;
const memberOf = (index: number, data: string | Buffer = table, ending = 'csv') => ({
  name: `${index}.${ending}`,
  data,
});
const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));

const shapes: Record<string, (size: number) => Buffer> = {
  'members of an archive': (size) => writeZip(times(size, (index) => memberOf(index))),
  'archives in an archive': (size) =>
    writeZip(times(size / 10, (index) => memberOf(index, writeZip(times(10, (inner) => memberOf(inner))), 'zip'))),
  'objects in JSON': (size) => Buffer.from(`{"data":{"list":[${times(size, () => object).join(',')}]}}`),
  'arrays beside the records': (size) =>
    Buffer.from(`{"list":[${object}],"x":[${times(size, () => '[1,[2,[3]]]').join(',')}]}`),
  'sheets of a workbook': (size) =>
    writeWorkbook({
      sheets: times(size / 10, (index) => ({ name: `S${index}`, rows: writeRows([['统一社会信用代码'], [code]]) })),
    }),
};

async function countBytes(bytes: Buffer): Promise<number> {
  let count = 0;
  const store = (data: Uint8Array): StoredBytes => {
    const whole = sourceOfBytes(data);
    const source: ByteSource = {
      size: whole.size,
      read: async (at, into) => {
        const read = await whole.read(at, into);
        count += read;
        return read;
      },
    };
    return { source, reference: source, close() {}, remove() {} };
  };
  const run = createExpansion({
    sheet: undefined,
    records: undefined,
    spool: {
      async write(pieces) {
        const all: Uint8Array[] = [];
        for await (const piece of pieces) all.push(piece);
        return store(Buffer.concat(all));
      },
    },
    inflating: nodeInflating,
    meter: () => {},
    signal: undefined,
  });
  const spend = (more: number): void => {
    count += more;
  };
  await expand({ ...store(bytes), shown: 'a', bytes: bytes.length, depth: 0, spend }, run);
  expect(run.inputs.length).toBeGreaterThan(0);
  return count;
}

test.each(Object.keys(shapes))('twice as many are at most 2.2 times the work: %s', async (shape) => {
  const small = await countBytes(shapes[shape]?.(300) as Buffer);
  expect(await countBytes(shapes[shape]?.(600) as Buffer)).toBeLessThanOrEqual(2.2 * small);
});
