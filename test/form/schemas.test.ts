import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { ValidateBy, validate as validateAsync, validateSync } from 'class-validator';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { FormOptions } from '../../src/form/index.ts';
import { checkCode } from '../../src/form/index.ts';
import type { addUscc } from '../../src/form/schemas/ajv.ts';
import type { IsUscc } from '../../src/form/schemas/class-validator.ts';
import type * as valibotHelper from '../../src/form/schemas/valibot.ts';
import type { uscc as zodHelper } from '../../src/form/schemas/zod.ts';
import { cases } from '../code/cases.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const require = createRequire(`${root}package.json`);
const code = '91350100M000100Y43';

interface Helpers {
  zod: { uscc: typeof zodHelper };
  valibot: typeof valibotHelper;
  ajv: { addUscc: typeof addUscc };
  classValidator: { IsUscc: typeof IsUscc };
}

/** What `npm run build` made, as modules and as CommonJS. */
async function load(format: string): Promise<Helpers> {
  const read = async (name: string): Promise<never> =>
    (format === 'CommonJS'
      ? require(`./dist/cjs/form/schemas/${name}.js`)
      : await import(/* @vite-ignore */ `${root}dist/src/form/schemas/${name}.js`)) as never;
  return {
    zod: await read('zod'),
    valibot: await read('valibot'),
    ajv: await read('ajv'),
    classValidator: await read('class-validator'),
  };
}

/** A class with the decorator, as TypeScript makes it. */
function decorate(decorator: PropertyDecorator, ...properties: string[]): new () => Record<string, unknown> {
  const Company = class {
    [name: string]: unknown;
  };
  for (const property of properties) decorator(Company.prototype, property);
  return Company;
}

const languages: FormOptions[] = [{}, { language: 'en' }, { language: 'zh-TW', required: false, legacy: true }];

describe.each(['modules', 'CommonJS'])('every case of the table through the helpers, as %s', async (format) => {
  const { zod, valibot, ajv, classValidator } = await load(format);

  describe.each(languages)('%j', (options) => {
    const expected = cases.map(({ cell }) => [cell, checkCode(cell, options).message]);

    it('zod', () => {
      const schema = z.object({ code: zod.uscc(options) });
      const told = cases.map(({ cell }) => [cell, schema.safeParse({ code: cell }).error?.issues[0]?.message ?? null]);
      expect(told).toEqual(expected);
      expect(schema.parse({ code: ' 9135 0100 m000 100y 43' })).toEqual({ code });
    });

    it('valibot', () => {
      const schema = v.object({ code: v.pipe(v.string(), valibot.uscc(options)) });
      const told = cases.map(({ cell }) => [cell, v.safeParse(schema, { code: cell }).issues?.[0]?.message ?? null]);
      expect(told).toEqual(expected);
      expect(v.parse(schema, { code: ' 9135 0100 m000 100y 43' })).toEqual({ code });
    });

    it('the keyword of Ajv', () => {
      const check = ajv.addUscc(new Ajv(), options).compile({ type: 'string', uscc: true });
      expect(cases.map(({ cell }) => [cell, check(cell) ? null : check.errors?.[0]?.message])).toEqual(expected);
    });

    it('the format of Ajv', () => {
      const check = ajv.addUscc(new Ajv(), options).compile({ type: 'string', format: 'uscc' });
      expect(cases.map(({ cell }) => [cell, check(cell)])).toEqual(
        expected.map(([cell, told]) => [cell, told === null]),
      );
    });

    it('the decorator of class-validator', () => {
      const Company = decorate(classValidator.IsUscc(options), 'code');
      const told = cases.map(({ cell }) => {
        const [error] = validateSync(Object.assign(new Company(), { code: cell }));
        return [cell, error?.constraints?.isUscc ?? null];
      });
      expect(told).toEqual(expected);
    });
  });

  it('ask the registry where they can wait', async () => {
    const lookup = async (asked: string) => ({ registered: asked === code, name: '某某公司' });
    const options = { lookup };
    const taken = '已被“某某公司”登记';
    const free = '914403001922038216';
    const zodSchema = zod.uscc(options);
    expect((await zodSchema.safeParseAsync(code)).error?.issues[0]?.message).toBe(taken);
    expect(await zodSchema.parseAsync(free)).toBe(free);
    const valibotSchema = v.pipeAsync(v.string(), valibot.usccAsync(options));
    expect((await v.safeParseAsync(valibotSchema, code)).issues?.[0]?.message).toBe(taken);
    expect(await v.parseAsync(valibotSchema, free)).toBe(free);
    // Two of one object, answered in the other order: each has its own message.
    const slow = async (asked: string) => {
      await new Promise((done) => setTimeout(done, asked === code ? 30 : 1));
      return { registered: true, name: asked };
    };
    const Company = decorate(classValidator.IsUscc({ lookup: slow }), 'buyer', 'seller');
    const errors = await validateAsync(Object.assign(new Company(), { buyer: code, seller: free }));
    expect(errors.map(({ property, constraints }) => [property, constraints?.isUscc])).toEqual([
      ['buyer', `已被“${code}”登记`],
      ['seller', `已被“${free}”登记`],
    ]);
    expect(typeof ValidateBy).toBe('function');
  });
});
