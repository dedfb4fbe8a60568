import { codeLength } from '../code/standard/alphabet.ts';
import type { Issue } from '../code/verdict.ts';

/** What a suggestion changes in a code of 18 characters. */
export interface Change {
  kind: 'swap' | 'replacement' | 'several';
  /** The positions that differ, from 1. */
  positions: readonly number[];
  /** The code as it should be. */
  suggestion: string;
}

/** Of the digits of a number, a spreadsheet keeps so many, perhaps with the last one rounded up. */
const keptDigits = 14;

/** Whether the last digits were lost when a program took the code for a number. */
export function isLost({ diagnosis }: Issue): boolean {
  return diagnosis === 'spreadsheet-rounding';
}

/**
 * What the likeliest suggestion changes, where that is something else than the check character that the issue names. The issue then
 * must not say which check character the others call for: written down, that makes a wrong code that passes.
 *
 * @returns null where the issue itself says what the suggestion changes, and where there is none
 * @example findChange({ code: 'check-digit', at: 18 }, '91350010M000100Y43', '91350100M000100Y43') // swap of 6 and 7
 */
export function findChange(issue: Issue, code: string, suggestion: string | null | undefined): Change | null {
  if (!suggestion || code.length !== codeLength || suggestion.length !== codeLength) return null;
  if (issue.code !== 'check-digit' && issue.code !== 'organization-check-digit') return null;
  const positions: number[] = [];
  for (let index = 0; index < codeLength; index++) {
    if (code.charAt(index) !== suggestion.charAt(index)) positions.push(index + 1);
  }
  const [first = 0, second = 0] = positions;
  // Digits that a spreadsheet lost are not mistaken ones: several suggestions are as likely.
  if (isLost(issue) && first > keptDigits) return null;
  // An organization code put right takes the check character of the whole with it.
  const isNamed = positions.every((position) => position === issue.at || position === codeLength);
  if (isNamed && first === issue.at && suggestion.charAt(first - 1) === issue.expected) return null;
  if (positions.length === 1) return { kind: 'replacement', positions, suggestion };
  const isSwap =
    positions.length === 2 &&
    second === first + 1 &&
    code.charAt(first - 1) === suggestion.charAt(second - 1) &&
    code.charAt(second - 1) === suggestion.charAt(first - 1);
  return { kind: isSwap ? 'swap' : 'several', positions, suggestion };
}
