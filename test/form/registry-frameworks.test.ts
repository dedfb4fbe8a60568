import { validateRules } from '@rc-component/form/lib/utils/validateUtil.js';
import { FieldApi, FormApi } from '@tanstack/react-form';
import { createFormControl } from 'react-hook-form';
import { validate as validateWithVee } from 'vee-validate';
import { describe, expect, it, vi } from 'vitest';
import {
  antDesignRules,
  elementPlusRules,
  type FormOptions,
  type Lookup,
  usccRule,
  usccSchema,
} from '../../src/form/index.ts';
import { askAsyncValidator } from './adapters.ts';

const taken = '91350100M000100Y43';
const free = '914403001922038216';
const wrong = '91350100M000100Y44';

/** What each framework says of a value, asked in its own way, with a rule that asks the registry. */
const frameworks: Readonly<
  Record<string, (value: string, options: FormOptions & { lookup: Lookup }) => Promise<unknown>>
> = {
  'react-hook-form': async (code, options) => {
    const form = createFormControl({ defaultValues: { code } });
    form.register('code', { validate: usccRule(options) });
    let said: unknown = null;
    await form.handleSubmit(
      () => {},
      (errors) => {
        said = errors.code?.message;
      },
    )();
    return said;
  },

  VeeValidate: async (code, options) => (await validateWithVee(code, usccRule(options))).errors[0] ?? null,

  'Element Plus': (code, options) =>
    askAsyncValidator(
      code,
      elementPlusRules(options).filter(({ trigger }) => trigger === 'blur'),
    ),

  'Ant Design': async (code, options) => {
    const outcomes: { errors: string[]; rule: { warningOnly?: boolean } }[] = await validateRules(
      ['code'],
      code,
      antDesignRules(options),
      {},
      true,
    ).then(
      () => [],
      (failures) => failures,
    );
    return outcomes.find(({ rule }) => rule.warningOnly !== true)?.errors.join() ?? null;
  },

  'TanStack Form': async (code, options) => {
    const form = new FormApi({ defaultValues: { code } });
    const field = new FieldApi({ form, name: 'code', validators: { onSubmitAsync: usccSchema(options) } });
    form.mount();
    field.mount();
    await form.handleSubmit();
    return field.state.meta.errors[0]?.message ?? null;
  },

  'Standard Schema': async (code, options) =>
    (await usccSchema(options)['~standard'].validate(code)).issues?.[0]?.message ?? null,
};

describe.each(Object.entries(frameworks))('a registry that is asked by %s', (_, ask) => {
  it('says that a code is registered, and lets a free one pass', async () => {
    const lookup = vi.fn<Lookup>(async (code) => ({ registered: code === taken, name: '某某公司' }));
    expect(await ask(taken, { lookup })).toBe('已被“某某公司”登记');
    expect(await ask(taken, { lookup, language: 'en' })).toBe('Already registered to "某某公司"');
    expect(await ask(free, { lookup })).toBeNull();
    expect(await ask(wrong, { lookup })).toContain('第 18 位应为 3');
    // Once a code: what is held is not asked again, and what does not conform never.
    expect(lookup.mock.calls.map(([code]) => code)).toEqual([taken, free]);
  });

  it('passes what it cannot be asked about', async () => {
    expect(await ask(taken, { lookup: async () => Promise.reject(new Error('offline')) })).toBeNull();
    expect(await ask(taken, { lookup: async () => null })).toBeNull();
  });
});
