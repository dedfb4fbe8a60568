import { decide } from '../code/cell/decide.ts';
import { clean, dropDashes } from '../code/cell/normalize.ts';
import { UsccError } from '../code/error.ts';
import { conformsAsWritten } from '../code/standard/weighted-sums.ts';
import type { Repair } from '../code/verdict.ts';
import { findRepairs } from './find-repairs.ts';
import type { RepairContext } from './repair-context.ts';
import { addForFiles } from './repair-files.ts';

/**
 * What a wrong code should probably have been, best first. Every suggestion conforms, has a known authority × category pair and,
 * with region facts, a region of a listed province: regions in use go before abolished and unlisted ones. Suggestions are for a
 * person to compare with the certificate, never to be applied unseen: many wrong codes have several codes one edit away.
 *
 * `score` is the share of a suggestion in all that could have happened, "none of these" included. What the caller knows makes it
 * better: region facts, and how common regions and authorities are in the file. With a registry at hand there is
 * `repairWithRegistry` of `uscc-toolkit/registry`.
 *
 * Empty for a code that conforms, for identifiers from before the unified code (no formula converts them), and for resident ID
 * numbers.
 *
 * @throws UsccError `usage` when the input is not a string
 * @example repair('91350100M000100Y4T')[0] // { value: '91350100M000100Y43', reason: 'substitution', … }
 */
export function repair(input: string, context?: RepairContext): Repair[] {
  if (typeof input !== 'string') throw new UsccError('usage', 'repair takes a string');
  if (conformsAsWritten(input)) return [];
  const cleaned = clean(input);
  const normalized = dropDashes(cleaned);
  return findRepairs(normalized, decide(cleaned, normalized), context, addForFiles);
}
