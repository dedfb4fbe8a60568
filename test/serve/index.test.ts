import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerCodes, answerQuestion, askCode } from '../../src/clean/lookup/answer.ts';
import { judge } from '../../src/code/cell/judge.ts';
import { maskIdentityNumbers } from '../../src/code/cell/mask.ts';
import { generateRegistry } from '../../src/generate/registry.ts';
import { answerCode } from '../../src/serve/answer-code.ts';
import { packIndex, readIndex } from '../../src/serve/index/index-file.ts';
import { isOneEdit, listShortened } from '../../src/serve/index/keys.ts';
import { writeAnswers, writeBriefly } from '../../src/serve/write-answers.ts';
import { registryExport } from '../check/exports.ts';
import { openTexts, readRows } from '../clean/registry-run.ts';
import { trials } from '../soak/trials.ts';
import { indexText, indexTexts } from './text-index.ts';

async function expectEqualAnswers(text: string, codes: string[], rangeBytes?: number): Promise<void> {
  const { registry } = await indexText(text, rangeBytes);
  const expected = await answerCodes(await openTexts([text], rangeBytes), codes);
  expect(codes.map((code) => answerQuestion(askCode(code), registry))).toEqual(expected);
  const brief = expected.map(({ registered, entities, organization }, at) => {
    const { normalized, partition } = judge(codes[at] ?? '');
    return {
      normalized: partition === 'conforming' ? normalized : maskIdentityNumbers(normalized),
      partition,
      registered,
      name: entities[0]?.name ?? null,
      organizationTaken: organization?.taken ?? null,
    };
  });
  const asked = { registry, findStanding: null, showsNames: true };
  expect(JSON.parse(`[${writeBriefly(codes, asked)}]`)).toEqual(brief);
  const standing = [{ number: 'P-000001', kind: 'check-digit', status: 'open' }] as const;
  for (const context of [asked, { ...asked, findStanding: () => [...standing], showsNames: false }]) {
    const whole = codes.map((code) => JSON.stringify(answerCode(code, context)));
    expect(writeAnswers(codes, context)).toBe(whole.join());
  }
}

test('answers are those of validate --against, whatever stands in the registry', async () => {
  await fc.assert(
    fc.asyncProperty(registryExport, registryExport, fc.constantFrom(1, 64, undefined), async (asked, text, width) => {
      await expectEqualAnswers(
        text,
        readRows(asked).map(({ cell }) => cell),
        width,
      );
    }),
    { numRuns: trials(40, 2000) },
  );
});

test('the same for codes of a generated registry, right, wrong, and of another', async () => {
  const count = trials(2000, 100_000);
  const options = { rows: count / 2, errors: 0.2, duplicates: 0.05, suspects: 0.05, shape: 'mixed' } as const;
  const [text, other] = [3, 4].map((seed) => Buffer.concat([...generateRegistry({ ...options, seed })]).toString());
  const cells = [text, other].flatMap((each = '') =>
    each
      .split('\n')
      .slice(1, -1)
      .map((line) => line.split(',')[0] ?? ''),
  );
  await expectEqualAnswers(text ?? '', cells);
});

test('an index comes back from its file as it was, and from a damaged one not at all', async () => {
  const text = Buffer.concat([...generateRegistry({ rows: 300, errors: 0.1, seed: 5 })]).toString();
  const { tables, bytes } = await indexText(text);
  const facts = { fingerprint: 'f', builtAt: '2026-11-28T00:00:00.000Z', recordBytes: bytes.length };
  const file = new Uint8Array(Buffer.concat(packIndex({ ...tables, ...facts }, crc32)));
  const readFrom = (stored: Uint8Array) =>
    readIndex({
      size: stored.length,
      read: async (at, length) => new Uint8Array(stored.slice(at, at + length)),
      checksum: async (part) => crc32(part),
    });
  expect(await readFrom(file)).toEqual({ ...tables, ...facts });
  expect(await readFrom(file.slice(0, -8))).toBeNull();
  expect(await readFrom(file.slice(0, 60))).toBeNull();
  expect(await readFrom(new Uint8Array())).toBeNull();
  const lengths = file.length;
  for (const at of [0, 9, 13, 40, lengths >> 1]) {
    const damaged = file.slice();
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    // Bytes between lists are no part of it.
    const read = await readFrom(damaged);
    expect(read === null || at === lengths >> 1).toBe(true);
    if (read !== null) expect(read).toEqual({ ...tables, ...facts });
  }
});

test('a code or a name on thousands of records is answered of all of them', async () => {
  const code = '91350100M000100Y43';
  const line = (name: string): string => `${code},${name}\n`;
  const shares = Array.from({ length: 1500 }, (_, at) =>
    line(at % 2 === 0 ? '恒瑞兴商贸股份有限公司' : `公司${at % 300}`),
  );
  const text = `统一社会信用代码,企业名称\n${shares.join('')}${line('恒瑞兴商贸有限公司')}`;
  await expectEqualAnswers(text, [code, '91350100M000100Y44', 'M000100Y4']);
  const { registry } = await indexText(text);
  expect(registry.code(code)[0]).toMatchObject({ name: '恒瑞兴商贸股份有限公司', records: 750 });
  const [only, ...others] = registry.named('350100', '恒瑞兴商贸有限公司');
  expect([only?.likeness, only?.entity.row, others]).toEqual(['same', 1501, []]);
});

test('more than an index can hold is refused, and what it can just hold is there', async () => {
  const texts = ['甲', '乙', '丙'].map((name) => `统一社会信用代码,企业名称\n91350100M000100Y43,${name}公司\n`);
  const { bytes } = await indexTexts(texts);
  const { registry } = await indexTexts(texts, undefined, { tables: 3, recordBytes: bytes.length });
  expect(registry.code('91350100M000100Y43').map(({ name }) => name)).toEqual(['甲公司', '乙公司', '丙公司']);
  for (const [limits, kind] of [
    [{ tables: 2, recordBytes: bytes.length }, 'index-too-many-tables'],
    [{ tables: 3, recordBytes: bytes.length - 1 }, 'index-too-large'],
  ] as const) {
    const error: unknown = await indexTexts(texts, undefined, limits).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'input', refusal: { kind } });
  }
});

test('texts one edit apart share a shortened text', () => {
  const text = fc.string({ unit: fc.constantFrom('A', 'B', '0'), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(text, text, (left, right) => {
      const share = listShortened(left).some((one) => listShortened(right).includes(one));
      expect(isOneEdit(left, right)).toBe(isOneEditByTrying(left, right));
      if (isOneEdit(left, right)) expect(share).toBe(true);
    }),
  );
});

/** Every edit of the one, compared with the other. */
function isOneEditByTrying(left: string, right: string): boolean {
  const tries: string[] = [];
  for (let at = 0; at <= left.length; at++) {
    const [before, after] = [left.slice(0, at), left.slice(at)];
    for (const character of 'AB0') tries.push(before + character + after, before + character + after.slice(1));
    tries.push(before + after.slice(1));
    if (after.length > 1) tries.push(before + after.charAt(1) + after.charAt(0) + after.slice(2));
  }
  return left !== right && tries.includes(right);
}
