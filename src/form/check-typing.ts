import { normalize } from '../code/cell/normalize.ts';
import { alphabet, codeLength, isDigits } from '../code/standard/alphabet.ts';
import type { Issue } from '../code/verdict.ts';
import { sayIssue } from '../messages/form/say.ts';
import { checkCode, speak } from './check-code.ts';
import type { FormOptions } from './options.ts';
import type { FormVerdict } from './verdict.ts';

/**
 * A value while it is being typed: with fewer than 18 characters it is `incomplete`, not wrong, and its message says how many are
 * missing, or which character cannot stand where it does. From 18 characters on the same as {@link checkCode}.
 *
 * @example checkTyping('91350100M0').message // '已输入 10 位，还差 8 位'
 */
export function checkTyping(value: unknown, options: FormOptions = {}): FormVerdict {
  const verdict = checkCode(value, options);
  if (verdict.state !== 'invalid' || typeof (value ?? '') !== 'string') return verdict;
  // Not the value of the verdict: a word for nothing (`0`, `000`) may be the beginning of something.
  const typed = normalize((value ?? '') as string);
  const count = [...typed].length;
  if (count >= codeLength) return verdict;
  const issue = options.legacy ? null : findMisplaced(typed);
  return {
    ...verdict,
    state: count === 0 ? 'empty' : 'incomplete',
    value: typed,
    issue,
    message: count === 0 ? null : sayIssue(speak(options), issue, typed),
    suggestions: [],
  };
}

/** The first character of an unfinished code that cannot stand where it does. */
function findMisplaced(typed: string): Issue | null {
  let at = 0;
  for (const actual of typed) {
    at++;
    if (!alphabet.includes(actual)) return { code: 'charset', at, actual };
    if (at > 2 && at < 9 && !isDigits(actual)) return { code: 'region-format', at, actual };
  }
  return null;
}
