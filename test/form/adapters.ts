import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { validateRules } from '@rc-component/form/lib/utils/validateUtil.js';
import { FieldApi, FormApi } from '@tanstack/react-form';
import { type } from 'arktype';
import asyncValidator from 'async-validator';
import * as v from 'valibot';
import type { FormOptions } from '../../src/form/index.ts';
import { antDesignRules, checkCode, elementPlusRules, usccRule, usccSchema } from '../../src/form/index.ts';
import { company as arktype } from './examples/arktype.ts';
import { app } from './examples/hono.ts';
import { company as valibot } from './examples/valibot.ts';
import { company as zod } from './examples/zod.ts';

/** What an adapter made of a value: null when it passes, else the message. */
export type Adapter = (value: string, options: FormOptions) => Promise<string | null> | string | null;

/** Every face of the form module, asked in the way its framework asks. */
export const adapters: Readonly<Record<string, Adapter>> = {
  checkCode: (value, options) => checkCode(value, options).message,

  'Standard Schema': (value, options) => {
    const result = usccSchema(options)['~standard'].validate(value);
    return result.issues?.[0]?.message ?? null;
  },

  'a rule that returns true or a message': (value, options) => {
    const result = usccRule(options)(value);
    return result === true ? null : result;
  },

  'async-validator, on blur, of Element Plus': (value, options) =>
    askAsyncValidator(
      value,
      elementPlusRules(options).filter(({ trigger }) => trigger === 'blur'),
    ),

  'async-validator, all rules, as on submit': (value, options) => askAsyncValidator(value, elementPlusRules(options)),

  'the form of Ant Design': async (value, options) => {
    const outcomes: { errors: string[]; rule: { warningOnly?: boolean } }[] = await validateRules(
      ['code'],
      value,
      antDesignRules(options),
      {},
      true,
    ).then(
      () => [],
      (failures) => failures,
    );
    const errors = outcomes.filter(({ rule }) => rule.warningOnly !== true).flatMap((outcome) => outcome.errors);
    return errors.length === 0 ? null : errors.join();
  },

  'TanStack Form': async (value, options) => {
    const form = new FormApi({ defaultValues: { code: value } });
    const field = new FieldApi({ form, name: 'code', validators: { onSubmit: usccSchema(options) } });
    form.mount();
    field.mount();
    await form.handleSubmit();
    return field.state.meta.errors[0]?.message ?? null;
  },
};

/** The recipes for schema libraries, which take no options. */
export const recipes: Readonly<Record<string, Adapter>> = {
  zod: (code) => zod.safeParse({ name: '', code }).error?.issues[0]?.message ?? null,

  valibot: (code) => v.safeParse(valibot, { name: '', code }).issues?.[0]?.message ?? null,

  arktype: (code) => {
    const result = arktype({ name: '', code });
    return result instanceof type.errors ? result.summary : null;
  },

  'the resolver of react-hook-form': async (code) => {
    const options = { fields: {}, shouldUseNativeValidation: false };
    const { errors } = await standardSchemaResolver(zod)({ name: '', code }, undefined, options);
    return errors.code?.message ?? null;
  },

  Hono: async (code) => {
    const body = JSON.stringify({ code });
    const answer = await app.request('/companies', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
    return answer.status === 201 ? null : ((await answer.json()) as { errors: string[] }).errors.join();
  },
};

export async function askAsyncValidator(value: string, rules: object[]): Promise<string | null> {
  // Its types describe a CommonJS module; what is loaded is one for bundlers.
  const Schema = asyncValidator as unknown as typeof import('async-validator').default;
  const validator = new Schema({ code: rules as never });
  const failure = await validator.validate({ code: value }, { suppressWarning: true }).then(
    () => null,
    (error: { errors: { message?: string }[] }) => error,
  );
  return failure?.errors.at(-1)?.message ?? null;
}
