import { checkCode } from './check-code.ts';
import { checkRegistered } from './check-registered.ts';
import { checkTyping } from './check-typing.ts';
import type { FormOptions, Lookup } from './options.ts';

/** `true` for a value that passes, else what is wrong. */
export type UsccRule = (value: unknown) => true | string;

/** {@link UsccRule} that asks the registry too. */
export type UsccAsyncRule = (value: unknown) => Promise<true | string>;

/**
 * `true`, or what is wrong: for `validate` of react-hook-form, for VeeValidate, Quasar, Vuetify and everything of that shape. With
 * `lookup` among the options it asks the registry once the code conforms, and answers with a promise.
 *
 * @example register('code', { validate: usccRule() })
 */
export function usccRule<Options extends FormOptions>(
  options?: Options,
): Options extends { lookup: Lookup } ? UsccAsyncRule : UsccRule;
export function usccRule(options: FormOptions = {}): UsccRule | UsccAsyncRule {
  return options.lookup === undefined ? (value) => checkCode(value, options).message ?? true : askingRule(options);
}

function askingRule(options: FormOptions | undefined): UsccAsyncRule {
  return async (value) => (await checkRegistered(value, options)).message ?? true;
}

/** {@link usccRule} for validation while typing: an unfinished code passes. On blur and on submit use the other. */
export function usccTypingRule(options?: FormOptions): UsccRule {
  return (value) => {
    const { state, message } = checkTyping(value, options);
    return (state === 'invalid' && message) || true;
  };
}

/** A rule of async-validator. Rejects with what is wrong. */
export interface AsyncRule {
  /** Puts the asterisk beside the label. */
  required: boolean;
  validator(rule: unknown, value: unknown): Promise<void>;
}

/** A rule of Element Plus. */
export interface ElementPlusRule extends AsyncRule {
  trigger: 'blur' | 'change';
}

/**
 * Rules for an `<el-form-item>`: while typing an unfinished code passes, on blur and on submit it does not, and `lookup` is asked.
 *
 * @example const rules = { code: elementPlusRules() }
 */
export function elementPlusRules(options?: FormOptions): ElementPlusRule[] {
  return [
    { trigger: 'change', ...wrap(usccTypingRule(options), options) },
    { trigger: 'blur', ...wrap(askingRule(options), options) },
  ];
}

/** A rule of Ant Design's Form. */
export interface AntDesignRule extends AsyncRule {
  validateTrigger: 'onChange' | 'onBlur';
  /** Shown in yellow; does not stop the form. */
  warningOnly?: boolean;
}

/**
 * Rules for a `<Form.Item>` of Ant Design: like those for Element Plus, and notes that warn on a `warningOnly` rule. The item has
 * to listen to both events, and to stop at the first error: on submit all rules run.
 *
 * @example <Form.Item name="code" rules={antDesignRules()} validateTrigger={['onChange', 'onBlur']} validateFirst>
 */
export function antDesignRules(options?: FormOptions): AntDesignRule[] {
  const warn: UsccAsyncRule = async (value) => (await checkRegistered(value, options)).warnings.join(' ') || true;
  return [
    { validateTrigger: 'onChange', ...wrap(usccTypingRule(options), options) },
    { validateTrigger: 'onBlur', ...wrap(askingRule(options), options) },
    { validateTrigger: 'onBlur', ...wrap(warn, options), warningOnly: true },
  ];
}

function wrap(rule: UsccRule | UsccAsyncRule, options?: FormOptions): AsyncRule {
  return {
    required: options?.required !== false,
    async validator(_, value) {
      const result = await rule(value);
      if (result !== true) throw new Error(result);
    },
  };
}
