import { expect, test } from 'vitest';
import { check } from '../../../src/check/check.ts';
import type { DuplicateRecord } from '../../../src/check/findings/finding.ts';
import { createPlatform, inputOf } from '../../engine/platform.ts';

const code = '91350100M000100Y43';
/** More than are read again together. */
const count = 280_000;

test('a duplicate of very many records is handed over in file order, few records at a time', async () => {
  // Codes that have to be looked at are listed after the others of their range.
  const codeOf = (row: number): string => (row % 1000 === 0 ? `（${code}）` : code);
  const lines = Array.from({ length: count }, (_, index) => `${codeOf(index + 1)},${(index + 1) % 7}`);
  const batches: DuplicateRecord[][] = [];
  const { duplicates } = await check(
    [inputOf(`统一社会信用代码,企业名称\n${lines.join('\n')}\n`)],
    {
      findings: 'all',
      memoryBytes: 1 << 20,
      onFindings: () => {},
      onDuplicates: (batch) => void batches.push(batch),
    },
    createPlatform(1 << 20),
  );
  expect(duplicates.conflicting).toEqual({ codes: 1, records: count, excess: count - 1 });
  const records = batches.flat();
  expect(records.length).toBe(count);
  const wrong = records.find(({ row, line, name, code: shown, kind, group }, index) => {
    const expected = index + 1;
    const isRight = row === expected && line === expected + 1 && name === String(expected % 7) && shown === code;
    return !isRight || kind !== 'conflicting' || group !== 1;
  });
  expect(wrong).toBeUndefined();
  // Records that are objects together outlive the collector's first rounds, and stay until all memory is swept.
  expect(Math.max(...batches.map(({ length }) => length))).toBeLessThanOrEqual(1 << 11);
});
