import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { countTraits, createTraits } from '../../src/check/causes/traits.ts';
import { listUnitTraits, readUnitTraits, traitCount } from '../../src/check/causes/unit-traits.ts';
import { createWritingCounts, writingFaults } from '../../src/check/causes/writing-faults.ts';
import { check } from '../../src/check/check.ts';
import { checkByReference } from '../../src/check/check-by-reference.ts';
import { marksOf } from '../../src/check/marks.ts';
import type { CheckOptions } from '../../src/check/options.ts';
import type { Cause } from '../../src/check/report.ts';
import { judge } from '../../src/code/cell/judge.ts';
import { causeMessagesFor } from '../../src/messages/cause/index.ts';
import { makeEncoder } from '../../src/write/encoder.ts';
import { checkCharacterByStandard, organizationCheckByStandard, sumOfCode } from '../code/by-standard.ts';
import { createPlatform, inputOf } from '../engine/platform.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const platform = createPlatform(4096);

/** The causes that both scanners find, with and without findings. */
async function findCauses(texts: (string | Uint8Array)[], options: CheckOptions = {}): Promise<Cause[]> {
  const inputs = texts.map((text, index) => inputOf(text, `${index + 1}.csv`));
  const { causes } = await check(inputs, options, platform);
  expect((await check(inputs, { ...options, findings: 'all', notes: true }, platform)).causes).toEqual(causes);
  expect((await checkByReference(inputs, options, platform)).causes).toEqual(causes);
  return causes;
}

function table(codes: string[], name = (index: number) => `单位${index}`): string {
  return `统一社会信用代码,企业名称\n${codes.map((code, index) => `${code},${name(index)}\n`).join('')}`;
}

function body(region: string, number: number): string {
  const stem = `MA${String(number).padStart(6, '0')}`;
  return `91${region}${stem}${organizationCheckByStandard(stem)}`;
}

const right = (region: string, number: number): string => {
  const first17 = body(region, number);
  return first17 + checkCharacterByStandard(first17);
};
/** The check character before it is subtracted from 31. */
const complement = (region: string, number: number): string => {
  const first17 = body(region, number);
  return first17 + alphabet.charAt(Number(sumOfCode(`${first17}0`) % 31n));
};
/** A wrong check character that is something else. */
const wrong = (region: string, number: number): string => {
  const codes = [right(region, number).slice(-1), complement(region, number).slice(-1)];
  return body(region, number) + [...alphabet].find((character) => !codes.includes(character));
};
/** An organization code that breaks GB 11714 under a check character that fits. */
const selfMade = (region: string, number: number): string => {
  const first16 = body(region, number).slice(0, 16);
  const check = organizationCheckByStandard(first16.slice(8));
  const first17 = first16 + (check === '5' ? '6' : '5');
  return first17 + checkCharacterByStandard(first17);
};
const many = (count: number, make: (number: number) => string): string[] =>
  Array.from({ length: count }, (_, number) => make(number));
const ofForm = (detail: string) => ({ code: 'format' as const, detail });
const brief = ({ code, count, total, places }: Cause) => [code, count, total, places.map((place) => place.value)];

