import { expect, test } from 'vitest';
import { readLines } from '../../src/cli/commands/validate.ts';

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function collect(text: string | Uint8Array, size: number): Promise<string[]> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const lines: string[] = [];
  for await (const batch of readLines(inPieces(bytes, size), (line, most) => `${line} ${most}`)) lines.push(...batch);
  return lines;
}

test.each([
  ['', []],
  ['a', ['a']],
  ['a\n', ['a']],
  ['a\nb', ['a', 'b']],
  ['a\r\nb\r\n', ['a', 'b']],
  ['a\rb\r', ['a', 'b']],
  ['a\r\n\r\nb\n\nc', ['a', '', 'b', '', 'c']],
  ['a\n\r\n', ['a', '']],
  ['\ufeff甲\n乙', ['甲', '乙']],
  ['\n', ['']],
])('%j in pieces of every size', async (text, lines) => {
  for (let size = 1; size <= Buffer.byteLength(text) + 1; size++) expect(await collect(text, size)).toEqual(lines);
});

test('undecodable bytes', async () => {
  expect(await collect(new Uint8Array([0x41, 0xff, 0x0a, 0xe7, 0x94]), 1)).toEqual(['A\ufffd', '\ufffd']);
});

test('a line without end is refused before it fills the memory', async () => {
  await expect(collect(`a\n${'x'.repeat(70_000)}`, 1000)).rejects.toMatchObject({ code: 'input', message: '2 65536' });
});
