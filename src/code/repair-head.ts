import { alphabet, codeValueAt, isCodeShaped } from './alphabet.ts';
import { codeRemainder } from './check-character.ts';
import { isOrganizationCodeAt } from './organization-code.ts';
import { type Gate, offer } from './repair-candidates.ts';
import { replaceAt, solveAt } from './repair-solve.ts';
import * as weightOf from './repair-weights.ts';

const headLength = 8;
/** What is less likely than this hardly explains anything. */
const leastWeight = 0.05;

/**
 * An organization code that holds behind an authority, category and region that cannot be: every code with two other characters among
 * the first eight. One is tried, the other solved. Only where nothing else explains the value, for there are dozens.
 */
export function offerHeads(gate: Gate, code: string): void {
  if (!isCodeShaped(code) || !isOrganizationCodeAt(code, 8)) return;
  if (gate.found.some(({ weight }) => weight >= leastWeight)) return;
  for (let first = 0; first < headLength; first++) {
    for (const character of first < 2 ? alphabet : alphabet.slice(0, 10)) {
      if (character === code.charAt(first)) continue;
      const changed = replaceAt(code, first, character);
      const remainder = codeRemainder(changed);
      if (remainder === 0) continue;
      for (let second = first + 1; second < headLength; second++) {
        const solved = solveAt(second, remainder, codeValueAt(changed, second));
        if (second >= 2 && solved > '9') continue;
        offer(gate, replaceAt(changed, second, solved), 2, 'substitution', weightOf.twoInHead);
      }
    }
  }
}
