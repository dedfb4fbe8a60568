import type { Finding } from '../../check/findings/finding.ts';

const CODE_LENGTH = 18;

/**
 * Positions (from 1) at which a finding's code is most likely wrong: where the suggestion differs from it, or, without one, where
 * a rule is broken. Empty when the whole value is at fault.
 */
export function findWrongPositions({ issue, normalized, suggestion }: Finding): number[] {
  const isComparable = suggestion?.length === CODE_LENGTH && normalized.length === CODE_LENGTH;
  if (!isComparable) return issue?.at === undefined || issue.at > CODE_LENGTH ? [] : [issue.at];
  const positions: number[] = [];
  for (let at = 0; at < CODE_LENGTH; at++) if (suggestion[at] !== normalized[at]) positions.push(at + 1);
  return positions;
}
