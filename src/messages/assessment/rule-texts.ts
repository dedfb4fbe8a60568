import type { Language } from '../voice.ts';

type Text = Record<Language, string>;

/** A rule of assessment, as far as texts go. */
export interface NamedRule {
  name: string;
  definition: string;
  title?: Text;
  source?: Text;
  caveat?: Text;
}

/** What a built-in assessment is called, where it stands, and what its result does not say. */
export interface AssessmentTexts {
  title: string;
  source: string;
  caveat: string | null;
}

/** The texts of a rule: its own, or those of a built-in one. */
export function findTexts(rule: NamedRule, lang: Language, builtIn: Record<string, AssessmentTexts>): AssessmentTexts {
  const known = builtIn[rule.name];
  return {
    title: rule.title?.[lang] ?? known?.title ?? rule.name,
    source: rule.source?.[lang] ?? known?.source ?? '',
    caveat: rule.caveat?.[lang] ?? known?.caveat ?? null,
  };
}
