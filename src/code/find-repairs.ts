import { codeLength, codeValueAt, isCodeShaped, isDigits } from './alphabet.ts';
import { codeRemainder, findCheckCharacter } from './check-character.ts';
import type { Decision } from './decide.ts';
import { hasIdentityNumber } from './identity-number.ts';
import { digitLike } from './look-alikes.ts';
import { findOrganizationCheckCharacter, isOrganizationCodeAt } from './organization-code.ts';
import { type Gate, offer } from './repair-candidates.ts';
import { offerDeletions, offerInsertions, offerReplacements, offerSwaps, replaceAt, weightOf } from './repair-edits.ts';
import { offerReadings, readMisread } from './repair-misread.ts';
import { offerUnrounded } from './repair-rounding.ts';
import { isRounded } from './spreadsheet.ts';
import type { RegionFacts, Repair } from './verdict.ts';

/** Weight of "none of these": with it alone against it, a plain wrong character gets one half. */
const unexplained = 1;
const longest = 64;

/** {@link repair} of a value that has been normalized and decided already. */
export function findRepairs(
  normalized: string,
  { partition, issues }: Decision,
  regions: RegionFacts | undefined,
): Repair[] {
  if (partition !== 'erroneous' || issues[0]?.code === 'identity-number') return [];
  const gate: Gate = { regions, authority: normalized.charAt(0), found: [] };
  if (isCodeShaped(normalized)) offerForCode(gate, normalized);
  else if (!hasIdentityNumber(normalized)) offerForText(gate, normalized);
  return rank(gate);
}

function rank({ found }: Gate): Repair[] {
  const total = found.reduce((sum, candidate) => sum + candidate.weight, unexplained);
  return found
    .sort((left, right) => right.weight - left.weight || left.edits - right.edits)
    .map(({ value, edits, reason, weight }) => ({ value, score: weight / total, edits, reason }));
}

/** 18 characters of the alphabet that do not conform. */
function offerForCode(gate: Gate, code: string): void {
  const remainder = codeRemainder(code);
  const organizationRight = isOrganizationCodeAt(code, 8);
  const complement = remainder !== 0 && remainder === (2 * codeValueAt(code, 17)) % 31;
  if (complement && organizationRight) {
    offer(gate, withCheckCharacter(code.slice(0, 17)), 1, 'complement', weightOf.complement);
  }
  if (remainder !== 0) {
    offerReplacements(gate, code, remainder, organizationRight);
    offerSwaps(gate, code, remainder);
  }
  // A system that forgot "31 −" got the organization code wrong too, rather than one character being mistyped to that effect.
  if (!organizationRight)
    offerOrganizationCode(gate, code, complement ? weightOf.bothCheckCharacters : weightOf.plain / 2);
  if (isRounded(code)) offerUnrounded(gate, code, remainder === 0 ? weightOf.plain / 2 : weightOf.rounded);
  if (!isDigits(code, 2, 8)) offerRegionDigits(gate, code);
}

/** The check character of the organization code put right, and with it the one of the whole code. */
function offerOrganizationCode(gate: Gate, code: string, weight: number): void {
  const value = withCheckCharacter(code.slice(0, 16) + findOrganizationCheckCharacter(code, 8));
  offer(gate, value, value.endsWith(code.charAt(17)) ? 1 : 2, 'organization-code', weight);
}

/** Letters in positions 3–8 read as the digits they look like. */
function offerRegionDigits(gate: Gate, code: string): void {
  let value = code;
  let edits = 0;
  for (let index = 2; index < 8; index++) {
    if (isDigits(code, index, index + 1)) continue;
    value = replaceAt(value, index, digitLike(code.charAt(index)) ?? code.charAt(index));
    edits++;
  }
  offer(gate, value, edits, 'look-alike', weightOf.lookAlike);
}

/** Anything else: characters outside the alphabet, one too few, one too many, or a code with something around it. */
function offerForText(gate: Gate, text: string): void {
  if (text.length > longest) return;
  const characters = [...text];
  const { read, misread } = readMisread(characters);
  if (read.length === codeLength) offerReadings(gate, characters);
  if (read.length === codeLength - 1) offerInsertions(gate, read.join(''), misread.length);
  if (read.length === codeLength + 1) offerDeletions(gate, read, misread);
  for (const piece of text.split(/[^0-9A-Z]+/).concat(text.replace(/[^0-9A-Z]+/g, ''))) {
    if (piece.length === codeLength && piece !== text) {
      offer(gate, piece, characters.length - codeLength, 'extra-character', weightOf.lookAlike);
    }
  }
}

function withCheckCharacter(first17: string): string {
  return first17 + findCheckCharacter(first17);
}
