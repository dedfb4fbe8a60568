import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessReport } from '../../src/check/assess/assess-report.ts';
import { parseAssessments } from '../../src/check/assess/assessment-file.ts';
import { type AssessmentRule, BUILT_IN_ASSESSMENTS } from '../../src/check/assess/assessments.ts';
import { parsePoints, toNumber } from '../../src/check/assess/points.ts';
import type { AuthorityRow, GroupRow, UnitRow } from '../../src/check/report.ts';
import { UsccError } from '../../src/code/error.ts';
import { describeError } from '../../src/messages/refusal/index.ts';
import { showPoints } from '../../src/report/show-points.ts';

const rate = (numerator: number, denominator: number) => ({ numerator, denominator, value: numerator / denominator });

function row(problems: number, codes: number, erroneous = problems): GroupRow {
  const counts = { conforming: codes - erroneous, erroneous, unconverted: 0, missing: 0 };
  return { ...counts, records: codes, excess: problems - erroneous, problems, rate: problems / codes };
}

interface Given {
  literal: [number, number];
  erroneous?: number;
  authorities?: AuthorityRow[];
  units?: UnitRow[];
  own?: AssessmentRule[];
  chosen?: string[];
  lang?: 'zh' | 'en';
}

function run({ literal: [problems, codes], erroneous = problems, authorities, units, own, chosen, lang }: Given) {
  const literal = rate(problems, codes);
  const rates = {
    literal,
    assignment: literal,
    conflicting: literal,
    'all-duplicates': literal,
    erroneous: rate(erroneous, codes),
    'check-digit': literal,
    'with-unconverted': literal,
  };
  const rows = assessReport({
    rates,
    byAuthority: authorities ?? [{ authority: '9', ...row(problems, codes) }],
    ...(units === undefined ? {} : { byUnit: units }),
    own: own ?? [],
    chosen: chosen ?? [],
    voice: { lang: lang ?? 'zh', face: 'command' },
  });
  return new Map(rows.map((each) => [each.name, each]));
}

test('by unit: all that the units are beyond their target, though the whole is within it', () => {
  const [own] = parseAssessments('{"assessments":[{"name":"half","target":"50%","per":"unit"}]}');
  // Below half of 4 is 1 at most: two of the three must go.
  const units = [
    { unit: 'A', conversion: 1, ...row(3, 4) },
    { unit: 'B', conversion: 1, ...row(0, 100) },
  ];
  expect(run({ literal: [3, 104], units, own: own === undefined ? [] : [own] }).get('half')).toMatchObject({
    met: false,
    away: 2,
    units: [{ unit: 'A', problems: 3 }],
    message: expect.stringMatching(/有问题的 3 个，各单位分别计算，还须改正 2 个。只有 1 个单位要改：“A”有 3 个。$/),
  });
});

