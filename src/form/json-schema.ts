import { UsccError } from '../code/error.ts';
import { alphabet } from '../code/standard/alphabet.ts';
import type { FormOptions } from './options.ts';

/** What Standard JSON Schema hands to a converter. */
export interface JsonSchemaOptions {
  /** `draft-2020-12`, `draft-07` or `openapi-3.0`; another one is refused. */
  readonly target: string;
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

const targets = /^(?:draft-2020-12|draft-07|openapi-3\.0)$/;

/**
 * The type as JSON Schema. What comes in may have spaces, dashes and small letters; what comes out has the shape of a code. No
 * schema can say that check characters are right. The same object is right for every target.
 *
 * @throws UsccError `usage` for a target that JSON Schema tools have added since
 */
export function describeCode(target: string, { required, legacy }: FormOptions, out: boolean): Record<string, unknown> {
  if (!targets.test(target)) throw new UsccError('usage', `no JSON Schema for ${target}`);
  const shape = `[${alphabet}]{2}[0-9]{6}[${alphabet}]{10}`;
  return {
    type: 'string',
    title: '统一社会信用代码',
    ...(required === false ? {} : { minLength: 1 }),
    ...(out && legacy !== true ? { pattern: required === false ? `^(${shape})?$` : `^${shape}$` } : {}),
  };
}
