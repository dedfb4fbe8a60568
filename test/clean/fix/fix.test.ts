import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UsccError } from '../../../src/code/error.ts';
import { createDecode } from '../../../src/engine/scan/cell.ts';
import { scanByReference } from '../../../src/engine/scan/reference.ts';
import { shapes } from '../../../src/generate/options.ts';
import { generateRegistry } from '../../../src/generate/registry.ts';
import { byteOrderMarks, makeEncoder, type OutputEncoding, outputEncodings } from '../../../src/write/encoder.ts';
import { registryExport } from '../../check/exports.ts';
import { trials } from '../../fuzz/trials.ts';
import { expectCell, fixBytes, fixNaively } from './fix-run.ts';

function encode(text: string, encoding: OutputEncoding): Buffer {
  const body = makeEncoder(encoding)(new TextEncoder().encode(text));
  return Buffer.concat([Buffer.from(byteOrderMarks[encoding]), body]);
}

describe.each(shapes)('shape %s', (shape) => {
  test.each(outputEncodings)('in %s: what csv-parse and string splicing give, byte for byte', async (encoding) => {
    const options = { rows: 600, seed: 7, errors: 0.05, duplicates: 0.02, shape };
    const text = Buffer.concat([...generateRegistry(options)]).toString();
    const expected = fixNaively(text, shape === 'tab' ? '\t' : ',', 0);
    const bytes = encode(text, encoding);
    for (const rangeBytes of [undefined, 5000]) {
      const outcome = await fixBytes(bytes, {}, rangeBytes);
      expect(outcome.bytes.equals(encode(expected, encoding))).toBe(true);
      expect(outcome.report).toMatchObject({ skipped: 0, changed: outcome.changes.length });
      expect(outcome.changes.every(({ before, after }) => before !== after && expectCell(before) === after)).toBe(true);
      const again = await fixBytes(outcome.bytes, {}, rangeBytes);
      expect(again.bytes.equals(outcome.bytes)).toBe(true);
      expect(again.report).toMatchObject({ changed: 0, reasons: {}, counts: outcome.report.counts });
    }
  });
});

test('pipes in GB18030, where a pipe may be half of a character', async () => {
  const options = { rows: 300, seed: 9, errors: 0.05, shape: 'mixed' } as const;
  const text = Buffer.concat([...generateRegistry(options)]).toString();
  // 丆 is 81 7C in GB18030, 鎩 is E6 7C.
  const piped = text.replaceAll(',', '|').replaceAll('公司', '丆鎩公司𠮷é').replaceAll('\t', '');
  const outcome = await fixBytes(encode(piped, 'gb18030'), { delimiter: '|', encoding: 'gb18030' });
  expect(outcome.bytes.equals(encode(fixNaively(piped, '|', 0), 'gb18030'))).toBe(true);
  expect(outcome.report.changed).toBeGreaterThan(20);
});

test('any export: the same records, their codes as they should be written, and nothing to do the second time', async () => {
  const options = { codeColumn: '统一社会信用代码', encoding: 'utf-8' } as const;
  await fc.assert(
    fc.asyncProperty(registryExport, fc.constantFrom(1, 7, 64, undefined), async (text, rangeBytes) => {
      const delimiter = /^企业名称(.)/.exec(text)?.[1] ?? ',';
      const outcome = await fixBytes(Buffer.from(text), { ...options, delimiter }, rangeBytes);
      expect(outcome.bytes.toString()).toBe(fixNaively(text, delimiter, 1));
      for (const { before, after } of outcome.changes) expect(after).toBe(expectCell(before));
      const again = await fixBytes(outcome.bytes, { ...options, delimiter }, rangeBytes);
      expect(again.bytes.equals(outcome.bytes)).toBe(true);
      expect(again.report.changed).toBe(0);
    }),
    { numRuns: 150 },
  );
});

test('anything a registry might send: every record stays a record, and only code cells differ', async () => {
  const decode = createDecode('latin1');
  await fc.assert(
    fc.asyncProperty(trials, async ({ files, options, rangeBytes }) => {
      const bytes = files[0] ?? new Uint8Array();
      const { delimiter = ',', codeColumn = 1 } = options;
      const { notes: _, ...rest } = options;
      const settings = { ...rest, delimiter, codeColumn, encoding: 'gb18030' as const, header: false };
      let outcome: Awaited<ReturnType<typeof fixBytes>>;
      try {
        outcome = await fixBytes(bytes, settings, rangeBytes);
      } catch (error) {
        if (error instanceof UsccError && error.code === 'input') return;
        throw error;
      }
      const again = await fixBytes(outcome.bytes, settings, rangeBytes);
      expect(again.bytes.equals(outcome.bytes)).toBe(true);
      if (delimiter === '|') return;
      const column = Number(codeColumn) - 1;
      const gb18030 = createDecode('gb18030');
      const read = (from: Uint8Array, isFixed: boolean) =>
        scanByReference(from, delimiter, decode).records.map(({ cells }) =>
          cells.map((cell, index) => {
            if (index !== column) return cell;
            const value = gb18030(Buffer.from(cell, 'latin1'));
            return isFixed ? value : expectCell(value);
          }),
        );
      if (outcome.report.skipped === 0) expect(read(outcome.bytes, true)).toEqual(read(bytes, false));
    }),
    { numRuns: 300 },
  );
});

test('next to a quote that never closes cells stay and are counted, beyond 64 KiB they do not', async () => {
  const row = '91350100m000100y43,甲公司\n';
  const text = `统一社会信用代码,企业名称\n91350100m000100y43,"甲公司\n${row}${'\n'.repeat(66_000)}${row}`;
  const { bytes, changes, report } = await fixBytes(Buffer.from(text));
  expect(report).toMatchObject({ records: 3, changed: 2, skipped: 1 });
  expect(changes.map(({ row }) => row)).toEqual([1, 3]);
  const cells = bytes
    .toString()
    .split('\n')
    .filter((line) => line !== '');
  expect(cells.slice(1).map((line) => line.split(',')[0])).toEqual([
    '91350100M000100Y43',
    '91350100m000100y43',
    '91350100M000100Y43',
  ]);
});
