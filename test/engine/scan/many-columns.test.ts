import { expect, test } from 'vitest';
import { freeAt, paddingBytes, startsAt } from '../../../src/engine/scan/kernel/contract.ts';
import { createKernel } from '../../../src/engine/scan/kernel/kernel.ts';

test('a table of more columns than the kernel marks is read within its memory', () => {
  const kernel = createKernel();
  const columnCount = 16_384;
  const record = new TextEncoder().encode(`91350100M000100Y43${','.repeat(columnCount - 1)}\n`);
  const end = kernel.memory.buffer.byteLength + (1 << 16);
  kernel.reserve(end);
  // What lies where the marks of so many columns would be: numbers as large as there are.
  kernel.bytes().fill(0xff, freeAt, startsAt + columnCount * 2 + 64);
  const listsAt = startsAt + columnCount * 2 + 64;
  kernel.placeKeys(listsAt, listsAt + 64, listsAt + 128, listsAt + 192);
  const to = kernel.memory.buffer.byteLength - 2 * paddingBytes;
  const at = to - record.length;
  kernel.bytes().fill(0, at - paddingBytes);
  kernel.bytes().set(record, at);
  kernel.configure({ delimiter: 0x2c, codeColumn: 0, nameColumn: -1, columnCount, flags: 0 });
  expect(kernel.scan(at, to, to, 1)).toBe(to);
  expect([kernel.read('rowCount'), kernel.read('cleanCount')]).toEqual([1, 1]);
});
