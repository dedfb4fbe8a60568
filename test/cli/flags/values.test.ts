import { describe, expect, test } from 'vitest';
import { readValue } from '../../../src/cli/flags/add-flags.ts';
import type { Flag } from '../../../src/cli/flags/flag.ts';
import { FLAGS } from '../../../src/cli/flags/index.ts';

const flags: readonly Flag[] = FLAGS;

/** Reads a value; choices are the parser's. */
function read(name: string, text: string): unknown {
  const named = flags.filter((each) => each.name === name && each.type !== 'choice');
  const flag = named.find(({ commands }) => commands.includes('check')) ?? named[0];
  if (flag === undefined) throw new Error(name);
  return readValue(flag, text, 'en');
}

test.each([
  ['code-column', '3', 3],
  ['code-column', '统一社会信用代码', '统一社会信用代码'],
  ['name-column', '2a', '2a'],
  ['sheet', '2', 2],
  ['sheet', '汇总', '汇总'],
  ['delimiter', ',', ','],
  ['delimiter', 'tab', '\t'],
  ['delimiter', '\t', '\t'],
  ['delimiter', '\\t', '\t'],
  ['delimiter', 'TAB', '\t'],
  ['delimiter', '|', '|'],
  ['delimiter', '^', '^'],
  ['delimiter', '||', '||'],
  ['delimiter', '，', '，'],
  ['delimiter', '\\x01', '\x01'],
  ['encoding', 'UTF8', 'utf-8'],
  ['encoding', 'GBK', 'gb18030'],
  ['encoding', 'utf-16le', 'utf-16le'],
  ['encoding', 'auto', 'auto'],
  ['memory', '1GiB', 2 ** 30],
  ['memory', '1.5 GiB', 1.5 * 2 ** 30],
  ['memory', '512m', 2 ** 29],
  ['memory', '100MB', 1e8],
  ['memory', '2g', 2 ** 31],
  ['memory', '16777216', 2 ** 24],
  ['max-expand', '1k', 1024],
  ['workers', '256', 256],
  ['rows', '1_000', 1000],
  ['rows', '1e6', 1e6],
  ['errors', '1%', 0.01],
  ['serve', '0', 0],
  ['keep', 'newest:核准日期', { rule: 'newest', column: '核准日期' }],
  ['keep', 'oldest:2', { rule: 'oldest', column: 2 }],
  ['keep', 'most-complete', { rule: 'most-complete' }],
  ['out', '', ''],
])('--%s %j', (name, text, value) => expect(read(name, text)).toEqual(value));

describe.each([
  ['code-column', ['0', '', '  ']],
  ['sheet', ['0', '', ' ']],
  ['delimiter', ['', ',,,,', '"', '\n', 'x', '7', 'ab']],
  ['encoding', ['', 'latin1', 'constructor']],
  ['memory', ['', '1', '15MiB', '-1GiB', 'lots', '1 potato', '1e9', '99999999TiB']],
  ['max-expand', ['', '0', 'x']],
  ['workers', ['0', '-1', '1.5', '257', 'x', '']],
  ['rows', ['-1', '1.5', 'x', '']],
  ['target', ['101%', 'x', '']],
  ['errors', ['101%', 'x', '']],
  ['keep', ['newest', 'newest:', 'first:a', 'x', '']],
  ['serve', ['65536', '-1', 'x', '']],
])('--%s refuses, and says which flag', (name, texts) => {
  test.each(texts)('%j', (text) => {
    expect(() => read(name, text)).toThrow(
      expect.objectContaining({ code: 'usage', message: expect.stringMatching(new RegExp(`^--${name}: `)) }),
    );
  });
});
