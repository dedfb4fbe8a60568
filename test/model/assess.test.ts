import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAssessments } from '../../src/check/assess/assessment-file.ts';
import { parseTarget } from '../../src/check/assess/target.ts';
import { check } from '../../src/check/check.ts';
import { createPlatform, inputOf } from '../engine/platform.ts';
import { seed, trials } from '../soak/trials.ts';
import { allowedOf, type Counted, countByDesign, type Share } from './count.ts';
import { cell, codes, name, rangeBytes, storage, storeTable } from './tables.ts';

/* Rates and assessments, by the whole and by unit or authority, worked out from the records themselves. */

interface Rule {
  name: string;
  definition: string;
  target: string;
  per: 'all' | 'unit';
  points: { each: string; most: string } | { met: string; missed: string; most: string } | null;
}

interface Row {
  name: string;
  chosen: boolean;
  met: boolean;
  points: number | null;
  mostPoints: number | null;
  away: number;
  units: { unit: string; problems: number; points: number | null }[] | null;
}

const header = ['企业名称', '统一社会信用代码', '登记机关'];
const builtIn: Rule[] = [
  { name: 'taian-2023', definition: 'literal', target: '0.01%', per: 'all', points: null },
  { name: 'zero-errors', definition: 'erroneous', target: '0', per: 'all', points: null },
  {
    name: 'chengwu-2022',
    definition: 'literal',
    target: '0',
    per: 'all',
    points: { met: '0.2', missed: '-0.2', most: '2.4' },
  },
  { name: 'pingyin-2022', definition: 'literal', target: '0', per: 'unit', points: { each: '-0.5', most: '2' } },
];

/** Points in thousandths, so that they are exact. */
const thousandths = (text: string): number => Math.round(Number(text) * 1000);

function pointsFor({ points }: Rule, isMet: boolean, problems: number): number | null {
  if (points === null) return null;
  if ('met' in points) return thousandths(isMet ? points.met : points.missed) / 1000;
  const most = thousandths(points.most);
  const all = thousandths(points.each) * problems;
  return (Math.max(-most, Math.min(most, all)) || 0) / 1000;
}

function assess(rule: Rule, chosen: boolean, records: Counted[], rates: Record<string, Share>, hasUnits: boolean): Row {
  const { numerator, denominator } = rates[rule.definition] ?? { numerator: null, denominator: 0 };
  const mostPoints = rule.points === null ? null : thousandths(rule.points.most) / 1000;
  const shared = { name: rule.name, chosen, mostPoints };
  const isNone = records.every(({ isCode }) => !isCode);
  if (rule.per === 'all') {
    const allowed = allowedOf(rule.target, denominator);
    const met = denominator > 0 && numerator !== null && numerator <= allowed;
    const points = denominator === 0 || numerator === null ? null : pointsFor(rule, met, numerator);
    return { ...shared, met, points, away: Math.max(0, (numerator ?? 0) - allowed), units: null };
  }
  const units = [...new Set(records.map(({ unit, authority }) => (hasUnits ? unit : authority)))].map((unit) => {
    const own = records.filter((one) => one.isCode && (hasUnits ? one.unit : one.authority) === unit);
    const isProblem = (one: Counted): boolean =>
      one.partition === 'erroneous' || (rule.definition === 'literal' && one.isExcess);
    const problems = own.filter(isProblem).length;
    const allowed = allowedOf(rule.target, own.length);
    return {
      unit,
      problems,
      away: Math.max(0, problems - allowed),
      points: pointsFor(rule, problems <= allowed, problems),
    };
  });
  const away = units.reduce((sum, each) => sum + each.away, 0);
  const missed = units.filter((each) => each.away > 0);
  const won = missed.filter(({ unit }) => unit !== '?').map(({ points }) => points ?? 0);
  return {
    ...shared,
    met: !isNone && away === 0,
    points: isNone || rule.points === null ? null : won.length === 0 ? pointsFor(rule, true, 0) : Math.min(...won),
    away,
    units: missed.map(({ unit, problems, points }) => ({ unit, problems, points })),
  };
}

