import type { Judgement } from '../code/cell/judge.ts';
import type { IssueCode, Partition } from '../code/verdict.ts';
import {
  charsetDecision,
  checkDigitDecision,
  conformingDecision,
  decidedAuthorityAt,
  decidedDetailAt,
  decidedFaultsAt,
  decidedOddPair,
  decidedShownAt,
  decidedWithArea,
  decisionMask,
  identityDecision,
  lengthDecision,
  notationDecision,
  organizationDecision,
  pilotDecision,
  regionDecision,
  registrationDecision,
  showsCheckDigit,
  showsComplement,
  showsConforming,
  showsNoted,
  showsOrganization,
  showsRounded,
} from '../engine/scan/kernel/decision.ts';
import { areaOf, joinArea } from './area-ledger.ts';
import { countCharacters, type Sign } from './causes/traits.ts';

/** What counting takes of one judgement. */
export interface Marks {
  partition: Partition;
  issue: IssueCode | null;
  sign: Sign;
  isOddPair: boolean;
  /** Where it belongs, see the ledger, or -1. */
  area: number;
  /** What it shows there, bits of `decision.ts`. */
  shown: number;
}

export function marksOf({ partition, issue, normalized, authority, isOddPair, isNoted }: Judgement): Marks {
  let shown = (partition === 'conforming' ? showsConforming : 0) | (isNoted ? showsNoted : 0);
  if (issue?.code === 'check-digit') shown |= showsCheckDigit;
  if (issue?.code === 'organization-check-digit') shown |= showsOrganization;
  if (issue?.diagnosis === 'complement') shown |= showsComplement;
  if (issue?.diagnosis === 'spreadsheet-rounding') shown |= showsRounded;
  return {
    partition,
    issue: issue?.code ?? null,
    sign: {
      foreignCharacter: issue?.code === 'charset' ? (issue.actual ?? null) : null,
      wrongLength: issue?.code === 'length' ? countCharacters(normalized) : null,
    },
    isOddPair,
    area: authority === null ? -1 : areaOf(normalized),
    shown,
  };
}

/** The issue of each decision of the kernel. */
const issues: (IssueCode | null)[] = [];
issues[checkDigitDecision] = 'check-digit';
issues[organizationDecision] = 'organization-check-digit';
issues[regionDecision] = 'region-format';
issues[identityDecision] = 'identity-number';
issues[pilotDecision] = 'pilot-era';
issues[conformingDecision] = null;
issues[registrationDecision] = 'registration-check-digit';
issues[lengthDecision] = 'length';
issues[charsetDecision] = 'charset';
issues[notationDecision] = 'spreadsheet-notation';

/** The same of a record that the kernel decided, and how its cell is written, see `findWritingFaults`; null: as its code. */
export function readDecision(word: number, region: number): { marks: Marks; faults: number | null } {
  const decision = word & decisionMask;
  const shown = (word >> decidedShownAt) & 63;
  const detail = (word >> decidedDetailAt) & 127;
  const marks: Marks = {
    partition: shown & showsConforming ? 'conforming' : 'erroneous',
    issue: issues[decision] ?? null,
    sign: {
      foreignCharacter: decision === charsetDecision ? String.fromCharCode(detail) : null,
      wrongLength: decision === lengthDecision ? detail : null,
    },
    isOddPair: (word & decidedOddPair) !== 0,
    area: word & decidedWithArea ? joinArea((word >> decidedAuthorityAt) & 31, region) : -1,
    shown,
  };
  const faults = (word >> decidedFaultsAt) & 31;
  return { marks, faults: faults === 0 ? null : faults };
}
