import { describe, expect, it } from 'vitest';
import type { FormOptions } from '../../src/form/index.ts';
import { checkCode } from '../../src/form/index.ts';
import { validate } from '../../src/index.ts';
import { cases } from '../code/cases.ts';
import { adapters, recipes } from './adapters.ts';

const settings: [string, FormOptions][] = [
  ['as it comes', {}],
  ['in English', { language: 'en' }],
  ['not required, old identifiers accepted', { required: false, legacy: true }],
];

describe.each(settings)('every case of the table, %s', (_, options) => {
  it('is decided as validate decides', () => {
    for (const { cell } of cases) {
      const { partition, issues, normalized, notes } = validate(cell);
      const verdict = checkCode(cell, options);
      const accepted =
        partition === 'conforming' ||
        (partition === 'unconverted' && options.legacy === true) ||
        (partition === 'missing' && options.required === false);
      expect([cell, verdict.message === null]).toEqual([cell, accepted]);
      expect([cell, verdict.notes]).toEqual([cell, notes]);
      if (partition === 'missing') continue;
      expect([cell, verdict.issue?.code]).toEqual([cell, issues[0]?.code]);
      expect([cell, verdict.issue?.at]).toEqual([cell, issues[0]?.at]);
      if (accepted) expect(verdict.value).toBe(normalized);
    }
  });

  it.each(Object.entries(adapters))('says the same through %s', async (_name, adapter) => {
    for (const { cell } of cases) {
      expect([cell, await adapter(cell, options)]).toEqual([cell, checkCode(cell, options).message]);
    }
  });
});

describe('the recipes', () => {
  it.each(Object.entries(recipes))('say the same through %s', async (_name, recipe) => {
    for (const { cell } of cases) {
      expect([cell, await recipe(cell, {})]).toEqual([cell, checkCode(cell).message]);
    }
  });
});
