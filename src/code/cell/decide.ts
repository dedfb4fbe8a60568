import { alphabet, codeLength, codeValueAt, isCodeLike, isDigits } from '../standard/alphabet.ts';
import { codeRemainder, findCheckCharacter } from '../standard/check-character.ts';
import { findOrganizationCheckCharacter, isOrganizationCodeAt } from '../standard/organization-code.ts';
import { isPilotEra } from '../standard/pilot-era.ts';
import type { Issue, Partition } from '../verdict.ts';
import { isIdentityNumberAt, isMistypedIdentityNumberAt } from './identity-number.ts';
import { isFifteenDigits, isOrganizationCode, isRegistrationNumber, isTaxpayerNumber } from './legacy.ts';
import { isMissing } from './missing.ts';
import { isRounded, isSpreadsheetNotation } from './spreadsheet.ts';

/** What one cell is: its partition, and the issues with the deciding one first. */
export interface Decision {
  partition: Partition;
  issues: Issue[];
}

/**
 * The decision table of the counting rules, first match wins.
 *
 * @param cleaned `s`: the cell freed of what is around the value
 * @param normalized `t`: `s` without dashes
 */
export function decide(cleaned: string, normalized: string): Decision {
  if (isMissing(cleaned)) return { partition: 'missing', issues: [{ code: 'missing' }] };
  const codeShaped = isCodeLike(normalized);
  if (!codeShaped && isSpreadsheetNotation(cleaned)) return erroneous({ code: 'spreadsheet-notation' });
  if (codeShaped) return decideCode(normalized);
  const strange = findStrangeCharacter(normalized);
  if (strange !== null) return erroneous({ code: 'charset', ...strange });
  if (isRegistrationNumber(normalized)) return unconverted({ code: 'registration-number' });
  if (isTaxpayerNumber(normalized)) return unconverted({ code: 'taxpayer-number' });
  if (isOrganizationCode(normalized)) return unconverted({ code: 'organization-code' });
  if (isFifteenDigits(normalized)) return erroneous({ code: 'registration-check-digit' });
  return erroneous({ code: 'length' });
}

/** Rows 4–9: 18 characters of the alphabet. Row 9 goes first: it rules out the others, and nearly every code is of it. */
function decideCode(code: string): Decision {
  const remainder = codeRemainder(code);
  const organizationRight = isOrganizationCodeAt(code, 8);
  const region = findRegionLetter(code);
  if (remainder === 0 && organizationRight && region === null) return { partition: 'conforming', issues: [] };
  if (isIdentityNumberAt(code) || isMistypedIdentityNumberAt(code)) return erroneous({ code: 'identity-number' });
  if (region === null && isPilotEra(code)) {
    return { partition: 'conforming', issues: [{ code: 'pilot-era' }] };
  }
  const issues: Issue[] = [];
  if (region !== null) issues.push(region);
  if (remainder !== 0) issues.push(describeCheckDigit(code, remainder));
  if (!organizationRight) issues.push(describeOrganizationCheckDigit(code));
  return { partition: 'erroneous', issues };
}

function describeCheckDigit(code: string, remainder: number): Issue {
  const issue: Issue = {
    code: 'check-digit',
    at: codeLength,
    actual: code.charAt(17),
    expected: findCheckCharacter(code),
  };
  // The system that issued it took Σ mod 31 itself for the check character and forgot to subtract it from 31:
  // the last value is Σ, so that the sum of all 18 is 2Σ.
  if (remainder === (2 * codeValueAt(code, 17)) % 31) issue.diagnosis = 'complement';
  else if (isRounded(code)) issue.diagnosis = 'spreadsheet-rounding';
  return issue;
}

function describeOrganizationCheckDigit(code: string): Issue {
  return {
    code: 'organization-check-digit',
    at: 17,
    actual: code.charAt(16),
    expected: findOrganizationCheckCharacter(code, 8),
  };
}

function findRegionLetter(code: string): Issue | null {
  for (let index = 2; index < 8; index++) {
    if (!isDigits(code, index, index + 1)) return { code: 'region-format', at: index + 1, actual: code.charAt(index) };
  }
  return null;
}

/** The first character outside the alphabet when there are 18 in all; characters are code points. */
function findStrangeCharacter(normalized: string): { at: number; actual: string } | null {
  if (normalized.length < codeLength || normalized.length > 2 * codeLength) return null;
  const characters = [...normalized];
  if (characters.length !== codeLength) return null;
  const index = characters.findIndex((character) => !alphabet.includes(character));
  return { at: index + 1, actual: characters[index] ?? '' };
}

function erroneous(issue: Issue): Decision {
  return { partition: 'erroneous', issues: [issue] };
}

function unconverted(issue: Issue): Decision {
  return { partition: 'unconverted', issues: [issue] };
}