describe('complement check characters', () => {
  test('of one city among others', async () => {
    const causes = await findCauses([
      table([
        ...many(200, (n) => right(n % 2 === 0 ? '370902' : '110101', n)),
        ...many(4, (n) => complement('510107', 1000 + n)),
        ...many(4, (n) => complement('510105', 2000 + n)),
        ...many(2, (n) => complement('370902', 3000 + n)),
        ...many(3, (n) => wrong('370902', 4000 + n)),
      ]),
    ]);
    expect(causes.map(brief)).toEqual([['complement', 10, 13, ['510100']]]);
    expect(causes[0]?.scope).toEqual({ kind: 'region', value: '510100', name: '四川省成都市', count: 8 });
    expect(causes[0]?.message).toContain('四川省成都市');
  });

  test('four are chance; under half of the check failures is no cause', async () => {
    expect(await findCauses([table(many(4, (n) => complement('370902', n)))])).toEqual([]);
    const mixed = [...many(5, (n) => complement('370902', n)), ...many(6, (n) => wrong('370902', 100 + n))];
    expect(await findCauses([table(mixed)])).toEqual([]);
    expect((await findCauses([table(mixed.slice(0, -1))])).map(brief)).toEqual([['complement', 5, 10, []]]);
  });

  test('a registry of one city is not told its name', async () => {
    const codes = [...many(50, (n) => right('370902', n)), ...many(9, (n) => complement('370902', 100 + n))];
    expect((await findCauses([table(codes)])).map(brief)).toEqual([['complement', 9, 9, []]]);
  });

  test.each(['370983', '310115'])(
    'of county %s in a registry of its city alone, where other counties have other errors',
    async (county) => {
      const other = `${county.slice(0, 4)}04`;
      const codes = [
        ...many(60, (n) => right(county, n)),
        ...many(300, (n) => right(other, 100 + n)),
        ...many(24, (n) => complement(county, 1000 + n))
          .filter((code, n) => code !== right(county, 1000 + n))
          .slice(0, 12),
        ...many(20, (n) => wrong(other, 2000 + n)),
      ];
      const [cause, ...others] = await findCauses([table(codes)]);
      expect(cause && brief(cause)).toEqual(['complement', 12, 12, [county]]);
      expect(cause?.scope?.kind).toBe('region');
      expect(others).toEqual([]);
    },
  );

  test('of one of many counties, by chance, is not', async () => {
    // Of the six wrong codes of each county two are complement ones; in one county five, which 40 counties have by chance.
    const codes = many(40, String).flatMap((county) =>
      many(6, (n) => {
        const region = `3709${String(Number(county) + 10)}`;
        return n < (county === '7' ? 5 : 2) ? complement(region, n) : wrong(region, 100 + n);
      }),
    );
    expect(await findCauses([table([...codes, ...codes.map((_, n) => right('370902', 5000 + n))])])).toEqual([]);
  });

  test.each([
    [3, [['complement', 44, 86, ['370910']]]],
    [40, []],
  ])('of one of %i counties: the more there are, the rarer it has to be', async (counties, expected) => {
    // Chance gives 44 complement ones where 20 are usual once in 44,000 counties: rare enough (1 in 10,000) among three, not among 40.
    const codes = many(counties, String).flatMap((county) =>
      many(86, (n) => {
        const region = `3709${String(Number(county) + 10)}`;
        return n < (county === '0' ? 44 : 20) ? complement(region, n) : wrong(region, 100 + n);
      }),
    );
    expect((await findCauses([table(codes)])).map(brief)).toEqual(expected);
  });
});

test('home-made organization codes of some cities, where others have other errors', async () => {
  const causes = await findCauses([
    table([
      ...many(9, (n) => selfMade('410100', n)),
      ...many(6, (n) => selfMade('310115', 100 + n)),
      ...many(20, (n) => wrong('370902', 200 + n)),
    ]),
  ]);
  expect(causes.map(brief)).toEqual([['organization-check', 15, 15, ['410100', '310000']]]);
});

test('one file of several: rounded digits, small letters, no codes, cut codes, letter O, ID numbers', async () => {
  const good = table(many(60, (n) => right('370902', n)));
  const letters = (n: number) => right('370902', 9000 + n).replace('MA0', 'MAO');
  const causes = await findCauses([
    good,
    table(many(6, (n) => `91370902100${String(n).padStart(4, '0')}000`)),
    table(many(60, (n) => right('370902', 500 + n).toLowerCase())),
    table([...many(20, () => ''), ...many(10, (n) => right('370902', 700 + n))]),
    table(many(7, (n) => right('370902', 800 + n).slice(0, 17))),
    table(many(8, letters)),
  ]);
  const byCode = new Map(causes.map((cause) => [cause.code, cause]));
  expect(byCode.get('rounded')).toMatchObject({ count: 6, scope: { kind: 'file', value: '2.csv' } });
  expect(byCode.get('format')).toMatchObject({ count: 60, total: 60, scope: { kind: 'file', value: '3.csv' } });
  expect(byCode.get('missing')).toMatchObject({ count: 20, total: 30, scope: { kind: 'file', value: '4.csv' } });
  expect(byCode.get('cut')).toMatchObject({ count: 7, scope: { kind: 'file', value: '5.csv' } });
  expect(byCode.get('cut')?.message).toContain('17 位');
  expect(byCode.get('stranger')).toMatchObject({ count: 8, scope: { kind: 'file', value: '6.csv' } });
  expect(byCode.get('stranger')?.message).toContain('“O”');
  expect(causes.at(-1)?.code).toBe('format');
});

