import { alphabet } from '../code/standard/alphabet.ts';
import type { FormOptions } from './options.ts';

/** What Standard JSON Schema hands to a converter. */
export interface JsonSchemaOptions {
  /** `draft-2020-12`, `draft-07`, `openapi-3.0` …: what is said here means the same to all of them. */
  readonly target: string;
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

/**
 * The type as JSON Schema. What comes in may have spaces, dashes and small letters; what comes out has the shape of a code. No
 * schema can say that check characters are right. The same object is right for every target.
 */
export function describeCode({ required, legacy }: FormOptions, out: boolean): Record<string, unknown> {
  const shape = `[${alphabet}]{2}[0-9]{6}[${alphabet}]{10}`;
  return {
    type: 'string',
    title: '统一社会信用代码',
    ...(required === false ? {} : { minLength: 1 }),
    ...(out && legacy !== true ? { pattern: required === false ? `^(${shape})?$` : `^${shape}$` } : {}),
  };
}
