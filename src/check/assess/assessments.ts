import type { RateDefinition } from '../report.ts';

/** Text in both languages. */
export interface Text {
  zh: string;
  en: string;
}

/** How one plan judges a report. The file of `--assess-file` holds such rules too, in JSON. */
export interface AssessmentRule {
  /** Short name, for `--assess`. */
  name: string;
  /** What the plan calls it, where it stands, and what its result does not say; the built-in ones have theirs in messages. */
  title?: Text;
  source?: Text;
  caveat?: Text;
  /** What counts as a problem; by unit only `literal` and `erroneous` are known. */
  definition: RateDefinition;
  /** The rate must be below it; `0`: no problem at all. Written as for `--target`. */
  target: string;
  /** Whether the target is held against all records, or points against each unit's. */
  per: 'all' | 'unit';
  /** Points, written as decimals; negative ones are taken off. */
  points: PointsRule | null;
}

/** What meeting the target gives and missing it takes, or what each problem takes; never more than `most` in all. */
export type PointsRule = { met: string; missed: string; most: string } | { each: string; most: string };

/**
 * The plans we know. Texts are in `src/messages/assessment`, under the same names.
 *
 * | name | source |
 * |---|---|
 * | `taian-2023` | Tai'an, plan of 2023: 重复代码及错误代码占全市代码总量的比例 below 0.01% |
 * | `zero-errors` | the same, base indicator 统一社会信用代码零错码 |
 * | `chengwu-2022` | Chengwu, 2022: rate zero in a month earns 0.2, else 0.2 off, at most 2.4 a year |
 * | `pingyin-2022` | Pingyin, 2022: 0.5 off for each problem code that still exists, at most 2, per unit |
 */
export const BUILT_IN_ASSESSMENTS = [
  { name: 'taian-2023', definition: 'literal', target: '0.01%', per: 'all', points: null },
  { name: 'zero-errors', definition: 'erroneous', target: '0', per: 'all', points: null },
  {
    name: 'chengwu-2022',
    definition: 'literal',
    target: '0',
    per: 'all',
    points: { met: '0.2', missed: '-0.2', most: '2.4' },
  },
  {
    name: 'pingyin-2022',
    definition: 'literal',
    target: '0',
    per: 'unit',
    points: { each: '-0.5', most: '2' },
  },
] as const satisfies AssessmentRule[];
