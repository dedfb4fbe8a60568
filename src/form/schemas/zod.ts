import { z } from 'zod';
import { checkCode } from '../check-code.ts';
import { checkRegistered } from '../check-registered.ts';
import type { FormOptions } from '../options.ts';
import type { FormVerdict } from '../verdict.ts';

/**
 * A schema of zod 3 and 4 for one code; its output is the code as it should be kept. With `lookup` among the options it has to be parsed
 * with `parseAsync` or `safeParseAsync`.
 *
 * @example z.object({ name: z.string(), code: uscc() })
 */
export function uscc(options: FormOptions = {}) {
  return z.string().transform((value, context): string | Promise<string> => {
    const conclude = ({ message, value }: FormVerdict): string => {
      if (message !== null) context.addIssue({ code: 'custom', message });
      return message === null ? value : z.NEVER;
    };
    return options.lookup === undefined
      ? conclude(checkCode(value, options))
      : checkRegistered(value, options).then(conclude);
  });
}
