import type { Decision } from '../code/cell/decide.ts';
import { hasIdentityNumber } from '../code/cell/identity-number.ts';
import { codeLength, codeValueAt, isCodeShaped, isDigits } from '../code/standard/alphabet.ts';
import { codeRemainder } from '../code/standard/check-character.ts';
import { isOrganizationCodeAt } from '../code/standard/organization-code.ts';
import { weighAll } from '../code/standard/weighted-sums.ts';
import type { Issue, Repair } from '../code/verdict.ts';
import { type Gate, offer } from './repair-candidates.ts';
import type { RepairContext } from './repair-context.ts';
import { offerDeletions, offerInsertions, offerReplacements, offerSwaps } from './repair-edits.ts';
import { findHoles, offerReadings, readMisread } from './repair-misread.ts';
import { offerOrganizationCheck } from './repair-organization.ts';
import { offerPilotEra } from './repair-pilot-era.ts';
import { fillHole } from './repair-solve.ts';
import * as weightOf from './repair-weights.ts';

const longest = 64;

/**
 * {@link repair} of a value that has been normalized and decided already.
 *
 * @param offerMore what else to try; a field to type into has no need of it
 */
export function findRepairs(
  normalized: string,
  { partition, issues }: Decision,
  context: RepairContext = {},
  offerMore?: (gate: Gate, text: string) => void,
): Repair[] {
  if (partition !== 'erroneous') return [];
  const gate: Gate = { context, authority: normalized.charAt(0), found: [], heads: new Map() };
  gather(gate, normalized, issues[0], offerMore);
  return rank(gate);
}

/** Offers the gate every repair of an erroneous value. */
export function gather(
  gate: Gate,
  normalized: string,
  issue: Issue | null | undefined,
  offerMore?: (gate: Gate, text: string) => void,
): void {
  if (issue?.code === 'identity-number' || normalized.length > longest) return;
  if (isCodeShaped(normalized)) offerForCode(gate, normalized);
  else if (!hasIdentityNumber(normalized)) offerForText(gate, normalized);
  else return;
  offerPilotEra(gate, normalized);
  offerMore?.(gate, normalized);
}

/** Shares the weights out. With shares of a file at hand, rare everywhere means rare in that file: "none of these" is as rare. */
function rank({ found, context }: Gate): Repair[] {
  const scale = context.prior === undefined ? 1 : Math.max(...found.map(({ rate }) => rate));
  const total = found.reduce((sum, candidate) => sum + candidate.weight, weightOf.unexplained * scale);
  return found
    .sort((left, right) => right.weight - left.weight || left.edits - right.edits)
    .map(({ value, edits, reason, weight }) => ({ value, score: weight / total, edits, reason }));
}

/** 18 characters of the alphabet that do not conform. */
function offerForCode(gate: Gate, code: string): void {
  const remainder = codeRemainder(code);
  const sum = weighAll(code);
  const organizationRight = isOrganizationCodeAt(code, 8);
  const complement = remainder !== 0 && remainder === (2 * codeValueAt(code, 17)) % 31;
  if (complement && organizationRight) {
    offer(gate, fillHole(code, 17), 1, 'complement', weightOf.complement);
  }
  if (remainder !== 0) {
    offerReplacements(gate, code, sum);
    offerSwaps(gate, code, sum);
  }
  // With a wrong sum beside it, a wrong organization code is one wrong character within it, unless the sum is a complement.
  if (!organizationRight) {
    const issued = complement ? weightOf.bothCheckCharacters : weightOf.plain / 2;
    offerOrganizationCheck(gate, code, remainder === 0 ? weightOf.organizationCheck : issued);
  }
  if (!isDigits(code, 2, 8)) offerReadings(gate, [...code], findHoles([...code]));
}

/** Anything else: characters outside the alphabet, one too few, one too many, or something around it. */
function offerForText(gate: Gate, text: string): void {
  const characters = [...text];
  const tooMany = characters.length - codeLength;
  if (tooMany === 0) offerReadings(gate, characters, findHoles(characters));
  if (Math.abs(tooMany) === 1) {
    const { read, misread } = readMisread(characters);
    if (tooMany < 0) offerInsertions(gate, read.join(''), misread.length);
    else offerDeletions(gate, read, misread);
  }
  // Of 19 letters and digits one is too many, and which one has been asked.
  const letters = text.replace(/[^0-9A-Z]+/g, '');
  if (tooMany > 1 || letters !== text) offerCodesInside(gate, characters.length, letters);
}

/** Every code that stands in the text as it is. */
function offerCodesInside(gate: Gate, length: number, letters: string): void {
  for (let start = 0; start + codeLength <= letters.length; start++) {
    const value = letters.slice(start, start + codeLength);
    offer(gate, value, length - codeLength, 'extra-character', weightOf.around);
  }
}