test('records reported twice, and older numbers', async () => {
  const codes = many(6, (n) => right('370902', n));
  const causes = await findCauses([
    table([...codes, ...codes, ...many(5, (n) => `37090200000${n}`)], (n) => `${n % 6}`),
  ]);
  expect(causes.map(brief)).toEqual([
    ['repeated', 6, 6, []],
    ['cut', 5, 5, []],
  ]);
  const legacy = await findCauses([table([...codes, ...many(5, (n) => `370902000000${n}`)])]);
  expect(legacy.map(brief)).toEqual([['legacy', 5, 5, []]]);
});

test('a unit of several: its older numbers, and its missing codes', async () => {
  const rows = [
    ...many(60, (n) => `${right('370902', n)},甲${n},民政局`),
    ...many(8, (n) => `370902000000${n},乙${n},市监局`),
    ...many(9, (n) => `,丙${n},编办`),
    ...many(2, (n) => `${right('370902', 100 + n)},丁${n},编办`),
  ];
  const causes = await findCauses([`统一社会信用代码,企业名称,登记机关\n${rows.join('\n')}\n`], {
    unitColumn: '登记机关',
  });
  expect(causes.map(({ code, count, total, scope }) => [code, count, total, scope?.kind, scope?.value])).toEqual([
    ['missing', 9, 11, 'unit', '编办'],
    ['legacy', 8, 8, 'unit', '市监局'],
  ]);
});

