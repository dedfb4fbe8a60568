import type { AssessmentRule, BuiltInName } from '../../check/assess/assessments.ts';
import { assessmentEn } from './en.ts';
import { assessmentZh } from './zh.ts';

/** Facts of one assessment. */
export interface AssessmentFacts {
  rule: AssessmentRule;
  /** The numerator and denominator of its definition. */
  problems: number;
  codes: number;
  met: boolean;
  /** Most problems that would still do. */
  allowed: number;
  /** Problems that must go. */
  excess: number;
  points: number | null;
  mostPoints: number | null;
  /** Of a rule per unit. */
  units: {
    /** Units are not read; position 1 stands in. */
    isAuthority: boolean;
    withProblems: number;
    worst: { unit: string; name: string | null; problems: number; points: number | null } | null;
    /** Problems of the unit that has fewest. */
    fewest: number;
    /** Points of them all together; null where the rule gives none. */
    points: number | null;
    /** Whether each of them has the points of the worst. */
    isEven: boolean;
    /** Problems whose unit is not known. */
    homeless: number;
  } | null;
  /** What can be done where position 1 stands in for units. */
  remedy: string;
}

/** Facts of units of which at least one has problems. */
export type WorstFacts = NonNullable<AssessmentFacts['units']> & {
  worst: NonNullable<NonNullable<AssessmentFacts['units']>['worst']>;
};

/** What a built-in assessment is called, where it stands, and what its result does not say. */
export interface AssessmentTexts {
  title: string;
  source: string;
  caveat: string | null;
}

/** What is said of assessments. */
export interface AssessmentMessages {
  builtIn: Record<BuiltInName, AssessmentTexts>;
  title(rule: AssessmentRule): string;
  source(rule: AssessmentRule): string;
  /** How the result was reached, what to do, and what it does not say. */
  explain(facts: AssessmentFacts): string;
  unknownName(name: string, known: string[]): string;

  /** Headings of the table. */
  heading: string;
  columns: Record<'name' | 'title' | 'met' | 'points' | 'away', string>;
  met: string;
  missed: string;
  /** `+0.2`, of 2.4 at most. */
  points(points: number, most: number): string;
  /** Of so many units, from `least` to `most`, with the most that one can have. */
  unitPoints(facts: { units: number; least: number; most: number; mostPoints: number }): string;
  /** Said where units are not read. */
  unitFallback: string;
}

export function assessmentMessagesFor(lang: 'zh' | 'en'): AssessmentMessages {
  return lang === 'zh' ? assessmentZh : assessmentEn;
}

/** The texts of a rule: its own, or those of a built-in one. */
export function findTexts(
  rule: AssessmentRule,
  lang: 'zh' | 'en',
  builtIn: AssessmentMessages['builtIn'],
): AssessmentTexts {
  const known = Object.entries(builtIn).find(([name]) => name === rule.name)?.[1];
  return {
    title: rule.title?.[lang] ?? known?.title ?? rule.name,
    source: rule.source?.[lang] ?? known?.source ?? '',
    caveat: rule.caveat?.[lang] ?? known?.caveat ?? null,
  };
}
