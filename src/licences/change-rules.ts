import { normalizeName } from '../code/cell/normalize.ts';
import type { RuleChanges } from './options.ts';
import { type Category, LICENCE_RULES, type LicenceRules } from './rules.ts';

/** The rules with what a province does otherwise. */
export function changeRules({ words = {}, needs = {}, severities = {} }: RuleChanges = {}): LicenceRules {
  const own = Object.entries(words).map(([word, category]) => [normalizeName(word), category] as const);
  const categories = Object.keys(LICENCE_RULES.needs) as Category[];
  return {
    words: { ...LICENCE_RULES.words, ...Object.fromEntries(own) },
    needs: Object.fromEntries(
      categories.map((category) => [category, { ...LICENCE_RULES.needs[category], ...needs[category] }]),
    ) as LicenceRules['needs'],
    severities: { ...LICENCE_RULES.severities, ...severities },
  };
}
