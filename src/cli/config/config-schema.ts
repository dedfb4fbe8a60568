import { CATEGORY_NAMES, CODE_ROLES, LICENCE_RULES } from '../../licences/rules.ts';
import type { Flag } from '../flags/flag.ts';
import { describeFlag } from '../help/flag-table.ts';
import { FLAGS_BY_NAME, isSetting, TEXT_KEYS } from './config-keys.ts';

type Schema = Record<string, unknown>;

/** The JSON Schema of `uscc.json`, for editors: `uscc-toolkit/config.schema.json`. */
export function createConfigSchema(): Schema {
  const flags = [...FLAGS_BY_NAME].flatMap(([name, entries]) => {
    const settings = entries.filter(isSetting);
    return settings.length === 0 ? [] : [[name, describe(settings)] as const];
  });
  const texts = TEXT_KEYS.map((key) => [key, { type: 'string' }] as const);
  const unit = { type: 'string' };
  const units = {
    type: 'array',
    items: {
      type: 'object',
      properties: { unit, contact: unit, phone: unit },
      required: ['unit'],
      additionalProperties: false,
    },
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'uscc.json',
    type: 'object',
    properties: {
      ...Object.fromEntries([...texts, ...flags]),
      $schema: { type: 'string' },
      lang: { enum: ['zh', 'en'] },
      units,
      licences: describeRules(),
    },
    additionalProperties: false,
  };
}

/** Changes of the rules for licences and penalties. */
function describeRules(): Schema {
  const categories = [...Object.keys(CATEGORY_NAMES), ...Object.values(CATEGORY_NAMES)];
  const rules = Object.keys(LICENCE_RULES.severities);
  const table = (keys: readonly string[], values: Schema): Schema => ({
    type: 'object',
    properties: Object.fromEntries(keys.map((key) => [key, values])),
    additionalProperties: false,
  });
  return {
    type: 'object',
    properties: {
      words: { type: 'object', additionalProperties: { enum: categories } },
      needs: table(categories, table(CODE_ROLES, { enum: ['required', 'optional', 'empty'] })),
      severities: table(rules, { enum: ['error', 'note', 'off'] }),
    },
    additionalProperties: false,
  };
}

function describe(flags: readonly Flag[]): Schema {
  const description = [...new Set(flags.map((flag) => describeFlag(flag, 'en')))].join(' / ');
  const types = [...new Map(flags.map(typeOf).map((each) => [JSON.stringify(each), each])).values()];
  return types.length === 1 ? { description, ...types[0] } : { description, anyOf: types };
}

function typeOf(flag: Flag): Schema {
  if (flag.type === 'switch') return { type: 'boolean' };
  const one = flag.choices === undefined ? { type: ['string', 'number'] } : { enum: [...flag.choices] };
  return flag.many === undefined && flag.type !== 'columns' ? one : { anyOf: [one, { type: 'array', items: one }] };
}
