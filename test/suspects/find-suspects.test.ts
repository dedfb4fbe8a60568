import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openScan } from '../../src/engine/open-scan.ts';
import { planFiles } from '../../src/engine/plan/plan-files.ts';
import type { TruthEntry } from '../../src/generate/options.ts';
import { generateRegistry } from '../../src/generate/registry.ts';
import { findSuspects } from '../../src/suspects/find-suspects.ts';
import type { Suspect, SuspectCounts } from '../../src/suspects/suspect.ts';
import { checkCharacterByStandard, organizationCheckByStandard } from '../code/by-standard.ts';
import { createPlatform, createSpill, inputOf } from '../engine/platform.ts';

/** A conforming code of an authority, category and region, whose organization code begins with eight characters. */
function codeOf(eight: string, head = '91370911'): string {
  const first17 = head + eight + organizationCheckByStandard(eight);
  return first17 + checkCharacterByStandard(first17);
}

async function search(
  rows: (readonly [string, string])[],
  rangeBytes?: number,
  memoryBytes?: number,
): Promise<{ suspects: Suspect[]; counts: SuspectCounts }> {
  const text = `统一社会信用代码,企业名称\n${rows.map(([code, name]) => `${code},${name}\n`).join('')}`;
  const suspects: Suspect[] = [];
  const options = memoryBytes === undefined ? {} : { memoryBytes };
  const platform = createPlatform(rangeBytes, createSpill);
  const { plans } = await planFiles([inputOf(text)], options, platform);
  const counts = await findSuspects(await openScan({ plans, key: null, options, platform }), options, platform, {
    suspects: (batch) => void suspects.push(...batch),
  });
  return { suspects, counts };
}

/** Kind, evidence and rows of what is found among records of one district. */
async function describeSuspects(...rows: (readonly [string, string])[]): Promise<[string, string, number[]][]> {
  const { suspects } = await search(rows);
  return suspects.map(({ kind, evidence, records }) => [kind, evidence, records.map(({ row }) => row)]);
}

const [a, b, c, d] = ['60003734', '72038551', '16685049', '75390888'].map((eight) => codeOf(eight));
const codes = { a: a ?? '', b: b ?? '', c: c ?? '', d: d ?? '' };

describe('one organization code under several codes', () => {
  const other = codeOf('60003734', '92370911');

  test('is suspect whatever the names', async () => {
    expect(await describeSuspects([codes.a, '泰安鑫源商贸有限公司'], [other, '岱岳区老王超市'])).toEqual([
      ['organization-code', 'other-name', [1, 2]],
    ]);
  });

  test('says it once when the names are equal too', async () => {
    expect(await describeSuspects([codes.a, '泰安鑫源商贸有限公司'], [other, '泰安鑫源商贸有限公司'])).toEqual([
      ['organization-code', 'same-name', [1, 2]],
    ]);
  });

  test('says it once when the names are nearly equal too', async () => {
    expect(await describeSuspects([codes.a, '泰安鑫源商贸有限公司'], [other, '泰安鑫源商贸有限责任公司'])).toEqual([
      ['organization-code', 'similar-name', [1, 2]],
    ]);
    for (const code of [codeOf('60003734', '93370911'), codeOf('60003734', '91370902')]) {
      expect(await describeSuspects([codes.a, '泰安鑫源商贸有限公司'], [code, '泰安鑫源商贸有限责任公司'])).toEqual([
        ['organization-code', 'similar-name', [1, 2]],
      ]);
    }
  });

  test('a repeated record is a duplicate, not a suspect', async () => {
    expect(await describeSuspects([codes.a, '泰安鑫源商贸有限公司'], [codes.a, '泰安鑫源商贸有限公司'])).toEqual([]);
    expect(await describeSuspects([codes.a, '泰安鑫源商贸有限公司'], [codes.a, '岱岳区老王超市'])).toEqual([]);
  });
});

