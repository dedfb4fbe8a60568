import type { UsccError } from '../code/error.ts';
import { type Refusal, refuse } from '../messages/refusal/index.ts';
import type { WarningFacts } from '../messages/warning/index.ts';

/**
 * What becomes of inputs that cannot be read: all of them are named in one error, or each in a warning where they are to be skipped.
 *
 * @throws {UsccError} `input` when there are some, and they are not to be skipped
 */
export function settleFailures(failures: UsccError[], skipDamaged: boolean): WarningFacts[] {
  const [first] = failures;
  if (first === undefined) return [];
  if (!skipDamaged) {
    if (failures.length === 1) throw first;
    const refusals = failures.flatMap(({ refusal }) => (refusal === undefined ? [] : [refusal as Refusal]));
    throw refuse(
      'input',
      { kind: 'several-damaged', failures: refusals, remedies: [{ kind: 'skip-damaged' }] },
      { cause: first },
    );
  }
  return failures.map(({ refusal, message }) => {
    const { file = message } = (refusal ?? {}) as { file?: string };
    return { code: 'damaged-skipped', file, failure: (refusal ?? { kind: message }) as Refusal };
  });
}