const points = fc.constantFrom<Rule['points']>(
  null,
  { each: '-0.5', most: '2' },
  { each: '-0.125', most: '0.3' },
  { met: '0.2', missed: '-0.2', most: '2.4' },
  { met: '0', missed: '-1', most: '1' },
);
const target = fc.constantFrom('0', '0.01%', '5%', '12.5%', '0.5', '60%', '100%');
const definition = fc.constantFrom(
  'literal',
  'assignment',
  'conflicting',
  'all-duplicates',
  'erroneous',
  'check-digit',
  'with-unconverted',
);
const rule = fc.oneof(
  fc.record({ definition, target, per: fc.constant('all' as const), points }),
  fc.record({ definition: fc.constantFrom('literal', 'erroneous'), target, per: fc.constant('unit' as const), points }),
);
const code = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...codes.slice(0, 20)) }, { weight: 2, arbitrary: cell });
const namedRow = fc.tuple(
  fc.oneof(fc.constant('泰山石材开采中心'), name),
  code,
  fc.constantFrom('甲局', '乙局', '丙局', '丁局', ''),
);
const fullRow = fc.tuple(
  fc.constantFrom('泰山石材开采中心', '黄河路药房', '岱岳区图书馆'),
  code,
  fc.constantFrom('甲局', '乙局', ''),
);
const table = fc.oneof(
  fc.array(namedRow, { minLength: 1, maxLength: 30 }),
  fc.array(fullRow, { minLength: 1, maxLength: 60 }),
);

test('rates, the target and every assessment are what the records add up to', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(table, storage), { minLength: 1, maxLength: 3 }),
      fc.array(rule, { maxLength: 3 }),
      fc.record({ target, definition, hasUnits: fc.boolean(), picks: fc.array(fc.nat(6), { maxLength: 3 }) }),
      rangeBytes,
      async (tables, own, { target, definition, hasUnits, picks }, width) => {
        const ownRules: Rule[] = own.map((each, index) => ({ name: `own-${index}`, ...each }));
        const rules = [...builtIn, ...ownRules];
        const chosen = [...new Set(picks.map((pick) => rules[pick % rules.length]?.name ?? ''))];
        const report = await check(
          tables.map(([rows, how], index) => inputOf(storeTable(header, rows, how), `${index}.csv`)),
          {
            codeColumn: '统一社会信用代码',
            nameColumn: '企业名称',
            ...(hasUnits ? { unitColumn: '登记机关' } : {}),
            target: parseTarget(target),
            definition: definition as 'literal',
            assess: chosen,
            assessments: ownRules.length === 0 ? [] : parseAssessments(JSON.stringify({ assessments: ownRules })),
          },
          createPlatform(width),
        );
        const rows = tables.flatMap(([each]) => each.filter((row) => row.some((text) => text !== '')));
        const { records, rates } = countByDesign(rows);
        const wantsAssignments = [definition, ...ownRules.map((each) => each.definition)].includes('assignment');
        if (!wantsAssignments) rates.assignment = { numerator: null, denominator: report.rates.assignment.denominator };
        for (const [key, { numerator, denominator }] of Object.entries(rates)) {
          const value = numerator === null || denominator === 0 ? null : numerator / denominator;
          expect([key, report.rates[key as 'literal']]).toEqual([key, { numerator, denominator, value }]);
        }
        const { numerator, denominator } = rates[definition] ?? { numerator: null, denominator: 0 };
        const allowed = allowedOf(target, denominator);
        const met = numerator !== null && denominator > 0 && numerator <= allowed;
        expect(report.target).toMatchObject({ definition, met, allowed });
        if (numerator !== null) expect(report.target.excess).toBe(Math.max(0, numerator - allowed));
        const ordered = [...chosen, ...rules.map((each) => each.name).filter((each) => !chosen.includes(each))];
        expect(report.assessments.map((each) => each.name)).toEqual(ordered);
        for (const found of report.assessments) {
          const asked = rules.find((each) => each.name === found.name);
          if (asked === undefined) throw new Error(found.name);
          const expected = assess(asked, chosen.includes(found.name), records, rates, hasUnits);
          const units = found.units?.map(({ unit, problems, points }) => ({ unit, problems, points })) ?? null;
          const byUnit = (a: { unit: string }, b: { unit: string }): number => (a.unit < b.unit ? -1 : 1);
          const { name, chosen: isChosen, met, points, mostPoints, away } = found;
          expect({
            name,
            chosen: isChosen,
            met,
            points,
            mostPoints,
            away,
            units: units && [...units].sort(byUnit),
          }).toEqual({
            ...expected,
            units: expected.units && [...expected.units].sort(byUnit),
          });
          const lost = units?.map((each) => each.points ?? 0) ?? [];
          expect(lost).toEqual([...lost].sort((a, b) => a - b));
        }
      },
    ),
    { numRuns: trials(25, 500), seed: seed() },
  );
});
