import { conforms } from './conforms.ts';
import { isKnownPair, isUnconfirmedPair } from './pairs.ts';
import type { RegionFacts, Repair } from './verdict.ts';

/** A repair before its weight is shared out; weights compare how often such an error happens. */
export interface Candidate {
  value: string;
  edits: number;
  reason: Repair['reason'];
  weight: number;
}

/** The gate that every candidate passes: both check characters, a known authority × category pair, a listed region. */
export interface Gate {
  regions: RegionFacts | undefined;
  /** First character of the value to repair. */
  authority: string;
  found: Candidate[];
}

const abolishedFactor = 0.25;
const unconfirmedFactor = 0.2;
const oddOrganizationFactor = 0.3;
// Of 180 million codes all but a few are issued by 9; a repair that changes the authority leads away from it only rarely.
const authorityFactor: Readonly<Record<string, number>> = { '9': 1, '1': 0.2, '5': 0.2, '8': 0.1, N: 0.2 };
const rareAuthorityFactor = 0.05;
const usualOrganization = /^(?:[0-9]{8}|M[0-9A-Z]{7})[0-9X]$/;

/** Keeps a candidate when it passes the gate; of two ways to one code the likelier counts. */
export function offer(gate: Gate, value: string, edits: number, reason: Repair['reason'], weight: number): void {
  if (!conforms(value)) return;
  const likelihood = weight * rate(value, gate);
  if (likelihood === 0) return;
  const same = gate.found.find((candidate) => candidate.value === value);
  if (same === undefined) gate.found.push({ value, edits, reason, weight: likelihood });
  else if (likelihood > same.weight || (likelihood === same.weight && edits < same.edits))
    Object.assign(same, { edits, reason, weight: likelihood });
}

/** How usual a conforming code looks, 0–1; 0 for one that no registry could have issued. */
function rate(code: string, { regions, authority }: Gate): number {
  if (!isKnownPair(code)) return 0;
  const status = regions?.status(code.slice(2, 8)) ?? 'in-use';
  if (status === 'unlisted') return 0;
  const region = status === 'abolished' ? abolishedFactor : 1;
  const issuer = code.startsWith(authority) ? 1 : (authorityFactor[code.charAt(0)] ?? rareAuthorityFactor);
  const layer = isUnconfirmedPair(code) ? unconfirmedFactor : 1;
  // Organization codes are eight digits (before 2015) or begin with M (since).
  return region * issuer * layer * (usualOrganization.test(code.slice(8, 17)) ? 1 : oddOrganizationFactor);
}