describe('one name under several codes', () => {
  const name = '泰安鑫源商贸有限公司';

  test('of one authority and city', async () => {
    expect(await describeSuspects([codes.a, name], [codes.b, name])).toEqual([['name', 'same-name', [1, 2]]]);
    expect(await describeSuspects([codes.a, name], [codeOf('72038551', '91370902'), name])).toHaveLength(1);
  });

  test('of two districts, also when it names one of them', async () => {
    for (const name of ['泰安市岱岳区红星商贸有限公司', '岱岳红星商贸有限公司', '泰安泰山商贸有限公司']) {
      expect(await describeSuspects([codes.a, name], [codeOf('72038551', '91370902'), name])).toEqual([
        ['name', 'same-name', [1, 2]],
      ]);
    }
  });

  test('not of two cities, nor of two authorities', async () => {
    expect(await describeSuspects([codes.a, name], [codeOf('72038551', '91370102'), name])).toEqual([]);
    expect(await describeSuspects([codes.a, name], [codeOf('72038551', '52370911'), name])).toEqual([]);
  });

  test('not branches, and not what more than three codes carry', async () => {
    const branch = '中国邮政集团有限公司泰安分公司';
    expect(await describeSuspects([codes.a, branch], [codes.b, branch])).toEqual([]);
    const { suspects, counts } = await search(Object.values(codes).map((code) => [code, name] as const));
    expect(suspects).toEqual([]);
    expect(counts.commonNames).toBe(1);
  });
});

describe('an erroneous code one edit from a conforming one', () => {
  const wrong = codes.a.slice(0, 12) + (codes.a.charAt(12) === '7' ? '1' : '7') + codes.a.slice(13);

  test('under the same or a similar name', async () => {
    const name = '山东泰安鑫源商贸有限公司';
    expect(await describeSuspects([codes.a, name], [wrong, name])).toEqual([['near-code', 'same-name', [1, 2]]]);
    expect(await describeSuspects([wrong, '山东泰安鑫源商贸公司'], [codes.a, name])).toEqual([
      ['near-code', 'similar-name', [1, 2]],
    ]);
  });

  test('is less certain under a similar name', async () => {
    const likely = await search([
      [codes.a, '泰安鑫源商贸有限公司'],
      [wrong, '泰安鑫源商贸有限公司'],
    ]);
    const less = await search([
      [codes.a, '泰安鑫源商贸有限公司'],
      [wrong, '泰安鑫源商贸公司'],
    ]);
    expect([...likely.suspects, ...less.suspects].map(({ confidence }) => confidence)).toEqual([0.95, 0.8]);
  });

  test('not under another name', async () => {
    expect(await describeSuspects([codes.a, '泰安鑫源商贸有限公司'], [wrong, '岱岳区老王超市'])).toEqual([]);
  });
});

describe('names that differ in how they are written', () => {
  test.each([
    ['brackets', '鑫源商贸(泰安)有限公司', '鑫源商贸泰安有限公司'],
    ['brackets', '鑫源商贸（泰安）有限公司', '鑫源商贸〔泰安〕有限公司'],
    ['form', '泰安鑫源商贸有限公司', '泰安鑫源商贸有限责任公司'],
    ['place', '泰安市鑫源商贸有限公司', '山东省泰安市岱岳区鑫源商贸有限公司'],
    ['place', '鑫源商贸有限公司', '泰安鑫源商贸有限公司'],
    ['similar-character', '泰安鑫源商贸有限公司', '泰安新源商贸有限公司'],
    ['one-character', '泰安鑫源商贸开发有限公司', '泰安鑫源商资开发有限公司'],
    ['one-character', '泰安鑫源商贸有限公司', '泰安鑫远商贸有限公司'],
    ['one-character', '泰安鑫源商贸有限公司', '泰安鑫源商贸行有限公司'],
  ])('%s: %s, %s', async (evidence, left, right) => {
    expect(await describeSuspects([codes.a, left], [codes.b, right])).toEqual([['near-name', evidence, [1, 2]]]);
  });

  test.each([
    ['泰安市岱岳区第一小学', '泰安市岱岳区第二小学'],
    ['泰安鑫源商贸有限公司', '泰安鑫源商贸股份有限公司'],
    ['泰安鑫源商贸有限公司', '泰安隆达商贸有限公司'],
    ['泰安鑫源商贸有限公司', '泰安鑫源物流有限公司'],
    ['岱县爱丰农资有限公司', '岱县爱田农资有限公司'],
    ['泰安供电有限责任公司永发供电所', '泰安供电有限责任公司万发供电所'],
  ])('not %s, %s', async (left, right) => {
    expect(await describeSuspects([codes.a, left], [codes.b, right])).toEqual([]);
  });

  test('not of two districts', async () => {
    const other = codeOf('72038551', '91370902');
    expect(await describeSuspects([codes.a, '岱岳区鑫源商贸有限公司'], [other, '泰山区鑫源商贸有限公司'])).toEqual([]);
  });

  test('a renamed county keeps its stem', async () => {
    const [before, after] = [codeOf('60003734', '91370684'), codeOf('72038551', '91370614')];
    expect(await describeSuspects([before, '蓬莱市鑫源商贸有限公司'], [after, '蓬莱区鑫源商贸有限公司'])).toEqual([
      ['near-name', 'place', [1, 2]],
    ]);
  });
});

