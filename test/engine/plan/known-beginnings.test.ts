import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recallPlan } from '../../../src/engine/plan/known-beginnings.ts';
import { choosePlan, type FilePlan, planFile } from '../../../src/engine/plan/plan.ts';
import { surveyFile } from '../../../src/engine/plan/survey.ts';
import { findWriting, readFirst } from '../../../src/engine/plan/text/writing.ts';
import { createKernel } from '../../../src/engine/scan/kernel/kernel.ts';
import type { Input } from '../../../src/tables/input.ts';
import { createPlatform, inputOf } from '../platform.ts';

const kernel = createKernel();
const platform = createPlatform();
const code = '91350100M000100Y43';
const row = (index: number): string => `公司${index},${code},上海市\n`;
const rows = (count: number): string => Array.from({ length: count }, (_, index) => row(index)).join('');
const header = '企业名称,统一社会信用代码,住所\n';
const plain = header + rows(300);

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const join = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

async function isRecalled(input: Input): Promise<boolean> {
  return readFirst(input, async (first) => {
    const writing = await findWriting(kernel, input, first, {});
    return recallPlan(kernel, { original: input, first, writing }, {}) !== null;
  }).catch(() => false);
}

/** What is found without knowing any other file. */
async function planAlone(input: Input): Promise<unknown> {
  return settle(async () => choosePlan(await surveyFile(kernel, input, {}, platform), {}));
}

/** A plan but for what is read, which may be text that was rewritten; or what it is refused for. */
async function settle(work: () => Promise<FilePlan>): Promise<unknown> {
  return work().then(
    ({ input, original, ...plan }) => plan,
    (error: Error) => error.message,
  );
}

/** Begins as `plain` does, and is that, or something else. */
const tables: Record<string, { data: Uint8Array | string; recalled: boolean }> = {
  'the same': { data: plain, recalled: true },
  'other rows': { data: header + rows(7).replaceAll('公司', '厂'), recalled: true },
  'one row': { data: header + row(1), recalled: true },
  'no row': { data: header, recalled: false },
  'blank lines': { data: `${header}\n${rows(3)}\n\n${rows(250)}`, recalled: true },
  'CRLF under a header that ends with LF': { data: header + rows(60).replaceAll('\n', '\r\n'), recalled: true },
  'a wrong code in the first row': { data: header + row(1).replace(code, '9135') + rows(60), recalled: false },
  'wrong codes in all other rows': { data: header + row(1) + rows(60).replaceAll(code, '9135'), recalled: true },
  'a wrong code further down': { data: header + rows(60) + row(2).replace(code, '9135'), recalled: true },
  'a line of requirements': { data: `${header}必填,必填,选填\n${rows(60)}`, recalled: false },
  'a lower line': { data: `${header},,市\n${rows(60)}`, recalled: false },
  'a quote far down': { data: `${header}${rows(150)}"甲""乙",${code},\n${rows(60)}`, recalled: false },
  'a quote behind the records that are looked at': { data: `${plain}${rows(900)}"甲",${code},\n`, recalled: true },
  'escaped quotes': { data: `${header}${rows(50)}"甲\\"乙,丙",${code},上海市\n${rows(20)}`, recalled: false },
  tabs: { data: header + rows(60).replaceAll(',', '\t,'), recalled: false },
  'more semicolons than commas': { data: header + rows(60).replaceAll('上海市', 'a;b;c;d;e;f'), recalled: false },
  'control characters': { data: header + rows(60).replaceAll('上海市', '\x01\x01\x01\x01'), recalled: false },
  'bytes of zero': { data: header + rows(60).replaceAll('上海市', '\0\0'), recalled: false },
  'a longer header': { data: header.replace('住所', '住所,备注') + rows(60), recalled: false },
  'rows of GBK behind': {
    data: join(bytesOf(plain), Buffer.from('bcd7b9abcbbecbc4a3ac'.repeat(40), 'hex'), bytesOf(`,${code},\n`)),
    recalled: false,
  },
  'a byte order mark': { data: `\ufeff${plain}`, recalled: false },
};

describe('a file that begins as one before', () => {
  test.each(Object.entries(tables))('%s', async (_, { data, recalled }) => {
    await planFile(kernel, inputOf(plain, 'before.csv'), {}, platform);
    const input = inputOf(data, 'now.csv');
    expect(await isRecalled(input)).toBe(recalled);
    expect(await settle(() => planFile(kernel, input, {}, platform))).toEqual(await planAlone(input));
  });

  test('with a byte order mark is known by that too', async () => {
    const marked = inputOf(`\ufeff${plain}`, 'before.csv');
    await planFile(kernel, marked, {}, platform);
    expect(await isRecalled(marked)).toBe(true);
    expect(await settle(() => planFile(kernel, marked, {}, platform))).toEqual(await planAlone(marked));
  });

  test('is not known where the same line goes on', async () => {
    const lone = plain.replaceAll('\n', '\r');
    await planFile(kernel, inputOf(lone, 'before.csv'), {}, platform);
    const input = inputOf(plain.replaceAll('\n', '\r\n'), 'now.csv');
    expect(await isRecalled(input)).toBe(false);
    expect(await settle(() => planFile(kernel, input, {}, platform))).toEqual(await planAlone(input));
  });

  test('is understood as alone, whatever stands in it', async () => {
    const odd = fc.constantFrom(
      '"',
      '\\"',
      ';',
      '\t',
      '|',
      '\x01',
      '\0',
      '\n',
      '\r',
      ',',
      '，',
      '甲',
      '必填',
      code,
      header,
      '合计,,\n',
      '甲,9135,\n',
      `甲,,${code}\n`,
      '#',
    );
    const edit = fc.record({ at: fc.nat(), put: odd, cut: fc.nat(30) });
    await fc.assert(
      fc.asyncProperty(fc.nat(12), fc.array(edit, { maxLength: 3 }), async (count, edits) => {
        await planFile(kernel, inputOf(plain, 'before.csv'), {}, platform);
        let text = header + rows(count);
        for (const { at, put, cut } of edits) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + put + text.slice(from + cut);
        }
        const input = inputOf(text, 'now.csv');
        expect(await settle(() => planFile(kernel, input, {}, platform))).toEqual(await planAlone(input));
      }),
      { numRuns: 1000 },
    );
  });

  test('keeps nothing of what callers make of a plan', async () => {
    const first = await planFile(kernel, inputOf(plain, 'before.csv'), {}, platform);
    first.dialect.unitColumn = 99;
    const second = await planFile(kernel, inputOf(plain, 'now.csv'), {}, platform);
    second.dialect.unitColumn = 98;
    expect((await planFile(kernel, inputOf(plain, 'now.csv'), {}, platform)).dialect.unitColumn).toBe(-1);
  });

  test('is not known where the caller says how it is read', async () => {
    await planFile(kernel, inputOf(plain, 'before.csv'), {}, platform);
    const input = inputOf(plain, 'now.csv');
    expect((await planFile(kernel, input, { codeColumn: 2, nameColumn: 3 }, platform)).nameColumn).toBe('住所');
    expect((await planFile(kernel, input, { unitColumn: '住所' }, platform)).unitColumn).toBe('住所');
    expect((await planFile(kernel, input, { header: false, codeColumn: 2 }, platform)).header).toBeNull();
  });
});
