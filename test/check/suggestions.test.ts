import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import type { DuplicateRecord, Finding } from '../../src/check/findings/finding.ts';
import { samplePrior } from '../../src/check/findings/sample-prior.ts';
import type { CheckOptions } from '../../src/check/options.ts';
import { decide } from '../../src/code/cell/decide.ts';
import { seededRandom } from '../../src/code/random.ts';
import { planFiles } from '../../src/engine/plan/plan-files.ts';
import { createPrior, generate, normalize, type RepairContext, repair } from '../../src/index.ts';
import { regionCodes, regions } from '../../src/regions/index.ts';
import { suggestRepair } from '../../src/repair/suggest-repair.ts';
import { sourceOfBytes } from '../../src/tables/byte-source.ts';
import { createPlatform } from '../engine/platform.ts';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ中-';
const taian = createPrior({
  regions: [
    ['370911', 70],
    ['370902', 30],
  ],
  authorities: [['9', 100]],
});

function damage(code: string, random: () => number): string {
  const at = Math.floor(random() * 19);
  const other = alphabet.charAt(Math.floor(random() * alphabet.length));
  const kind = Math.floor(random() * 4);
  if (kind === 0) return code.slice(0, at) + code.slice(at + 1);
  if (kind === 1) return code.slice(0, at) + other + code.slice(at);
  if (kind === 2) return `${code.slice(0, 15)}000`;
  return code.slice(0, at) + other + code.slice(at + 1);
}

describe('a list has room for one suggestion', () => {
  const contexts: [string, RepairContext][] = [
    ['nothing known', {}],
    ['regions known', { regions }],
    ['shares known', { regions, prior: taian }],
  ];
  test.each(contexts)('it is the first of all, or none where that is below one in twenty: %s', (_, context) => {
    const random = seededRandom(4);
    const inUse = [...regionCodes(), '370911'];
    let count = 0;
    let withheld = 0;
    while (count < 4000) {
      const damaged = damage(generate({ random, region: inUse }), random);
      // A second wrong character in half of them, so that there are some that nothing explains.
      const text = normalize(count % 2 === 0 ? damaged : damage(damaged, random));
      const { partition, issues } = decide(text, text);
      if (partition !== 'erroneous') continue;
      count++;
      const [best] = repair(text, context);
      const suggestion = suggestRepair(text, issues[0] ?? null, context);
      if (suggestion !== null) expect(suggestion, text).toBe(best?.value);
      else expect(best?.score ?? 0, text).toBeLessThan(0.05);
      if (suggestion === null && best !== undefined) withheld++;
    }
    expect(withheld).toBeGreaterThan(10);
  });
});

function inputOf(text: string) {
  const source = sourceOfBytes(new TextEncoder().encode(text));
  return { path: 'a.csv', source, reference: source };
}

function makeExport(places: [string, number][], count: number, seed: number): { text: string; codes: string[] } {
  const random = seededRandom(seed);
  const codes: string[] = [];
  for (const [region, share] of places) {
    for (let made = 0; made < count * share; made++) codes.push(generate({ random, region, authority: '9' }));
  }
  // Sorted by region, as exports are: the sample has to be from everywhere.
  const text = `企业名称,统一社会信用代码\n${codes.map((code, row) => `甲公司${row},${code}\n`).join('')}`;
  return { text, codes };
}

async function sample(texts: string[]) {
  const platform = createPlatform();
  const { plans } = await planFiles(
    texts.map((text) => inputOf(text)),
    {},
    platform,
  );
  return samplePrior(plans, platform.pool);
}

describe('shares of regions and authorities, by a sample', () => {
  test('a small file is read whole: its shares are exact', async () => {
    const prior = await sample([
      makeExport(
        [
          ['370911', 0.5],
          ['370902', 0.25],
          ['370921', 0.25],
        ],
        1000,
        1,
      ).text,
    ]);
    expect(prior?.regions).toEqual(
      new Map([
        ['370911', 0.5],
        ['370902', 0.25],
        ['370921', 0.25],
      ]),
    );
    expect(prior?.authorities).toEqual(new Map([['9', 1]]));
  });

  test('a large one sorted by region is sampled from all over, and several as one', async () => {
    const places: [string, number][] = [
      ['370911', 0.6],
      ['370902', 0.3],
      ['510107', 0.1],
    ];
    const { text } = makeExport(places, 60_000, 2);
    const [first, second] = [
      makeExport([['370911', 1]], 36_000, 3),
      makeExport(
        [
          ['370902', 0.75],
          ['510107', 0.25],
        ],
        24_000,
        4,
      ),
    ];
    for (const texts of [[text], [first.text, second.text]]) {
      const prior = await sample(texts);
      for (const [region, share] of places)
        expect(Math.abs((prior?.regions?.get(region) ?? 0) - share)).toBeLessThan(0.1);
    }
  });

  test('too few codes, or too many regions for them, tell nothing', async () => {
    expect(await sample([makeExport([['370911', 1]], 150, 5).text])).toBeNull();
    const country = regionCodes().map((region): [string, number] => [region, 1]);
    expect(await sample([makeExport(country, 3, 6).text])).toBeNull();
  });
});

async function run(text: string, options: CheckOptions, rangeBytes?: number) {
  const findings: Finding[] = [];
  const duplicates: DuplicateRecord[] = [];
  await check(
    [inputOf(text)],
    {
      findings: 'all',
      ...options,
      onFindings: (batch) => void findings.push(...batch),
      onDuplicates: (batch) => void duplicates.push(...batch),
    },
    createPlatform(rangeBytes),
  );
  return { findings, duplicates };
}

test('a suggestion weighs regions by the file, however it is cut', async () => {
  // A wrong character for which a code of another region is the likelier, but for the neighbours.
  const random = seededRandom(8);
  let [here, wrong, there] = ['', '', ''];
  while (there === '') {
    here = generate({ random, region: '370911', authority: '9' });
    wrong = damage(here, random);
    const values = repair(wrong, { regions }).map(({ value }) => value);
    const [best = ''] = values;
    if (best.slice(2, 8) !== '370911' && values.includes(here)) there = best;
  }
  const { text } = makeExport([['370911', 1]], 1000, 9);
  const suggest = async (before: string, rangeBytes?: number) =>
    (await run(`${before}乙公司,${wrong}\n`, {}, rangeBytes)).findings[0]?.suggestion;
  expect(await suggest('企业名称,统一社会信用代码\n')).toBe(there);
  for (const rangeBytes of [undefined, 64, 5000]) expect(await suggest(text, rangeBytes)).toBe(here);
});

test('of each kind only so many duplicates are handed over as are wanted: the first', async () => {
  const { codes } = makeExport([['370911', 1]], 60, 10);
  const rows = codes.flatMap((code, index) => [`甲公司,${code}`, `${index % 3 === 0 ? '乙' : '甲'}公司,${code}`]);
  const text = `企业名称,统一社会信用代码\n${rows.join('\n')}\n`;
  const all = (await run(text, {})).duplicates;
  const few = (await run(text, { duplicateGroups: 7 })).duplicates;
  const conflicting = all.filter(({ kind }) => kind === 'conflicting').slice(0, 14);
  const repeated = all.filter(({ kind }) => kind === 'repeated').slice(0, 14);
  expect(few).toEqual([...conflicting, ...repeated].toSorted((a, b) => a.row - b.row));
  expect((await run(text, { duplicateGroups: 0 })).duplicates).toEqual([]);
});
