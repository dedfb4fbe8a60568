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
    },
    additionalProperties: false,
  };
}

function describe(flags: readonly Flag[]): Schema {
  const description = [...new Set(flags.map((flag) => describeFlag(flag, 'en')))].join(' / ');
  const shapes = [...new Map(flags.map(shape).map((each) => [JSON.stringify(each), each])).values()];
  return shapes.length === 1 ? { description, ...shapes[0] } : { description, anyOf: shapes };
}

function shape(flag: Flag): Schema {
  if (flag.type === 'switch') return { type: 'boolean' };
  const one = flag.choices === undefined ? { type: ['string', 'number'] } : { enum: [...flag.choices] };
  return flag.many === undefined && flag.type !== 'columns' ? one : { anyOf: [one, { type: 'array', items: one }] };
}
