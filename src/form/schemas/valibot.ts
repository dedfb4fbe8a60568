import { rawTransform, rawTransformAsync } from 'valibot';
import { checkCode } from '../check-code.ts';
import { checkRegistered } from '../check-registered.ts';
import type { FormOptions } from '../options.ts';

/**
 * An action of valibot for one code; its output is the code as it should be kept.
 *
 * @example v.object({ name: v.string(), code: v.pipe(v.string(), uscc()) })
 */
export function uscc(options: FormOptions = {}) {
  return rawTransform<string, string>(({ dataset, addIssue, NEVER }) => {
    const { message, value } = checkCode(dataset.value, options);
    if (message === null) return value;
    addIssue({ message });
    return NEVER;
  });
}

/**
 * {@link uscc} that asks `lookup` of the options.
 *
 * @example v.pipeAsync(v.string(), usccAsync({ lookup }))
 */
export function usccAsync(options: FormOptions = {}) {
  return rawTransformAsync<string, string>(async ({ dataset, addIssue, NEVER }) => {
    const { message, value } = await checkRegistered(dataset.value, options);
    if (message === null) return value;
    addIssue({ message });
    return NEVER;
  });
}
