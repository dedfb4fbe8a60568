import type { Decision } from '../code/cell/decide.ts';
import { hasIdentityNumber } from '../code/cell/identity-number.ts';
import { codeLength, codeValueAt, isCodeLike, isDigits } from '../code/standard/alphabet.ts';
import { codeRemainder } from '../code/standard/check-character.ts';
import { isOrganizationCodeAt } from '../code/standard/organization-code.ts';
import { weighAll } from '../code/standard/weighted-sums.ts';
import type { Issue, Repair } from '../code/verdict.ts';
import { addCandidate, type Candidates } from './repair-candidates.ts';
import type { RepairContext } from './repair-context.ts';
import { addDeletions, addInsertions, addReplacements, addSwaps } from './repair-edits.ts';
import { addReadings, findGaps, readMisread } from './repair-misread.ts';
import { addOrganizationCheck } from './repair-organization.ts';
import { addPilotEra } from './repair-pilot-era.ts';
import { fillGap } from './repair-solve.ts';
import * as weightOf from './repair-weights.ts';

const longest = 64;

/**
 * {@link repair} of a value that has been normalized and decided already.
 *
 * @param addMore what else to try; a field to type into has no need of it
 */
export function findRepairs(
  normalized: string,
  { partition, issues }: Decision,
  context: RepairContext = {},
  addMore?: (candidates: Candidates, text: string) => void,
): Repair[] {
  if (partition !== 'erroneous') return [];
  const candidates: Candidates = { context, authority: normalized.charAt(0), found: [], prefixRates: new Map() };
  gather(candidates, normalized, issues[0], addMore);
  return rank(candidates);
}

/** Adds every repair of an erroneous value. */
export function gather(
  candidates: Candidates,
  normalized: string,
  issue: Issue | null | undefined,
  addMore?: (candidates: Candidates, text: string) => void,
): void {
  if (issue?.code === 'identity-number' || normalized.length > longest) return;
  if (isCodeLike(normalized)) addForCode(candidates, normalized);
  else if (!hasIdentityNumber(normalized)) addForText(candidates, normalized);
  else return;
  addPilotEra(candidates, normalized);
  addMore?.(candidates, normalized);
}

/** Shares the weights out. With shares of a file at hand, rare everywhere means rare in that file: "none of these" is as rare. */
function rank({ found, context }: Candidates): Repair[] {
  const scale = context.prior === undefined ? 1 : Math.max(...found.map(({ rate }) => rate));
  const total = found.reduce((sum, candidate) => sum + candidate.weight, weightOf.unexplained * scale);
  return found
    .sort((left, right) => right.weight - left.weight || left.edits - right.edits)
    .map(({ value, edits, reason, weight }) => ({ value, score: weight / total, edits, reason }));
}

/** 18 characters of the alphabet that do not conform. */
function addForCode(candidates: Candidates, code: string): void {
  const remainder = codeRemainder(code);
  const sum = weighAll(code);
  const organizationRight = isOrganizationCodeAt(code, 8);
  const complement = remainder !== 0 && remainder === (2 * codeValueAt(code, 17)) % 31;
  if (complement && organizationRight) {
    addCandidate(candidates, fillGap(code, 17), 1, 'complement', weightOf.complement);
  }
  if (remainder !== 0) {
    addReplacements(candidates, code, sum);
    addSwaps(candidates, code, sum);
  }
  // With a wrong sum beside it, a wrong organization code is one wrong character within it, unless the sum is a complement.
  if (!organizationRight) {
    const issued = complement ? weightOf.bothCheckCharacters : weightOf.plain / 2;
    addOrganizationCheck(candidates, code, remainder === 0 ? weightOf.organizationCheck : issued);
  }
  if (!isDigits(code, 2, 8)) addReadings(candidates, [...code], findGaps([...code]));
}

/** Anything else: characters outside the alphabet, one too few, one too many, or something around it. */
function addForText(candidates: Candidates, text: string): void {
  const characters = [...text];
  const tooMany = characters.length - codeLength;
  if (tooMany === 0) addReadings(candidates, characters, findGaps(characters));
  if (Math.abs(tooMany) === 1) {
    const { read, misread } = readMisread(characters);
    if (tooMany < 0) addInsertions(candidates, read.join(''), misread.length);
    else addDeletions(candidates, read, misread);
  }
  // Of 19 letters and digits one is too many, and which one has been asked.
  const letters = text.replace(/[^0-9A-Z]+/g, '');
  if (tooMany > 1 || letters !== text) addCodesInside(candidates, characters.length, letters);
}

/** Every code that stands in the text as it is. */
function addCodesInside(candidates: Candidates, length: number, letters: string): void {
  for (let start = 0; start + codeLength <= letters.length; start++) {
    const value = letters.slice(start, start + codeLength);
    addCandidate(candidates, value, length - codeLength, 'extra-character', weightOf.around);
  }
}
