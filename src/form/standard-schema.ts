import { checkCode } from './check-code.ts';
import { describeCode, type JsonSchemaOptions } from './json-schema.ts';
import type { FormOptions } from './options.ts';

/** One problem, as Standard Schema 1.1 gives it. */
export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly PropertyKey[] | undefined;
}

export type SchemaResult =
  | { readonly value: string; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

/**
 * Standard Schema 1.1 and Standard JSON Schema 1.1 (standardschema.dev), written out so that there is no dependency. Assignable to
 * `StandardSchemaV1<string>` and `StandardJSONSchemaV1<string>` of `@standard-schema/spec`.
 */
export interface UsccSchema {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'uscc-toolkit';
    readonly types?: { readonly input: string; readonly output: string } | undefined;
    readonly validate: (value: unknown) => SchemaResult;
    readonly jsonSchema: {
      readonly input: (options: JsonSchemaOptions) => Record<string, unknown>;
      readonly output: (options: JsonSchemaOptions) => Record<string, unknown>;
    };
  };
}

/**
 * A schema for one code, for everything that takes a Standard Schema: TanStack Form, the `standard-schema` resolver of
 * react-hook-form, arktype, Hono, tRPC. Its output is the code as it should be kept: without spaces, in upper case.
 *
 * @example usccSchema()['~standard'].validate('9135 0100 m000 100y 43') // { value: '91350100M000100Y43' }
 */
export function usccSchema(options: FormOptions = {}): UsccSchema {
  return {
    '~standard': {
      version: 1,
      vendor: 'uscc-toolkit',
      validate(input) {
        const { message, value } = checkCode(input, options);
        return message === null ? { value } : { issues: [{ message }] };
      },
      jsonSchema: {
        input: ({ target }) => describeCode(target, options, false),
        output: ({ target }) => describeCode(target, options, true),
      },
    },
  };
}
