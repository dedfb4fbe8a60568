import { UsccError } from '../code/error.ts';
import { type Refusal, refuse } from '../messages/refusal/index.ts';
import type { WarningFacts } from '../messages/warning/index.ts';

/** What becomes of inputs that cannot be read. */
export interface Settling {
  /** Damaged ones are left out, with a warning each. */
  skipDamaged: boolean;
  /** There are others that can be read. */
  hasOthers: boolean;
}

/** Refusals of what is whole and holds no rows: a page without tables, `{}`, a dump of nothing but definitions. */
const nothings = ['no-records', 'no-inserts', 'holds-no-tables', 'no-sheet-rows'];

/** Whether an error is that of an input, so that others can be read. */
export function isInputError(error: unknown): error is UsccError {
  return error instanceof UsccError && error.code === 'input';
}

/**
 * What becomes of inputs that cannot be read: all damaged ones are named in one error, or each in a warning where they are to be skipped.
 * Among others, what holds no table is passed over.
 *
 * @throws {UsccError} `input` when there are some, and they are not to be skipped
 */
export function settleFailures(failures: UsccError[], { skipDamaged, hasOthers }: Settling): WarningFacts[] {
  const isNothing = ({ refusal }: UsccError): boolean => hasOthers && nothings.includes(refusal?.kind ?? '');
  const damaged = failures.filter((failure) => !isNothing(failure));
  const [first] = damaged;
  if (first !== undefined && !(skipDamaged && hasOthers)) {
    if (damaged.length === 1) throw first;
    const refusals = damaged.flatMap(({ refusal }) => (refusal === undefined ? [] : [refusal as Refusal]));
    throw refuse(
      'input',
      { kind: 'several-damaged', failures: refusals, remedies: [{ kind: 'skip-damaged' }] },
      { cause: first },
    );
  }
  return failures.map((failure): WarningFacts => {
    const { refusal, message } = failure;
    const { file = message } = (refusal ?? {}) as { file?: string };
    if (isNothing(failure)) return { code: 'no-table', file };
    return { code: 'damaged-skipped', file, failure: (refusal ?? { kind: message }) as Refusal };
  });
}
