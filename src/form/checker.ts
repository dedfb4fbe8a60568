import { ask, isAsked, recall, settle } from './ask-registry.ts';
import { checkCode } from './check-code.ts';
import { checkTyping } from './check-typing.ts';
import type { FormOptions, RegistryAnswer } from './options.ts';
import type { FormVerdict } from './verdict.ts';

/** Checks the value of one field as it changes, and asks the registry about it. */
export interface Checker {
  /**
   * What is known now. Where the registry has to be asked the verdict is `pending`; when it has answered, `tell` is called and the same
   * question gives the whole verdict. `typing`: as `checkTyping` does.
   */
  check(value: unknown, options?: FormOptions, typing?: boolean): FormVerdict;
  /** Ends a question that is under way. */
  stop(): void;
}

/**
 *   value changes ─▶ conforms? ─ no ──▶ verdict; a question under way is ended
 *                       └ yes ─▶ held answer? ─ yes ─▶ verdict
 *                                    └ no ─▶ pending … delay … lookup ─▶ tell()
 *
 * @param tell called once for each question that was answered, or could not be
 * @param delay milliseconds that a value has to stand still before the registry is asked
 * @example const checker = createChecker(() => show(checker.check(input.value, options)));
 */
export function createChecker(tell: () => void, delay = 300): Checker {
  let asked: string | null = null;
  let failed: string | null = null;
  let end = () => {};

  function start(code: string, options: FormOptions): void {
    const controller = new AbortController();
    const finish = (reason: string | null): void => {
      if (controller.signal.aborted) return;
      asked = null;
      end = () => {};
      failed = reason;
      tell();
    };
    const timer = setTimeout(() => {
      if (options.lookup === undefined) return;
      ask(options.lookup, code, controller.signal).then(
        () => finish(null),
        () => finish(code),
      );
    }, delay);
    asked = code;
    end = () => {
      clearTimeout(timer);
      controller.abort();
      asked = null;
    };
  }

  function find(code: string, options: FormOptions): RegistryAnswer | 'pending' | 'failed' | null {
    const answer = options.lookup && recall(options.lookup, code);
    if (answer !== undefined) return answer;
    if (failed === code) return 'failed';
    if (asked !== code) {
      end();
      start(code, options);
    }
    return 'pending';
  }

  return {
    check(value, options = {}, typing = false) {
      const verdict = typing ? checkTyping(value, options) : checkCode(value, options);
      if (isAsked(verdict, options)) return settle(verdict, find(verdict.value, options), options);
      end();
      failed = null;
      return verdict;
    },
    stop: () => end(),
  };
}