describe('the plans we know', () => {
  test.each([
    // below 0.01% of 30,000 is 2 at most; of 30,001 it is 3
    [[2, 30_000], true, 0],
    [[3, 30_000], false, 1],
    [[3, 30_001], true, 0],
    [[4, 30_001], false, 1],
    [[0, 0], false, 0],
  ] as const)('taian-2023: %j', ([problems, codes], met, away) => {
    expect(run({ literal: [problems, codes] }).get('taian-2023')).toMatchObject({ met, away, points: null });
  });

  test('zero-errors: duplicates do not count', () => {
    expect(run({ literal: [5, 100], erroneous: 0 }).get('zero-errors')).toMatchObject({ met: true, away: 0 });
    expect(run({ literal: [5, 100], erroneous: 1 }).get('zero-errors')).toMatchObject({ met: false, away: 1 });
  });

  test('chengwu-2022: 0.2 won or lost a month, and only indicative', () => {
    const good = run({ literal: [0, 100] }).get('chengwu-2022');
    expect(good).toMatchObject({ met: true, points: 0.2, mostPoints: 2.4, away: 0 });
    const bad = run({ literal: [1, 1_000_000] }).get('chengwu-2022');
    expect(bad).toMatchObject({ met: false, points: -0.2, away: 1 });
    expect(bad?.message).toContain('仅供参考');
    expect(run({ literal: [1, 100], lang: 'en' }).get('chengwu-2022')?.message).toContain('only indicative');
  });

  test.each([
    [0, null],
    [1, -0.5],
    [3, -1.5],
    [4, -2],
    [5, -2],
    [1_000_000, -2],
  ])('pingyin-2022: %i problem codes of one unit: %s', (problems, points) => {
    const units = [{ unit: '甲局', conversion: 1, ...row(problems, 2_000_000) }];
    const found = run({ literal: [problems, 2_000_000], units }).get('pingyin-2022');
    expect(found).toMatchObject({ met: problems === 0, points: points ?? 0, away: problems });
    expect(found?.units).toEqual(points === null ? [] : [{ unit: '甲局', name: null, problems, points }]);
    expect(found?.message).not.toContain('第 1 位');
  });

  test('pingyin-2022 without units: by authority, with what that does not say; what is nobody’s costs nobody', () => {
    const authorities = [
      { authority: '1', ...row(0, 10) },
      { authority: '5', ...row(1, 20) },
      { authority: '9', ...row(3, 70) },
      { authority: '?', ...row(7, 7) },
    ];
    const found = run({ literal: [11, 107], authorities }).get('pingyin-2022');
    expect(found).toMatchObject({ met: false, points: -1.5, away: 11 });
    expect(found?.units?.map(({ unit, points }) => [unit, points])).toEqual([
      ['?', -2],
      ['9', -1.5],
      ['5', -0.5],
    ]);
    if (found !== undefined) expect(showPoints(found, 'zh')).toBe('2 个单位，-0.5 至 -1.5（每单位上限 2）');
    expect(found?.message).toMatch(/2 个部门要改，共扣 2 分；最多的是 9 .*有 3 个，扣 1\.5 分。另有 7 个.*行政审批局/);
  });

  // 0.5 off for each problem code, at most 2 a unit: by hand.
  test.each([
    ['50 units of one', Array(50).fill(1), -0.5, 50, '50 个单位要改，每个单位 1 个，各扣 0.5 分', '50 个单位各 -0.5'],
    [
      '1, 2 and 10',
      [1, 2, 10],
      -2,
      13,
      '3 个单位要改，共扣 3.5 分；最多的是“2局”有 10 个，扣 2 分（已到上限）',
      '3 个单位，-0.5 至 -2',
    ],
    ['4 and 9', [4, 9], -2, 13, '2 个单位要改，各扣 2 分（已到上限）；最多的是“1局”有 9 个。', '2 个单位各 -2'],
    ['one of two', [0, 3], -1.5, 3, '只有 1 个单位要改：“1局”有 3 个，扣 1.5 分。', '1 个单位 -1.5'],
    ['none', [0, 0], 0, 0, '没有问题代码。', '0'],
  ] as const)('pingyin-2022, units with problems: %s', (_, problems, worst, away, text, shown) => {
    const units = problems.map((each: number, at: number) => ({ unit: `${at}局`, conversion: 1, ...row(each, 100) }));
    const found = run({ literal: [away, 100 * units.length], units }).get('pingyin-2022');
    expect(found).toMatchObject({ points: worst, away, met: away === 0 });
    expect(found?.message).toContain(text);
    if (found !== undefined) expect(showPoints(found, 'zh')).toMatch(new RegExp(`^${shown}(（每单位上限 2）)?$`));
  });

  test('without a single code there is nothing to win, to lose or to correct', () => {
    const units = [{ unit: '甲局', conversion: null, ...row(0, 0), rate: null }];
    for (const found of run({ literal: [0, 0], units }).values()) {
      expect(found).toMatchObject({ met: false, points: null, away: 0 });
      expect(found.message).toContain('无从评定');
      expect(found.message).not.toMatch(/扣 |得 /);
      expect(showPoints(found, 'zh')).toBe('–');
    }
  });

  test('every one has a title, a source and a text in both languages', () => {
    for (const lang of ['zh', 'en'] as const) {
      const rows = run({ literal: [3, 100], lang });
      expect([...rows.keys()]).toEqual(BUILT_IN_ASSESSMENTS.map(({ name }) => name));
      for (const { title, source, message } of rows.values()) {
        expect(title).not.toBe('');
        expect(source).toMatch(/202[23]/);
        expect(message).toMatch(lang === 'zh' ? /3 个，都?须改正/ : /must be corrected/);
      }
    }
  });
});

