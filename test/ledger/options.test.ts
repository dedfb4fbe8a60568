import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ledger, openLedger } from '../../src/node/ledger/ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'uscc-ledger-options-'));
let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger(join(folder, 'l.db'), { creates: true, lang: 'en' });
});
afterAll(() => {
  ledger.close();
  rmSync(folder, { recursive: true });
});

const agree = () => true;
/** Callers in JavaScript pass what they like. */
const calls: [string, () => unknown, RegExp][] = [
  [
    'a misspelt option',
    () => ledger.record(['a.csv'], { perod: '2026-11', agree } as never),
    /Did you mean "period"\?$/,
  ],
  ['a month that is none', () => ledger.record(['a.csv'], { period: '2026-13', agree }), /^period: .*2026-11/],
  ['workers of a check', () => ledger.record(['a.csv'], { period: '2026-11', agree, workers: -1 }), /^workers: -1 /],
  ['a target', () => ledger.record(['a.csv'], { period: '2026-11', agree, target: Number.NaN as never }), /^target: /],
  [
    'an agree that is no function',
    () => ledger.record(['a.csv'], { period: '2026-11', agree: true as never }),
    /^agree/,
  ],
  ['a day that is none', () => ledger.feedback(['a.csv'], { due: '2026-02-30' }), /^due: .*2026-11-30/],
  ['flags', () => ledger.collect(['a.csv'], { flags: ['3'] as never }), /^flags: /],
  ['a folder that is a number', () => ledger.send({ out: 3 } as never), /^out: 3 /],
  ['a misspelt output', () => ledger.submit({ ouput: 'a.xlsx' } as never), /Did you mean "output"\?$/],
  ['dryRun as text', () => ledger.merge(['a.db'], { dryRun: 'no' as never }), /^dryRun: "no" /],
  ['options that are none', () => ledger.status('now' as never), /options must be/],
  ['asOf', () => ledger.status({ asOf: 'today' }), /^asOf: /],
  ['exempt', () => ledger.exempt([1], 'why', { asof: '2026-11-30' } as never), /Did you mean "asOf"\?$/],
];

test.each(calls)('refuses %s, with what would do', async (_, call, message) => {
  await expect((async () => call())()).rejects.toMatchObject({
    name: 'UsccError',
    code: 'usage',
    message: expect.stringMatching(message),
  });
});

test('errors of a ledger have words, in its language', async () => {
  expect(() => ledger.show([9])).toThrow('P-000009: the ledger has no problem of this number.');
  await expect(openLedger(join(folder, 'none.db'))).rejects.toMatchObject({
    code: 'input',
    message: expect.stringContaining('没有这个台账'),
  });
  await expect(openLedger(join(folder, 'l.db'), { create: true } as never)).rejects.toMatchObject({
    code: 'usage',
    message: expect.stringContaining('creates'),
  });
});
