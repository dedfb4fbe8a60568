import { describe, expect, test } from 'vitest';
import { type ThriftValue, writeThrift } from '../fuzz/readers/thrift.ts';
import { checkAll, useFolder } from '../node/check.ts';

/* Files of a few bytes whose pages ask for milliards of values: written by hand, as no writer does. */

const folder = useFolder();
const int = (value: number): ThriftValue => ({ kind: 'number', type: 5, value: BigInt(value) });
const long = (value: number): ThriftValue => ({ kind: 'number', type: 6, value: BigInt(value) });
const text = (value: string): ThriftValue => ({ kind: 'bytes', value: Buffer.from(value) });
const list = (type: number, ...items: ThriftValue[]): ThriftValue => ({ kind: 'list', type, items });
const struct = (fields: Record<number, ThriftValue>): ThriftValue => ({
  kind: 'struct',
  fields: Object.entries(fields).map(([id, value]) => ({ id: Number(id), value })),
});

const codes = ['91110000600037341L', '91350100M000100Y43'];
/** Texts of 18 bytes, each behind its length. */
const plain = Buffer.concat(codes.map((code) => Buffer.concat([Buffer.from([18, 0, 0, 0]), Buffer.from(code)])));

/** A number of seven bits a byte. */
function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) | 128, ...varint(Math.floor(value / 128))];
}

/** Snappy: how long it is, then all of it as one literal. */
function packSnappy(page: Uint8Array): Uint8Array {
  return Uint8Array.from([...varint(page.length), (page.length - 1) << 2, ...page]);
}

interface Page {
  /** Definition levels and values of two rows. */
  bytes: number[] | Uint8Array;
  encoding: number;
  version?: 1 | 2;
  levelBytes?: number;
  snappy?: boolean;
  /** What the footer says of the row group. */
  rows?: number;
  name?: ThriftValue;
  /** How often the footer lists the column's pages. */
  times?: number;
}

/** A column of texts that may be null: a dictionary of two codes, and a page. */
function writeFile({ bytes, encoding, version = 1, levelBytes = 0, snappy = false, ...more }: Page): Buffer {
  const { rows = 2, name = text('统一社会信用代码'), times = 1 } = more;
  const page = Uint8Array.from(bytes);
  const pack = (part: Uint8Array): Uint8Array => (snappy ? packSnappy(part) : part);
  const stored = pack(page);
  const about: Record<number, ThriftValue> =
    version === 1
      ? { 5: struct({ 1: int(2), 2: int(encoding), 3: int(3), 4: int(3) }) }
      : { 8: struct({ 1: int(2), 2: int(0), 3: int(2), 4: int(encoding), 5: int(levelBytes), 6: int(0) }) };
  const head = writeThrift(
    struct({ 1: int(version === 1 ? 0 : 3), 2: int(page.length), 3: int(stored.length), ...about }),
  );
  const dictionary = pack(plain);
  const dictionaryHead = writeThrift(
    struct({ 1: int(2), 2: int(plain.length), 3: int(dictionary.length), 7: struct({ 1: int(2), 2: int(0) }) }),
  );
  const chunk = Buffer.concat([dictionaryHead, dictionary, head, stored]);
  const meta = struct({
    1: int(6),
    2: list(5, int(encoding)),
    3: list(8, text('统一社会信用代码')),
    4: int(snappy ? 1 : 0),
    5: long(2),
    6: long(1000),
    7: long(chunk.length),
    9: long(4 + dictionaryHead.length + dictionary.length),
    11: long(4),
  });
  const footer = writeThrift(
    struct({
      1: int(1),
      2: list(12, struct({ 4: text('root'), 5: int(1) }), struct({ 1: int(6), 3: int(1), 4: name, 6: int(0) })),
      3: long(rows),
      4: list(
        12,
        struct({
          1: list(12, ...Array<ThriftValue>(times).fill(struct({ 2: long(4), 3: meta }))),
          2: long(1000),
          3: long(rows),
        }),
      ),
    }),
  );
  const size = Buffer.alloc(4);
  size.writeUInt32LE(footer.length);
  return Buffer.concat([Buffer.from('PAR1'), chunk, footer, size, Buffer.from('PAR1')]);
}

/** Levels of two values, behind their size: a run of two ones. */
const present = [2, 0, 0, 0, 4, 1];
const endless = varint(2 ** 30 * 2);
const dictionary = 8;
/** Lengths as steps: 128 a block in 4 parts, two values, the first, then a step that all parts repeat. */
const steps = (first: number, step: number): number[] => [
  ...varint(128),
  4,
  2,
  ...varint(first * 2),
  ...varint(step * 2),
  0,
  0,
  0,
  0,
];

describe('pages that are right are read', () => {
  test.each<[string, Page]>([
    ['indexes in runs', { bytes: [...present, 1, 2, 0, 2, 1], encoding: dictionary }],
    ['indexes packed', { bytes: [...present, 1, 3, 2], encoding: dictionary }],
    ['levels packed', { bytes: [2, 0, 0, 0, 3, 3, 1, 3, 2], encoding: dictionary }],
    ['with Snappy', { bytes: [...present, 1, 3, 2], encoding: dictionary, snappy: true }],
    ['second version', { bytes: [4, 1, 1, 3, 2], encoding: dictionary, version: 2, levelBytes: 2 }],
    ['pages that are listed twice', { bytes: [...present, 1, 3, 2], encoding: dictionary, times: 2 }],
    ['values as they are', { bytes: [...present, ...plain], encoding: 0 }],
    [
      'texts that share',
      { bytes: [...present, ...steps(0, 0), ...steps(18, 0), ...Buffer.from(codes.join(''))], encoding: 7 },
    ],
  ])('%s', async (_, page) => {
    const { report } = await checkAll([folder.write('a.parquet', writeFile(page))]);
    expect(report.counts).toMatchObject({ conforming: 2 });
    expect(report.duplicates.codes).toBe(0);
  });
});

describe('pages that ask for more than they have are refused', () => {
  test.each<[string, Page]>([
    ['levels', { bytes: [7, 0, 0, 0, ...endless, 1, 1, 3, 2], encoding: dictionary }],
    ['indexes', { bytes: [...present, 1, ...endless, 0], encoding: dictionary }],
    ['indexes, the second run', { bytes: [...present, 1, 2, 0, ...endless, 0], encoding: dictionary }],
    ['indexes with Snappy', { bytes: [...present, 1, ...endless, 0], encoding: dictionary, snappy: true }],
    [
      'levels of the second version',
      { bytes: [...endless, 1, 1, 3, 2], encoding: dictionary, version: 2, levelBytes: 6 },
    ],
    [
      'indexes of no bits',
      { bytes: [4, 1, 0, ...varint(2 ** 31 + 1)], encoding: dictionary, version: 2, levelBytes: 2 },
    ],
    ['rows that no page has', { bytes: [...present, 1, 3, 2], encoding: dictionary, rows: 1 << 24 }],
    ['a name that is no text', { bytes: [...present, 1, 3, 2], encoding: dictionary, name: int(5) }],
    ['pages that are listed twice and damaged', { bytes: [...present, 1, ...endless, 0], encoding: 0, times: 2 }],
    ['texts that share milliards', { bytes: [...present, ...steps(0, 2 ** 30), ...steps(0, 0)], encoding: 7 }],
  ])('%s', { timeout: 60_000 }, async (_, page) => {
    await expect(checkAll([folder.write('a.parquet', writeFile(page))])).rejects.toMatchObject({
      code: 'input',
      message: expect.stringContaining('a.parquet'),
    });
  });
});