test('those that were named come first, in that order', () => {
  const rows = [...run({ literal: [0, 10], chosen: ['pingyin-2022', 'zero-errors', 'pingyin-2022'] }).values()];
  expect(rows.map(({ name, chosen }) => [name, chosen])).toEqual([
    ['pingyin-2022', true],
    ['zero-errors', true],
    ['taian-2023', false],
    ['chengwu-2022', false],
  ]);
  const { refusal } = catchError(() => run({ literal: [0, 10], chosen: ['taian-2022'] }));
  expect(refusal).toMatchObject({ kind: 'no-assessment', name: 'taian-2022', nearest: 'taian-2023' });
});
test('points are exact', () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999, max: 999_999 }), (thousandths) => {
      const text = (thousandths / 1000).toFixed(3);
      expect(parsePoints(text)).toBe(BigInt(thousandths));
      expect(String(toNumber(BigInt(thousandths)))).toBe(String(Number(text)));
    }),
  );
  for (const text of ['', '1.2345', '1e3', '.5', '--1', '0x1', '1,5', '1234567890'])
    expect(parsePoints(text)).toBeNull();
  // Three times 0.1 is 0.3, not 0.30000000000000004.
  const [own] = parseAssessments('[{"name":"a","target":0,"points":{"each":-0.1,"most":1}}]');
  expect(run({ literal: [3, 100], own: own === undefined ? [] : [own] }).get('a')?.points).toBe(-0.3);
});

describe('a file of one’s own', () => {
  test('every field, and what may be left out', () => {
    const json = JSON.stringify({
      assessments: [
        { name: '我县' },
        {
          name: 'county.b',
          title: '月度考核',
          source: { zh: '方案', en: 'plan' },
          caveat: '仅县级',
          definition: 'erroneous',
          target: '万分之一',
          per: 'unit',
          points: { each: '-0.25', most: 1 },
        },
        { name: 'c', target: 0, points: { met: 1, missed: -1, most: 12 } },
      ],
    });
    const rules = parseAssessments(`\ufeff${json}`);
    expect(rules[0]).toEqual({ name: '我县', definition: 'literal', target: '0.01%', per: 'all', points: null });
    const rows = run({ literal: [5, 10_000], erroneous: 5, own: rules, chosen: ['county.b'] });
    expect([...rows.keys()][0]).toBe('county.b');
    expect(rows.get('我县')).toMatchObject({ met: false, away: 5, title: '我县', source: '' });
    // 5 of 10,000 of authority 9: below 0.01% are 0 problems.
    expect(rows.get('county.b')).toMatchObject({ met: false, away: 5, title: '月度考核', source: '方案', points: -1 });
    expect(rows.get('county.b')?.message).toContain('仅县级');
    expect(rows.get('c')).toMatchObject({ points: -1, mostPoints: 12 });
  });

  test.each([
    ['{', /JSON/],
    ['{}', /assessments/],
    ['[]', /assessments/],
    ['[1]', /assessments\[0\]/],
    ['[{}]', /assessments\[0\]\.name/],
    ['[{"name":"a b"}]', /assessments\[0\]\.name/],
    ['[{"name":"taian-2023"}]', /assessments\[0\]\.name.*taian-2023/],
    ['[{"name":"a"},{"name":"a"}]', /assessments\[1\]\.name/],
    ['[{"name":"a","limit":1}]', /assessments\[0\]\.limit.*target/],
    ['[{"name":"a","title":1}]', /assessments\[0\]\.title/],
    ['[{"name":"a","target":"many"}]', /assessments\[0\]\.target.*many/],
    ['[{"name":"a","target":{}}]', /assessments\[0\]\.target/],
    ['[{"name":"a","definition":"all"}]', /assessments\[0\]\.definition.*literal/],
    ['[{"name":"a","per":"unit","definition":"conflicting"}]', /assessments\[0\]\.definition/],
    ['[{"name":"a","per":"city"}]', /assessments\[0\]\.per/],
    ['[{"name":"a","points":2}]', /assessments\[0\]\.points/],
    ['[{"name":"a","points":{"each":-1}}]', /assessments\[0\]\.points/],
    ['[{"name":"a","points":{"each":"x","most":2}}]', /assessments\[0\]\.points\.each/],
    ['[{"name":"a","points":{"each":-1,"most":0}}]', /assessments\[0\]\.points\.most/],
    ['[{"name":"a","points":{"met":1,"missed":-1.2345,"most":2}}]', /assessments\[0\]\.points\.missed/],
  ])('refuses %s', (json, message) => {
    const error = catchError(() => parseAssessments(json, 'own.json'));
    expect(error.code).toBe('input');
    for (const lang of ['zh', 'en'] as const) {
      const text = describeError(error, { lang, face: 'command' });
      expect(text).toMatch(message);
      expect(text).toMatch(/^own\.json[:：]/);
    }
  });
});

function catchError(work: () => unknown): UsccError {
  try {
    work();
  } catch (error) {
    if (error instanceof UsccError) return error;
  }
  throw new Error('nothing was refused');
}
