import { checkCode } from '../check-code.ts';
import type { FormOptions } from '../options.ts';

interface KeywordError {
  keyword: string;
  message: string;
  params: object;
}

interface Validate {
  (schema: unknown, value: string): boolean;
  errors?: KeywordError[];
}

/** What is needed of an Ajv, of version 8. */
export interface AjvLike {
  addFormat(name: string, format: { type: 'string'; validate: (value: string) => boolean }): unknown;
  addKeyword(definition: {
    keyword: string;
    type: 'string';
    schemaType: 'boolean';
    errors: true;
    validate: Validate;
  }): unknown;
}

/**
 * Adds the keyword `uscc` and the format `uscc`. Both take what `checkCode` takes; the keyword says what is wrong, a format can only say
 * that something is. The value stays as it is: normalize it where it is kept.
 *
 * @returns the Ajv that was handed in
 * @example addUscc(new Ajv()).compile({ type: 'object', properties: { code: { type: 'string', uscc: true } } })
 */
export function addUscc<Instance extends AjvLike>(ajv: Instance, options: FormOptions = {}): Instance {
  const validate: Validate = (schema, value) => {
    if (schema !== true) return true;
    const { message, issue } = checkCode(value, options);
    if (message !== null) validate.errors = [{ keyword: 'uscc', message, params: { issue } }];
    return message === null;
  };
  ajv.addKeyword({ keyword: 'uscc', type: 'string', schemaType: 'boolean', errors: true, validate });
  ajv.addFormat('uscc', { type: 'string', validate: (value) => checkCode(value, options).message === null });
  return ajv;
}
