import type { RuleChanges } from './options.ts';
import { CATEGORY_NAMES, type Category, CODE_ROLES, LICENCE_RULES } from './rules.ts';

const needs: readonly unknown[] = ['required', 'optional', 'empty'];
const severities: readonly unknown[] = ['error', 'note', 'off'];
const sections: readonly string[] = ['words', 'needs', 'severities'];

/**
 * What somebody wrote down as changes of the rules; null when it is none. Categories go by their names in the layouts, `法人及非法人组织`,
 * or by those in {@link RuleChanges}.
 */
export function readRuleChanges(value: unknown): RuleChanges | null {
  if (!isObject(value) || !Object.keys(value).every((key) => sections.includes(key))) return null;
  const changes: RuleChanges = {};
  if (value.words !== undefined) {
    if (!isObject(value.words)) return null;
    changes.words = {};
    for (const [word, named] of Object.entries(value.words)) {
      const category = findCategory(named);
      if (category === null) return null;
      changes.words[word] = category;
    }
  }
  if (value.needs !== undefined) {
    if (!isObject(value.needs)) return null;
    changes.needs = {};
    for (const [named, columns] of Object.entries(value.needs)) {
      const category = findCategory(named);
      if (category === null || !isTable(columns, CODE_ROLES, needs)) return null;
      changes.needs[category] = columns;
    }
  }
  if (value.severities !== undefined) {
    if (!isTable(value.severities, Object.keys(LICENCE_RULES.severities), severities)) return null;
    changes.severities = value.severities;
  }
  return changes;
}

function findCategory(named: unknown): Category | null {
  const found = (Object.entries(CATEGORY_NAMES) as [Category, string][]).find((pair) => pair.includes(String(named)));
  return found?.[0] ?? null;
}

function isTable(value: unknown, keys: readonly string[], values: readonly unknown[]): value is object {
  return isObject(value) && Object.entries(value).every(([key, each]) => keys.includes(key) && values.includes(each));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
