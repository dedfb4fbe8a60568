import type { Problem } from '../problem.ts';
import type { Outcome, Standing } from '../standing.ts';

/** Columns of names: there the name is what was wrong. */
const names: readonly Problem['role'][] = ['name', 'body', 'source'];

/**
 * What has become of a problem that the tables of licences and penalties do not show.
 *
 *   corrected   its person or body still stands in the tables, and the cell is no error any more; or it was a name, and is written
 *               otherwise now
 *   removed     the tables have no record of that name
 *   kept        it was answered that the value stays, and this was accepted
 */
export function findLicenceOutcome({ answer, role, codeKey, nameKey }: Problem, { byName }: Standing): Outcome {
  if (answer?.flag === '2') return { closedAs: 'kept', newCode: null };
  if (names.includes(role)) return { closedAs: 'corrected', newCode: null };
  const named = byName.get(nameKey) ?? [];
  if (named.length === 0) return { closedAs: 'removed', newCode: null };
  const own = role === 'code' ? named.find(({ code, conforms }) => conforms && code !== codeKey) : undefined;
  return { closedAs: 'corrected', newCode: own?.code ?? null };
}