describe('ways of writing', () => {
  const wide = (code: string): string =>
    code.replace(/[0-9A-Z]/gi, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
  const ways = {
    小写字母: (code: string) => code.toLowerCase(),
    全角字符: wide,
    空格或不可见字符: (code: string) => `${code}\u3000`,
    横线: (code: string) => `${code.slice(0, 8)}-${code.slice(8)}`,
    '引号、括号或标点': (code: string) => `'${code}`,
  };
  const cases = Object.entries(ways);

  test.each(cases)('%s alone are told from others', async (word, write) => {
    const causes = await findCauses([table(many(9, (n) => (n < 6 ? write(right('370902', n)) : right('370902', n))))]);
    expect(causes.map(brief)).toEqual([['format', 6, 9, []]]);
    expect(causes[0]?.message).toContain(word);
    for (const [other] of cases) if (other !== word) expect(causes[0]?.message).not.toContain(other);
    // What the kernel judges by itself beside codes, and what only the decision table knows.
    const others = table([...many(6, (n) => write(`370902A0000000${n}`)), ...many(6, (n) => write(`1${n}X`))]);
    expect((await findCauses([others])).at(-1)?.message).toContain(word);
  });

  test('two ways at once, or some of each, are told together', async () => {
    const both = await findCauses([table(many(8, (n) => ` ${right('370902', n).toLowerCase()}`))]);
    const some = await findCauses([
      table(
        many(12, (n) => cases[n % 4]?.[1](right('370902', n)) ?? '').concat(many(4, (n) => right('370902', 50 + n))),
      ),
    ]);
    expect(both.map(brief)).toEqual([['format', 8, 8, []]]);
    expect(some.map(brief)).toEqual([['format', 12, 16, []]]);
    for (const [cause] of [both, some]) expect(cause?.message).toContain('小写、全角、空格、横线等');
  });

  test('full-width small letters behind a space, in GB18030 too', async () => {
    const cells = many(7, (n) => wide(right('370902', n).toLowerCase()));
    const text = table(cells);
    expect((await findCauses([text]))[0]?.message).toContain('写法不规范（小写、全角');
    const bytes = makeEncoder('gb18030')(new TextEncoder().encode(text));
    expect((await findCauses([bytes], { encoding: 'gb18030' })).map(brief)).toEqual([['format', 7, 7, []]]);
  });
});

describe('a unit among others', () => {
  const header = '统一社会信用代码,企业名称,登记机关';
  const unitTable = (rows: [code: string, unit: string][]): string =>
    `${header}\n${rows.map(([code, unit], index) => `${code},单位${index},${unit}`).join('\n')}\n`;
  const clean = (count: number, unit: string, from: number): [string, string][] =>
    many(count, (n) => right('370902', from + n)).map((code) => [code, unit]);
  const find = async (rows: [string, string][]) => {
    const causes = await findCauses([unitTable(rows)], { unitColumn: '登记机关' });
    return causes.map(({ code, count, total, scope }) => [code, count, total, scope?.kind, scope?.value, scope?.count]);
  };
  const of = (unit: string, codes: string[]): [string, string][] => codes.map((code) => [code, unit]);

  test('whose program does not subtract: named before its city', async () => {
    const rows = [
      ...clean(80, '甲局', 0),
      ...of(
        '乙局',
        many(9, (n) => complement('510107', 1000 + n)),
      ),
      ...of(
        '甲局',
        many(2, (n) => complement('510105', 2000 + n)),
      ),
    ];
    expect(await find(rows)).toEqual([['complement', 11, 11, 'unit', '乙局', 9]]);
  });

  test('that exported codes as numbers, wrote small letters, or the letter O', async () => {
    const rounded = many(6, (n) => `91370902100${String(n).padStart(4, '0')}000`);
    expect(await find([...clean(60, '甲局', 0), ...of('乙局', rounded)])).toEqual([
      ['rounded', 6, 6, 'unit', '乙局', 6],
    ]);
    const small = many(20, (n) => right('370902', 300 + n).toLowerCase());
    expect(await find([...clean(60, '甲局', 0), ...of('乙局', small)])).toEqual([
      ['format', 20, 20, 'unit', '乙局', 20],
    ]);
    const smallAndWrong = many(20, (n) => wrong('370902', 300 + n).toLowerCase());
    expect(await find([...clean(60, '甲局', 0), ...of('乙局', smallAndWrong)])).toEqual([
      ['format', 20, 20, 'unit', '乙局', 20],
    ]);
    const letters = many(8, (n) => right('370902', 400 + n).replace('MA0', 'MAO'));
    expect(await find([...clean(60, '甲局', 0), ...of('乙局', letters)])).toEqual([
      ['stranger', 8, 8, 'unit', '乙局', 8],
    ]);
    const cut = many(7, (n) => right('370902', 500 + n).slice(0, 17));
    expect(await find([...clean(60, '甲局', 0), ...of('乙局', cut)])).toEqual([['cut', 7, 7, 'unit', '乙局', 7]]);
  });

  test('where others have other errors of the kind', async () => {
    const rows = [
      ...clean(300, '甲局', 0),
      ...of(
        '甲局',
        many(30, (n) => wrong('370902', 1000 + n)),
      ),
      ...clean(20, '乙局', 2000),
      ...of(
        '乙局',
        many(9, (n) => complement('370902', 3000 + n)),
      ),
    ];
    expect(await find(rows)).toEqual([['complement', 9, 9, 'unit', '乙局', 9]]);
  });

  test('that has no more than its share is not named', async () => {
    const half = (unit: string, from: number): [string, string][] => [
      ...clean(40, unit, from),
      ...of(
        unit,
        many(6, (n) => complement('370902', from + 100 + n)),
      ),
    ];
    expect(await find([...half('甲局', 0), ...half('乙局', 1000)])).toEqual([
      ['complement', 12, 12, undefined, undefined, undefined],
    ]);
  });

  test('shows the same signs as its records do in all', () => {
    const cells = [
      ...[complement('370902', 1), wrong('370902', 2), selfMade('370902', 3), '913709021000001000', '9.1E+17'],
      ...[...'OISVZ*?#'].map((letter) => right('370902', 4).replace('MA0', `MA${letter}`)),
      ...[1, 5, 17, 19, 39, 40, 99].map((length) => 'A'.repeat(length)),
      '11010519491231002X',
    ];
    const signs = createTraits();
    const counts = new Float64Array(traitCount);
    for (const cell of cells) {
      const marks = marksOf(judge(cell));
      countTraits(signs, marks.sign);
      listUnitTraits(marks, (sign) => {
        expect(sign).toBeLessThan(traitCount);
        counts[sign] = (counts[sign] ?? 0) + 1;
      });
    }
    const read = readUnitTraits(counts, createWritingCounts());
    expect(read.traits.foreignCharacters).toEqual(signs.foreignCharacters);
    expect(read.traits.lengths).toEqual(signs.lengths);
    expect(read.codes).toMatchObject({ checkDigit: 3, complement: 1, rounded: 1, organization: 1 });
    expect(read.issues).toMatchObject({ 'spreadsheet-notation': 1, 'identity-number': 1, charset: 8, length: 7 });
  });

  test('of many, by chance, is not named', async () => {
    // Of the six strange letters of each unit, two are O; in one unit five, which two times the square root would not tell.
    const write = (n: number, letter: string) => right('370902', n).replace('MA0', `MA${letter}`);
    const rows = many(40, String).flatMap((unit) =>
      of(
        `${unit}局`,
        many(6, (n) => write(Number(unit) * 100 + n, n < (unit === '7' ? 5 : 2) ? 'O' : 'ISVZ'.charAt(n % 4))),
      ),
    );
    expect(await find(rows)).toEqual([]);
    const alone = rows.map(([code, unit]): [string, string] => [unit === '7局' ? code : code.replace('O', 'Z'), unit]);
    expect((await find(alone)).map(([code, , , , unit]) => [code, unit])).toContainEqual(['stranger', '7局']);
  });
});

test('a place that has all of them is said to; names in Latin letters stand apart', () => {
  const facts = { count: 9, total: 12, detail: '', isLocal: false };
  const say = (lang: 'zh' | 'en', name: string, count: number) =>
    causeMessagesFor(lang).describe('rounded', { ...facts, places: [{ name, count }] });
  expect(say('zh', '甲局', 9)).toContain('，都在甲局。');
  expect(say('zh', 'b.csv', 9)).toContain('，都在 b.csv。');
  expect(say('zh', 'b.csv', 8)).toContain('，b.csv 最集中，有 8 个。');
  expect(say('en', 'b.csv', 9)).toContain(', all of them in b.csv.');
  expect(say('en', 'b.csv', 8)).toContain(', 8 in b.csv.');
  const older = causeMessagesFor('zh').describe('legacy', { ...facts, detail: 'taxpayer-number', places: [] });
  expect(older).toContain('多数是 15 位纳税人识别号。');
});

test('every cause is told in both languages: what is seen, with the count, and what to do', () => {
  for (const lang of ['zh', 'en'] as const) {
    const messages = causeMessagesFor(lang);
    const codes = Object.keys(messages.names) as Cause['code'][];
    const kinds = [...codes.map((code) => ({ code, detail: 'O' })), ...writingFaults.map(ofForm)];
    for (const { code, detail } of kinds) {
      for (const places of [[], [{ name: '泰安市', count: 1234 }]]) {
        const text = messages.describe(code, { count: 1234, total: 5678, detail, places, isLocal: false });
        expect(text).toContain('1,234');
        // Older numbers are told without a share: they are all of those that could be.
        if (code !== 'legacy') expect(text).toContain('5,678');
        if (code !== 'legacy') expect(text).toContain('21.7%');
        expect(text.includes('泰安市')).toBe(places.length > 0);
        expect(text).toMatch(lang === 'zh' ? /多半.*请/ : /[Pp]robably.* (Ask|Compare|Enter|Export|Have|Keep|Look) /);
      }
    }
  }
});

const sample = new URL('../../../shared/data/real-registry-sample.csv', import.meta.url);
const isHere = existsSync(sample);
if (!isHere) process.stdout.write('real-registry-sample.csv is not here: its causes are not looked for\n');

test.skipIf(!isHere)('real registrations: the complement pattern, and the city of most', async () => {
  const { causes } = await check([inputOf(readFileSync(sample), 'sample.csv')], {}, platform);
  expect(causes[0]).toMatchObject({ code: 'complement', count: 88, total: 100 });
  expect(causes[0]?.scope).toMatchObject({ kind: 'region', value: '510100', name: '四川省成都市' });
});
