import { ask, isAsked, recall, settle } from './ask-registry.ts';
import { checkCode } from './check-code.ts';
import type { FormOptions, RegistryAnswer } from './options.ts';
import type { FormVerdict } from './verdict.ts';

/**
 * {@link checkCode}, and what `lookup` of the options says of a code that conforms: on blur, on submit, on the server. A registry that
 * cannot be asked is a warning, not an error. Answers are held for half a minute.
 *
 * @param signal ends the question; the verdict then is that the registry could not be asked
 * @example (await checkRegistered(code, { lookup })).message // '已被“某某公司”登记'
 */
export async function checkRegistered(
  value: unknown,
  options: FormOptions = {},
  signal: AbortSignal = new AbortController().signal,
): Promise<FormVerdict> {
  const verdict = checkCode(value, options);
  const { lookup } = options;
  if (lookup === undefined || !isAsked(verdict, options)) return verdict;
  let answer: RegistryAnswer | 'failed' | null | undefined = recall(lookup, verdict.value);
  if (answer === undefined) answer = await ask(lookup, verdict.value, signal).catch(() => 'failed' as const);
  return settle(verdict, answer, options);
}
