import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { createIndexWriter, openNewest } from '../../../src/node/serve/index-folder.ts';
import { packIndex } from '../../../src/serve/index/index-file.ts';
import { RECORD_ALIGNMENT } from '../../../src/serve/index/record-bytes.ts';
import { indexText } from '../../serve/text-index.ts';

const folder = mkdtempSync(join(tmpdir(), 'uscc-large-'));
afterAll(() => rmSync(folder, { recursive: true }));
const code = '91350100M000100Y43';
const text = `统一社会信用代码,企业名称\n${code},甲公司\n91350100M000100Y44,乙公司\n`;

/** Records that begin so far into their file; what stands before them takes no space on disk. */
function writeNames(path: string, bytes: Uint8Array, at: number): void {
  const file = openSync(path, 'w');
  writeSync(file, bytes, 0, bytes.length, at);
  closeSync(file);
}

test.each([2 ** 31 - 64, 2 ** 31, 2 ** 32 - 64, 2 ** 32, 2 ** 34 - 1024])('records at byte %d are read', async (at) => {
  const { tables, bytes } = await indexText(text);
  const writer = createIndexWriter(folder);
  writer.append(new Uint8Array());
  const starts = tables.starts.map((start) => start + at / RECORD_ALIGNMENT);
  writer.finish({ ...tables, starts }, { fingerprint: 'f', builtAt: '2026-11-29T00:00:00.000Z' });
  const opened = await openNewest(folder);
  opened?.close();
  // Its own file of names is empty: one as long as the index says takes its place.
  const number = String(opened?.number).padStart(6, '0');
  const names = join(folder, `registry-${number}.names`);
  writeNames(names, bytes, at);
  const facts = { fingerprint: 'f', builtAt: '2026-11-29T00:00:00.000Z', recordBytes: at + bytes.length };
  const file = openSync(join(folder, `registry-${number}.index`), 'w');
  for (const piece of packIndex({ ...tables, starts, ...facts }, crc32)) writeSync(file, piece);
  closeSync(file);
  const large = await openNewest(folder);
  expect(statSync(names).size).toBe(at + bytes.length);
  expect(large?.registry.code(code)).toMatchObject([{ name: '甲公司', row: 1 }]);
  expect(large?.registry.neighbours(code)).toMatchObject([{ name: '乙公司', row: 2 }]);
  large?.close();
});

test('lists of an index that begin beyond 4 GiB are read', async () => {
  const { tables, bytes } = await indexText(text);
  const facts = { fingerprint: 'f', builtAt: '2026-11-29T00:00:00.000Z', recordBytes: bytes.length };
  const packed = Buffer.concat(packIndex({ ...tables, ...facts }, crc32));
  const headBytes = packed.readUInt32LE(8);
  const head = JSON.parse(packed.toString('utf8', 16, 16 + headBytes)) as { sections: { at: number }[] };
  const shift = 2 ** 32 + 2 ** 20;
  const sections = head.sections.map((section) => ({ ...section, at: section.at + shift }));
  const longer = Buffer.alloc(headBytes + 1024, ' ');
  longer.write(JSON.stringify({ ...head, sections }));
  const prefix = Buffer.from(packed.subarray(0, 16));
  prefix.writeUInt32LE(longer.length, 8);
  prefix.writeUInt32LE(crc32(longer), 12);
  const path = join(folder, 'registry-000099.index');
  const file = openSync(path, 'w');
  writeSync(file, prefix, 0, prefix.length, 0);
  writeSync(file, longer, 0, longer.length, prefix.length);
  writeSync(file, packed, 0, packed.length, shift);
  closeSync(file);
  writeNames(join(folder, 'registry-000099.names'), bytes, 0);
  const opened = await openNewest(folder);
  expect([opened?.number, opened?.registry.code(code)[0]?.name]).toEqual([99, '甲公司']);
  opened?.close();
});
