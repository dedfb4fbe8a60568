import { decide } from './decide.ts';
import { UsccError } from './error.ts';
import { findRepairs } from './find-repairs.ts';
import { clean, dropDashes } from './normalize.ts';
import { conformsAsWritten } from './quick.ts';
import type { ValidateOptions } from './validate.ts';
import type { Repair } from './verdict.ts';

/**
 * What a wrong code should probably have been, best first. Every suggestion conforms, has a known authority × category pair
 * and, with region facts, a listed region. Suggestions are for a person to compare with the certificate: many wrong codes have
 * several codes one edit away.
 *
 * Empty for a code that conforms, for identifiers from before the unified code (no formula converts them), and for resident ID
 * numbers.
 *
 * @throws UsccError `usage` when the input is not a string
 * @example repair('91350100M000100Y4T')[0] // { value: '91350100M000100Y43', reason: 'substitution', … }
 */
export function repair(input: string, options?: ValidateOptions): Repair[] {
  if (typeof input !== 'string') throw new UsccError('usage', 'repair takes a string');
  if (conformsAsWritten(input)) return [];
  const cleaned = clean(input);
  const normalized = dropDashes(cleaned);
  return findRepairs(normalized, decide(cleaned, normalized), options?.regions);
}
