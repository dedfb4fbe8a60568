import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  checkRegistry,
  dedupRegistry,
  diffRegistries,
  fixRegistry,
  matchRegistry,
  parseTarget,
  withRegistry,
} from '../../../src/node/registry.ts';

/** Callers in JavaScript pass what they like. */
type Call = (options: never) => Promise<unknown>;

const folder = mkdtempSync(join(tmpdir(), 'uscc-options-'));
const file = join(folder, 'table.csv');
const table =
  '统一社会信用代码,企业名称\n91350100M000100Y43,甲\n91350100M000100Y43,乙\n91110000600037341M,丙\n91110000600037341L,丁\n';
beforeAll(() => writeFileSync(file, table));
afterAll(() => rmSync(folder, { recursive: true }));

const calls: Record<string, Call> = {
  checkRegistry: (options) => checkRegistry([file], options),
  fixRegistry: (options) => fixRegistry(file, options),
  dedupRegistry: (options) => dedupRegistry([file], options),
  matchRegistry: (options) => matchRegistry([file], [file], options),
  diffRegistries: (options) => diffRegistries({ old: [file], new: [file] }, options),
  withRegistry: (options) => withRegistry([file], options, async () => null),
};
const usage = (message: RegExp) => ({ name: 'UsccError', code: 'usage', message: expect.stringMatching(message) });

describe.each(Object.entries(calls))('%s', (name, call) => {
  test.each([
    [{ lang: 'en', memorybytes: 1 }, /has no option "memorybytes"\. Did you mean "memoryBytes"\?/],
    [{ lang: 'en', zzzzzzzzzzzzzz: 1 }, /has no option "zzzzzzzzzzzzzz"\.$/],
    [{ lang: 'en', constructor: 1 }, /has no option "constructor"/],
    [{ lang: 'en', memoryBytes: '1GiB' }, /^memoryBytes: "1GiB" .*whole number of bytes/],
    [{ lang: 'en', workers: -1 }, /^workers: -1 /],
    [{ lang: 'en', workers: 1.5 }, /^workers: 1.5 /],
    [{ lang: 'fr' }, /^lang："fr".*zh、en/],
    [{ lang: 'en', codeColumn: 0 }, name === 'matchRegistry' ? /has no option "codeColumn"/ : /^codeColumn: 0 /],
    [{ lang: 'en', nameColumn: ' ' }, /^nameColumn: " " /],
    [{ lang: 'en', encoding: 'latin1' }, /^encoding: "latin1" /],
    [{ lang: 'en', delimiter: 'x' }, /^delimiter: "x" /],
    [{ lang: 'en', header: 'no' }, /^header: "no" /],
    [{ lang: 'en', signal: {} }, /^signal: object /],
    [{ lang: 'en', onProgress: 3 }, /^onProgress: 3 /],
    [null, /options|选项/],
    ['text', /options|选项/],
  ])('refuses %j', async (options, message) => {
    await expect(call(options as never)).rejects.toMatchObject(usage(message));
  });

  test('takes options that are undefined for absent, and what is meant', async () => {
    const options = {
      lang: 'en',
      workers: undefined,
      nameColumn: 2,
      delimiter: ',',
      encoding: 'auto',
      tempDir: folder,
    };
    await expect(call(options as never)).resolves.toBeDefined();
  });
});

test.each([
  [{ findngs: 'all' }, /没有选项“findngs”。是不是“findings”？/],
  [{ definition: 'zzz' }, /definition：.*literal/],
  [{ definition: 'literla' }, /是不是“literal”/],
  [{ target: 'zzz' }, /target/],
  [{ target: -1 }, /target/],
  [{ target: 2 }, /target/],
  [{ target: Number.NaN }, /target/],
  [{ target: {} }, /target/],
  [{ suspect: 'yes' }, /suspect/],
  [{ assess: 'taian-2023' }, /assess/],
  [{ onFindings: true }, /onFindings/],
  [{ duplicateGroups: -1 }, /duplicateGroups/],
])('checkRegistry refuses %j', async (options, message) => {
  await expect(checkRegistry(file, options as never)).rejects.toMatchObject(usage(message));
});