describe('planted by the generator', () => {
  const truth: TruthEntry[] = [];
  const options = { rows: 60_000, seed: 7, errors: 0.001, duplicates: 0.001, suspects: 0.01 };
  const text = Buffer.concat([...generateRegistry({ ...options, onTruth: (entry) => truth.push(entry) })]).toString();
  const planted = truth.filter(({ kind }) => kind.startsWith('suspect-'));
  const lines = text.split('\n');
  const nameOf = (row: number): string => lines[row]?.split(',')[1] ?? '';
  const rowOf = new Map(lines.map((line, row) => [line.slice(0, 18), row] as const).toReversed());

  test('every kind, and each is what it is called', () => {
    expect(planted.length).toBe(600);
    expect(new Set(planted.map(({ kind }) => kind)).size).toBe(8);
    for (const { row, kind, before, after } of planted) {
      const [name, other] = [nameOf(row), nameOf(rowOf.get(before) ?? 0)];
      if (kind === 'suspect-organization-code') expect(after.slice(8, 17)).toBe(before.slice(8, 17));
      else if (kind === 'suspect-near-code')
        expect([...after].filter((c, at) => c !== before.charAt(at)).length).toBe(1);
      else expect([after.slice(0, 8), after.slice(8, 16)]).not.toEqual([before.slice(0, 8), before.slice(8, 16)]);
      if (kind === 'suspect-name' || kind === 'suspect-near-code') expect(name).toBe(other);
      if (kind === 'suspect-brackets') expect(name.replace(/[()]/g, '')).toBe(other.replace(/[()]/g, ''));
      if (kind === 'suspect-form') expect(name.replace('责任', '')).toBe(other.replace('责任', ''));
      if (kind.endsWith('-character')) expect([...name].filter((c, at) => c !== other.charAt(at)).length).toBe(1);
    }
  });

  test('at least 95% are found, and at least 90% of what is found was planted', async () => {
    const rows = lines.slice(1, -1).map((line) => line.split(',').slice(0, 2) as [string, string]);
    const { suspects } = await search(rows);
    const byRow = new Map(suspects.flatMap((suspect) => suspect.records.map(({ row }) => [row, suspect] as const)));
    const found = planted.filter(({ row, before }) => byRow.get(row)?.records.some(({ code }) => code === before));
    const right = new Set(found.map(({ row }) => byRow.get(row)));
    expect(found.length / planted.length).toBeGreaterThanOrEqual(0.95);
    expect(right.size / suspects.length).toBeGreaterThanOrEqual(0.9);
  });
});

describe('limits are kept, and said', () => {
  const name = '泰安鑫源商贸有限公司';
  const eights = (count: number): string[] => Array.from({ length: count }, (_, index) => String(60003734 + index * 7));

  test('of many codes of one organization the first twenty are listed', async () => {
    const heads = ['91', '92', '93'].flatMap((head) =>
      ['370911', '370902', '370921', '370923', '370982', '370983', '370102'].map((region) => head + region),
    );
    const rows = heads.map((head, index) => [codeOf('60003734', head), `${name}${index}`] as const);
    const { suspects, counts } = await search(rows);
    expect(suspects.map(({ kind, records }) => [kind, records.map(({ row }) => row)])).toEqual([
      ['organization-code', Array.from({ length: 20 }, (_, index) => index + 1)],
    ]);
    expect(counts.crowdedGroups).toBe(1);
    expect((await search(rows.slice(0, 20))).counts.crowdedGroups).toBe(0);
  });

  test('of more than twelve names that are alike none is listed', async () => {
    const rows = eights(13).map(
      (eight, index) => [codeOf(eight), `泰安鑫源商${'贸资物科农渔林矿电车船茶酒'.charAt(index)}开发有限公司`] as const,
    );
    const twelve = await search(rows.slice(0, 12));
    expect(twelve.counts).toMatchObject({ kinds: { 'near-name': 66 }, crowdedGroups: 0 });
    const thirteen = await search(rows);
    expect(thirteen.counts).toMatchObject({ kinds: { 'near-name': 0 }, crowdedGroups: 1 });
  });

  test('of more than a thousand records with one key the first are compared', async () => {
    const rows = [...Array.from({ length: 1000 }, () => [codes.a, name] as const), [codes.b, name] as const];
    expect((await search(rows)).counts).toMatchObject({ kinds: { name: 0 }, commonNames: 0 });
    expect((await search(rows)).counts.crowdedGroups).toBeGreaterThan(0);
    expect((await search(rows.slice(1))).counts).toMatchObject({ kinds: { name: 1 }, crowdedGroups: 0 });
    const last = [...rows.slice(1), rows[0] as (typeof rows)[0]];
    expect((await search(last)).counts).toMatchObject({ kinds: { name: 1 } });
    expect((await search(last)).counts.crowdedGroups).toBeGreaterThan(0);
  });

  test('names of any length are read; beyond 64 characters none is left out of them', async () => {
    const long = '鑫源商贸'.repeat(2500);
    const at = (length: number): [string, string] => [
      `${long.slice(0, length)}业有限公司`,
      `${long.slice(0, length)}务有限公司`,
    ];
    expect(await describeSuspects([codes.a, long], [codes.b, long])).toEqual([['name', 'same-name', [1, 2]]]);
    for (const [length, count] of [
      [63, 1],
      [64, 0],
      [9999, 0],
    ] as const) {
      const [left, right] = at(length);
      expect(await describeSuspects([codes.a, left], [codes.b, right])).toHaveLength(count);
    }
  });

  test('numbered names are no suspects, and none is too many', async () => {
    const rows = eights(40).map((eight, index) => [codeOf(eight, '92370911'), `张三特色小吃店${index}`] as const);
    expect(await search(rows)).toEqual({
      suspects: [],
      counts: {
        kinds: { 'organization-code': 0, name: 0, 'near-code': 0, 'near-name': 0 },
        commonNames: 0,
        crowdedGroups: 0,
      },
    });
  });
});

