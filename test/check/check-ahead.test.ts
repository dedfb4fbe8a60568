import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { createCheckAhead } from '../../src/check/check-ahead.ts';
import type { DuplicateRecord, Finding } from '../../src/check/findings/finding.ts';
import type { OutputOptions } from '../../src/check/options.ts';
import type { UsccError } from '../../src/code/error.ts';
import type { ScanOptions } from '../../src/engine/options.ts';
import { withRun } from '../../src/node/run.ts';
import type { Input } from '../../src/tables/input.ts';
import { createPlatform, inputOf } from '../engine/platform.ts';
import { useFolder } from '../node/check.ts';

const folder = useFolder();
const codes = ['91350100M000100Y43', '91210246600037341A', '91211402140253042J', '92350925MA71FW6J3C'];
const header = '企业名称,统一社会信用代码,登记机关\n';
const row = (name: string, code: string): string => `${name},${code},市场监管局\n`;

/** Longer than what is looked at first, with lines of another encoding behind it, or UTF-8 to the end. */
const long = header + row('公司', codes[0] ?? '').repeat(9000);
const otherLines = Buffer.concat(
  Array.from({ length: 40 }, () =>
    Buffer.concat([
      Buffer.from('b1b1beaacad0b9abcbbe', 'hex'),
      Buffer.from(`,${codes[1]},`),
      Buffer.from('cad0b3a1bce0b9dcbed60a', 'hex'),
    ]),
  ),
);
const longMixed = new Uint8Array(Buffer.concat([Buffer.from(long), otherLines]));

/** Kinds of small files: right ones, wrong ones, and such as only seem to begin as the others do. */
const kinds: ((code: string, name: string) => Uint8Array | string)[] = [
  (code, name) => header + row(name, code),
  (code, name) => header + row(name, code) + row(name, `${code.slice(0, 17)}!`),
  (code, name) => header + row(name, code.toLowerCase()) + row(name, '') + row(name, '110105000012345'),
  // What is told of one code each: an odd pair, a rule of earlier years, a region that is gone.
  (code, name) => header + row(name, code) + row(name, '94350100MA0000015U'),
  (code, name) => header + row(name, code) + row(name, '91350211M0000XUF46'),
  (code, name) => header + row(name, code) + row(name, '91110103MA0000015J'),
  (code, name) => `${header}必填,必填,选填\n${row(name, code)}`,
  (code, name) => `${header}${row(name, code)}合计,,\n`,
  (code, name) => new TextEncoder().encode(`\ufeff${header}${row(name, code)}`),
  (code, name) => new Uint8Array(Buffer.from(`\ufeff${header}${row(name, code)}`, 'utf16le')),
  (code) => `code,name\n${code},A\n${code},B\n`,
  (code) =>
    new Uint8Array(
      Buffer.concat([Buffer.from('code,name\n'), Buffer.from(`${code},`), Buffer.from('bcd7b9ab0a', 'hex')]),
    ),
  () => header,
  () => '',
  () => long,
  () => longMixed,
  (code, name) => new Uint8Array(Buffer.concat([Buffer.from(header + row(name, code).repeat(30)), otherLines])),
];

async function run(inputs: Input[], size: number, options: ScanOptions & OutputOptions) {
  const platform = createPlatform();
  const findings: Finding[] = [];
  const duplicates: DuplicateRecord[] = [];
  const report = await check(
    inputs,
    {
      ...options,
      lang: 'en',
      onFindings: (batch) => void findings.push(...batch),
      onDuplicates: (batch) => void duplicates.push(...batch),
    },
    { ...platform, pool: { ...platform.pool, size } },
  );
  const { elapsedMilliseconds, ...told } = report as typeof report & { elapsedMilliseconds?: number };
  return {
    told: JSON.parse(JSON.stringify(told, (key, value) => (/elapsed|second/i.test(key) ? 0 : value))),
    findings,
    duplicates,
  };
}

test('small files that are checked while they are understood bring what they bring otherwise', async () => {
  const file = fc.record({
    kind: fc.constantFrom(...kinds),
    code: fc.constantFrom(...codes),
    name: fc.constantFrom('甲', '乙'),
  });
  const options = fc.record({
    findings: fc.constantFrom('none', 'examples', 'all'),
    notes: fc.boolean(),
  } as const);
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 34, maxLength: 60 }), options, async (files, chosen) => {
      const inputs = files.map(({ kind, code, name }, index) => inputOf(kind(code, name), `${index}.csv`));
      if (!files.some(({ kind }) => kinds.indexOf(kind) < 3)) return;
      const settle = (size: number) =>
        run(inputs, size, chosen).catch((error: UsccError) => ({ code: error.code, refusal: error.refusal }));
      expect(await settle(2)).toEqual(await settle(1));
    }),
    { numRuns: 40 },
  );
});

test.each([
  ['an odd pair', '94350100MA0000015U', false, 'authority-category'],
  ['a region that is gone', '91110103MA0000015J', true, 'region-abolished'],
])('%s is told of, where nothing else is', async (_, code, notes, note) => {
  const file = header + row('甲', code) + row('甲', code);
  const inputs = Array.from({ length: 40 }, (_, index) => inputOf(file, `${index}.csv`));
  const { findings } = await run(inputs, 2, { findings: 'examples', notes });
  const expected = Array.from({ length: 20 }, (_, index) => ({ row: (index % 2) + 1, notes: [note] }));
  expect(findings).toMatchObject(expected);
});

test('they are, unless every finding is wanted, units are, or keys would not fit', () => {
  const { pool } = createPlatform();
  const inputs = [inputOf(header + row('甲', codes[0] ?? ''))];
  expect(createCheckAhead(inputs, {}, pool)).not.toBeNull();
  expect(createCheckAhead(inputs, { findings: 'examples' }, pool)).not.toBeNull();
  expect(createCheckAhead(inputs, { findings: 'all' }, pool)).toBeNull();
  expect(createCheckAhead(inputs, { unitColumn: 'auto' }, pool)).toBeNull();
  expect(createCheckAhead(inputs, { memoryBytes: 1 }, pool)).toBeNull();
});

test('what was checked ahead is not read again, but for the first files with findings', async () => {
  const platform = createPlatform();
  const performed: string[] = [];
  const pool = {
    ...platform.pool,
    size: 2,
    runAll: ((kind, tasks) => {
      performed.push(...tasks.map(() => kind.name));
      return platform.pool.runAll(kind, tasks);
    }) as typeof platform.pool.runAll,
  };
  const inputs = Array.from({ length: 40 }, (_, index) => inputOf(header + row('甲', codes[0] ?? ''), `${index}.csv`));
  await check(inputs, { findings: 'examples' }, { ...platform, pool });
  expect(performed.filter((name) => name === 'check-ahead')).toHaveLength(40);
  expect(performed.filter((name) => name === 'check')).toHaveLength(0);
});

test('a file that goes on in another encoding is looked at as a whole', async () => {
  const paths = Array.from({ length: 40 }, (_, index) =>
    folder.write(`${index}.csv`, index === 7 ? longMixed : header + row('甲', codes[0] ?? '')),
  );
  const run = (size: number) =>
    withRun(paths, {}, ({ inputs, platform }) =>
      check(inputs, { lang: 'en' }, { ...platform, pool: { ...platform.pool, size } }),
    );
  const [together, alone] = [await run(2), await run(1)];
  expect(together.warnings.map(({ code }) => code)).toContain('mixed-encodings');
  expect([together.records, together.counts, together.warnings]).toEqual([alone.records, alone.counts, alone.warnings]);
});
