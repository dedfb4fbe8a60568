import { isRight, weighAll } from '../code/standard/weighted-sums.ts';
import type { Repair } from '../code/verdict.ts';
import type { RepairContext } from './repair-context.ts';
import { rateOrganization, ratePrefix } from './repair-prior.ts';
import * as weightOf from './repair-weights.ts';

/** A repair before its weight is shared out: how often such an error happens, times how likely the code is. */
export interface Candidate {
  value: string;
  edits: number;
  reason: Repair['reason'];
  weight: number;
  /** How likely the code itself is; part of the weight. */
  rate: number;
}

/** The candidates found so far, each with both check characters right, a known authority × category pair and the region of a listed province. */
export interface Candidates {
  context: RepairContext;
  /** First character of the value to repair. */
  authority: string;
  found: Candidate[];
  /** What candidates begin with, and how likely that is: many begin alike. */
  prefixRates: Map<string, number>;
  /** Only the best is asked for, if it is worth showing, and no code is likelier than this: see {@link isBeaten}. */
  likeliest?: number;
}

/** Whether only the best is asked for, and nothing of such a weight can be it. */
export function isBeaten({ context, found, likeliest }: Candidates, weight: number): boolean {
  if (likeliest === undefined) return false;
  // With shares at hand, even what weighs little tells how rare the others are.
  if (context.prior === undefined && weight < weightOf.hardly) return true;
  for (const candidate of found) if (candidate.weight > weight * likeliest) return true;
  return false;
}

/** Keeps a code when it may be right; of two ways to one code the likelier counts. */
export function addCandidate(
  candidates: Candidates,
  value: string,
  edits: number,
  reason: Repair['reason'],
  weight: number,
): void {
  if (isRight(weighAll(value))) addConforming(candidates, value, edits, reason, weight);
}

/** {@link addCandidate} of a code that is known to conform. */
export function addConforming(
  candidates: Candidates,
  value: string,
  edits: number,
  reason: Repair['reason'],
  weight: number,
): void {
  const same = findSame(candidates, value);
  const rate = same?.rate ?? rateCode(candidates, value);
  if (rate === 0) return;
  const likelihood = weight * rate;
  if (same === undefined) candidates.found.push({ value, edits, reason, weight: likelihood, rate });
  else if (likelihood > same.weight || (likelihood === same.weight && edits < same.edits))
    Object.assign(same, { edits, reason, weight: likelihood });
}

function findSame({ found }: Candidates, value: string): Candidate | undefined {
  for (const candidate of found) if (candidate.value === value) return candidate;
  return undefined;
}

function rateCode({ context, authority, prefixRates }: Candidates, code: string): number {
  const prefix = code.slice(0, 8);
  let rate = prefixRates.get(prefix);
  if (rate === undefined) {
    rate = ratePrefix(prefix, authority, context);
    prefixRates.set(prefix, rate);
  }
  return rate === 0 ? 0 : rate * rateOrganization(code);
}