describe('names of a city and of its counties', () => {
  const [daiyue, taishan, city] = ['91370911', '91370902', '91370900'];

  test.each([
    ['both name the county', daiyue, '岱岳区鑫源商贸有限公司', daiyue, '泰安市岱岳区鑫原商贸有限公司', 1],
    ['one names it', daiyue, '泰安市岱岳区鑫源商贸有限公司', daiyue, '泰安鑫原商贸有限公司', 1],
    ['neither names one', daiyue, '泰安鑫源商贸有限公司', taishan, '泰安鑫原商贸有限公司', 1],
    ['one with the city', daiyue, '鑫源商贸有限公司', city, '泰安鑫原商贸有限公司', 1],
    ['each names its own', daiyue, '岱岳区鑫源商贸有限公司', taishan, '泰山区鑫原商贸有限公司', 0],
    ['one names another than it is of', daiyue, '岱岳区鑫源商贸有限公司', taishan, '泰安鑫原商贸有限公司', 0],
  ])('%s', async (_, leftHead, left, rightHead, right, count) => {
    const rows = [[codeOf('60003734', leftHead), left] as const, [codeOf('72038551', rightHead), right] as const];
    const { suspects } = await search(rows);
    expect(suspects.map(({ kind }) => kind)).toEqual(Array(count).fill('near-name'));
  });
});

/** Records of few words, so that many are suspect of one another in every way; some repeat, some have a wrong code. */
const crowd = fc.array(
  fc.record({
    head: fc.constantFrom('91370911', '91370902', '91370900', '92370911'),
    entity: fc.nat(30),
    place: fc.constantFrom('', '泰安', '泰安市', '岱岳区', '山东省泰安市岱岳区'),
    brand: fc.constantFrom('鑫源商贸开发', '信源商贸开发', '鑫源商资开发', '鑫源(商贸)开发', '鑫源商贸开发1', '隆达'),
    form: fc.constantFrom('有限公司', '有限责任公司', '店', '分公司'),
    wrong: fc.boolean(),
  }),
  { minLength: 2, maxLength: 120 },
);

test('ranges and memory of any size find the same, in the same order', async () => {
  await fc.assert(
    fc.asyncProperty(
      crowd,
      fc.integer({ min: 64, max: 4000 }),
      fc.integer({ min: 0, max: 1 << 16 }),
      async (records, width, memory) => {
        const rows = records.map(({ head, entity, place, brand, form, wrong }): [string, string] => {
          const code = codeOf(String(60003734 + entity * 7), head);
          return [
            wrong && entity % 5 === 0 ? code.slice(0, 17) + (code.endsWith('0') ? '1' : '0') : code,
            place + brand + form,
          ];
        });
        const whole = await search(rows);
        expect(await search(rows, width, memory)).toEqual(whole);
        const order = whole.suspects.map(({ confidence, records: [first] }) => [-confidence, first?.row ?? 0] as const);
        expect(order).toEqual(order.toSorted(([a, b], [c, d]) => a - c || b - d));
      },
    ),
    { numRuns: 60 },
  );
});
