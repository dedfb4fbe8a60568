import { checkCode } from './check-code.ts';
import { checkRegistered } from './check-registered.ts';
import { describeCode, type JsonSchemaOptions } from './json-schema.ts';
import type { FormOptions, Lookup } from './options.ts';
import type { FormVerdict } from './verdict.ts';

/** One problem, as Standard Schema 1.1 gives it. */
export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly PropertyKey[] | undefined;
}

/** The code as it is kept, or what is wrong with it, as Standard Schema 1.1 gives it. */
export type SchemaResult =
  | { readonly value: string; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

/**
 * Standard Schema 1.1 and Standard JSON Schema 1.1 (standardschema.dev), written out so that there is no dependency. Assignable to
 * `StandardSchemaV1<string>` and `StandardJSONSchemaV1<string>` of `@standard-schema/spec`.
 */
export interface UsccSchema<Result = SchemaResult> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'uscc-toolkit';
    readonly types?: { readonly input: string; readonly output: string } | undefined;
    readonly validate: (value: unknown) => Result;
    readonly jsonSchema: {
      readonly input: (options: JsonSchemaOptions) => Record<string, unknown>;
      readonly output: (options: JsonSchemaOptions) => Record<string, unknown>;
    };
  };
}

/** {@link UsccSchema} that asks the registry. */
export type UsccAsyncSchema = UsccSchema<Promise<SchemaResult>>;

/**
 * A schema for one code, for everything that takes a Standard Schema: TanStack Form, the `standard-schema` resolver of
 * react-hook-form, arktype, Hono, tRPC. Its output is the code as it should be kept: without spaces, in upper case. With `lookup` among
 * the options it is asynchronous.
 *
 * @example usccSchema()['~standard'].validate('9135 0100 m000 100y 43') // { value: '91350100M000100Y43' }
 */
export function usccSchema<Options extends FormOptions>(
  options?: Options,
): Options extends { lookup: Lookup } ? UsccAsyncSchema : UsccSchema;
export function usccSchema(options: FormOptions = {}): UsccSchema<SchemaResult | Promise<SchemaResult>> {
  return {
    '~standard': {
      version: 1,
      vendor: 'uscc-toolkit',
      validate(input) {
        return options.lookup === undefined
          ? conclude(checkCode(input, options))
          : checkRegistered(input, options).then(conclude);
      },
      jsonSchema: {
        input: () => describeCode(options, false),
        output: () => describeCode(options, true),
      },
    },
  };
}

function conclude({ message, value }: FormVerdict): SchemaResult {
  return message === null ? { value } : { issues: [{ message }] };
}