test('errors are thrown as a promise, and nothing is read', async () => {
  await expect(checkRegistry('no-such-file.csv', { workers: 0 })).rejects.toMatchObject({ code: 'usage' });
});

test.each([
  [0.3, 0.3],
  ['30%', 0.3],
  [parseTarget('30%'), 0.3],
  [0, 0],
  ['万分之一', 0.0001],
])('a target of %s', async (target, value) => {
  expect((await checkRegistry(file, { target })).target.value).toBe(value);
  expect((await diffRegistries({ old: file, new: file }, { target })).new.target.value).toBe(value);
});

test('a rule of dedup as text', async () => {
  const report = await dedupRegistry(file, { keep: 'newest:企业名称' as never });
  expect(report.keep).toEqual({ rule: 'newest', column: '企业名称' });
  await expect(dedupRegistry(file, { keep: 'best' as never })).rejects.toMatchObject(usage(/keep/));
});

describe('what is read', () => {
  const sources = {
    'a path': () => file,
    'a list': () => [file],
    'a URL': () => pathToFileURL(file),
    'a buffer': async () => readFile(file),
    bytes: () => new TextEncoder().encode(table),
    'a blob': () => new Blob([table]),
    'a file': () => new File([table], '本县.csv'),
    'a stream': () => Readable.from([Buffer.from(table.slice(0, 30)), Buffer.from(table.slice(30))]),
    'a stream of text': () => Readable.from([table]),
  };

  test.each(Object.entries(sources))('%s', async (name, create) => {
    const report = await checkRegistry(await create());
    expect(report.counts).toMatchObject({ conforming: 3, erroneous: 1 });
    expect(report.duplicates.conflicting).toMatchObject({ codes: 1, records: 2 });
    if (name === 'a file') expect(report.files[0]?.path).toBe('本县.csv');
    if (name === 'a buffer') expect(report.files[0]?.path).toBe('buffer-1');
  });

  test('several of different kinds, with duplicates across them', async () => {
    const report = await checkRegistry([file, Buffer.from(table), Readable.from([Buffer.from(table)])]);
    expect(report.files.map(({ path }) => path)).toEqual([file, 'buffer-2', 'stream-3']);
    expect(report.records).toBe(12);
    expect(report.duplicates.codes).toBe(3);
  });

  test.each([[[]], [null], [3], [[3]], [{}], [new URL('https://example.com/a.csv')]])('refuses %j', async (files) => {
    await expect(checkRegistry(files as never)).rejects.toMatchObject(usage(/checkRegistry/));
  });
});

describe('a handler says that what it handles is wanted', () => {
  test('findings and duplicates', async () => {
    const findings: string[] = [];
    await checkRegistry(file, {
      onFindings: (batch) => void findings.push(...batch.map(({ issue }) => issue?.code ?? '')),
    });
    expect(findings).toEqual(['check-digit']);
    const duplicates: number[] = [];
    await checkRegistry(file, { onDuplicates: (batch) => void duplicates.push(batch.length) });
    expect(duplicates).toEqual([2]);
  });

  test('suspects', async () => {
    const report = await checkRegistry(file, { onSuspects: () => {} });
    expect(report).toHaveProperty('suspects');
    expect(await checkRegistry(file)).not.toHaveProperty('suspects');
  });

  test('unless the caller says otherwise', async () => {
    let called = 0;
    await checkRegistry(file, { findings: 'none', onFindings: () => void called++ });
    expect(called).toBe(0);
  });
});

test.each([
  ['zh', /比例|小于|0\.01%/],
  ['en', /share|percent|0\.01%/],
] as const)('a target that cannot be read is refused in words: %s', (lang, words) => {
  expect(() => parseTarget('nonsense', { lang })).toThrow(words);
});
