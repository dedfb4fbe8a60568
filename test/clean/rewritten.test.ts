import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dedupRegistry, fixRegistry } from '../../src/node/registry.ts';

const codes = ['91110000600037341L', '9144030071526726XG', '91110000710926094P'];
const delimiters = ['，', '||', '@@', '|+|', '~|~', '^', '~', '@', '\x1f'];
const cell = fc.constantFrom('甲公司', '誠信乙公司', '𠮷林', 'é', '丁"戊"店');
const row = fc.tuple(fc.constantFrom(...codes), fc.boolean(), cell, fc.constantFrom('\n', '\r\n'));
const rows = fc.array(row, { minLength: 1, maxLength: 10 });
type Row = [code: string, isLower: boolean, name: string, end: string];

function write(table: Row[], delimiter: string, pick: (row: Row, index: number) => string | null): string {
  const head = ['序号', '统一社会信用代码', '企业名称'].join(delimiter);
  const lines = table.map((each, index) => {
    const code = pick(each, index);
    return code === null ? '' : [String(index), code, each[2]].join(delimiter) + each[3];
  });
  return `${head}\n${lines.join('')}`;
}

const encode = (text: string, encoding: 'utf8' | 'utf16le'): Buffer =>
  encoding === 'utf8' ? Buffer.from(text) : Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

/** What is read by another delimiter than its own comes out by its own, and only cells or rows that change differ. */
describe.each(delimiters)('a table parted by %j', (delimiter) => {
  test.each(['utf8', 'utf16le'] as const)('in %s', async (encoding) => {
    await fc.assert(
      fc.asyncProperty(rows, async (table) => {
        const before = write(table, delimiter, ([code, isLower]) => (isLower ? code.toLowerCase() : code));
        const fixed: Buffer[] = [];
        const onBytes = (bytes: Uint8Array): void => void fixed.push(Buffer.from(bytes));
        const input = encode(before, encoding);
        await fixRegistry(input, { delimiter, onBytes });
        expect(Buffer.concat(fixed)).toEqual(
          encode(
            write(table, delimiter, ([code]) => code),
            encoding,
          ),
        );

        const kept: Buffer[] = [];
        const seen = new Set<string>();
        const isFirst = table.map(([code, , name]) => !seen.has(code + name) && seen.add(code + name) !== undefined);
        const options = {
          delimiter,
          by: 'code+name',
          onKept: (bytes: Uint8Array) => void kept.push(Buffer.from(bytes)),
        } as const;
        await dedupRegistry([input], options);
        const left = write(table, delimiter, ([code, isLower], at) =>
          isFirst[at] ? (isLower ? code.toLowerCase() : code) : null,
        );
        expect(Buffer.concat(kept)).toEqual(encode(left, encoding));
      }),
      { numRuns: 12 },
    );
  });
});
