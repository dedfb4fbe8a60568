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
import type { Input } from '../../src/tables/input.ts';
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
    ['place and authority known', { regions, prior: { place: '3709', authority: '9' } }],
  ];
  test('it is the same when it is asked again, and another in another context or for another issue', () => {
    const wrong = 'A9440205MAU5YHM830';
    const [, , shares, place] = contexts.map(([, context]) => context) as [
      unknown,
      unknown,
      RepairContext,
      RepairContext,
    ];
    const issue = decide(wrong, wrong).issues[0] ?? null;
    const elsewhere: RepairContext = { regions, prior: { place: '4403', authority: '5' } };
    const expected = [shares, place, elsewhere].map((context) => suggestRepair(wrong, issue, { ...context }));
    for (let turn = 0; turn < 3; turn++) {
      for (const [index, context] of [shares, place, elsewhere].entries()) {
        expect(suggestRepair(wrong, issue, context)).toBe(expected[index]);
        expect(suggestRepair(wrong, issue, context)).toBe(expected[index]);
        expect(suggestRepair(wrong, { code: 'identity-number' }, context)).toBeNull();
      }
    }
    expect(new Set(expected).size).toBeGreaterThan(1);
  });

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

async function sample(inputs: Input[]) {
  const platform = createPlatform();
  const { plans } = await planFiles(inputs, {}, platform);
  return samplePrior(plans, platform.pool);
}

/** The same codes as an engine's table, none of which has to be read here. */
function staying(codes: string[]): Input {
  const byHead = new Map<string, number>();
  for (const code of codes) byHead.set(code.slice(0, 8), (byHead.get(code.slice(0, 8)) ?? 0) + 1);
  const rest = { records: codes.length, byHead, byUnit: new Map(), writing: new Map() };
  return {
    ...inputOf(''),
    table: { header: ['', 'code', ''], engine: { rest, keyOf: () => null } },
    reading: { codeColumn: 2 },
  };
}

describe('what nearly all codes have in common', () => {
  const country = regionCodes().map((region): [string, number] => [region, 1]);
  const cases: [string, [string, number][], number, string | undefined][] = [
    ['a county', [['370911', 0.9], ...listPlaces('3701', 0.1)], 1000, '370911'],
    ['a city, small enough to be read whole', [...listPlaces('3709', 0.9), ['510107', 0.1]], 1000, '3709'],
    ['a city, sorted by region and read in samples', [...listPlaces('3709', 0.9), ['510107', 0.1]], 60_000, '3709'],
    ['a province', [...listPlaces('37', 0.95), ['510107', 0.05]], 40_000, '37'],
    ['two cities of two provinces', [...listPlaces('3709', 0.5), ...listPlaces('5101', 0.5)], 30_000, undefined],
    ['the country', country, 10, undefined],
  ];
  test.each(cases)('%s: the same of a file and of an engine', { timeout: 30_000 }, async (_, places, count, place) => {
    const { text, codes } = makeExport(places, count, 2);
    const expected = { place, authority: '9' };
    expect(await sample([inputOf(text)])).toEqual(expected);
    expect(await sample([staying(codes)])).toEqual(expected);
    const half = text.indexOf('\n', text.length / 2) + 1;
    const second = `企业名称,统一社会信用代码\n${text.slice(half)}`;
    expect(await sample([inputOf(text.slice(0, half)), inputOf(second)])).toEqual(expected);
  });

  test('several authorities have none in common, and few codes tell nothing', async () => {
    const nine = makeExport([['370911', 1]], 300, 5);
    const mixed = nine.codes.map((code, at) => (at % 2 === 0 ? code : generate({ authority: '5', region: '370911' })));
    expect(await sample([staying(mixed)])).toEqual({ place: '370911', authority: undefined });
    expect(await sample([staying(nine.codes.slice(0, 150))])).toBeNull();
  });
});

/** The regions in use that begin so, as exports have them: with equal shares. */
function listPlaces(beginning: string, share: number): [string, number][] {
  const places = regionCodes().filter((region) => region.startsWith(beginning));
  return places.map((region) => [region, share / places.length]);
}

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

test('a suggestion weighs places by the file, however it is cut', async () => {
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
