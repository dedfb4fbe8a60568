import type { Judgement } from '../code/cell/judge.ts';
import type { IssueCode, Partition } from '../code/verdict.ts';
import {
  showsCheckDigit,
  showsComplement,
  showsConforming,
  showsNoted,
  showsOrganization,
  showsRounded,
} from '../engine/scan/kernel/contract.ts';
import { areaOf } from './area-ledger.ts';
import { countCharacters, type Sign } from './causes/traits.ts';

/** What counting takes of one judgement. */
export interface Marks {
  partition: Partition;
  issue: IssueCode | null;
  sign: Sign;
  isOddPair: boolean;
  /** Where it belongs, see the ledger, or -1. */
  area: number;
  /** What it shows there, bits of `contract.ts`. */
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
