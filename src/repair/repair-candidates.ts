import { isRight, weighAll } from '../code/standard/weighted-sums.ts';
import type { Repair } from '../code/verdict.ts';
import type { RepairContext } from './repair-context.ts';
import { rateHead, rateOrganization } from './repair-prior.ts';
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

/** The gate that every candidate passes: both check characters, a known authority × category pair, a region of a listed province. */
export interface Gate {
  context: RepairContext;
  /** First character of the value to repair. */
  authority: string;
  found: Candidate[];
  /** What candidates begin with, and how likely that is: many begin alike. */
  heads: Map<string, number>;
  /** Only the best is asked for, if it is worth showing, and no code is likelier than this: see {@link isBeaten}. */
  likeliest?: number;
}

/** Whether only the best is asked for, and nothing of such a weight can be it. */
export function isBeaten({ context, found, likeliest }: Gate, weight: number): boolean {
  if (likeliest === undefined) return false;
  // With shares at hand, even what weighs little tells how rare the others are.
  if (context.prior === undefined && weight < weightOf.hardly) return true;
  return found.some((candidate) => candidate.weight > weight * likeliest);
}

/** Keeps a candidate when it passes the gate; of two ways to one code the likelier counts. */
export function offer(gate: Gate, value: string, edits: number, reason: Repair['reason'], weight: number): void {
  if (isRight(weighAll(value))) offerPassed(gate, value, edits, reason, weight);
}

/** {@link offer} of a code that is known to conform. */
export function offerPassed(gate: Gate, value: string, edits: number, reason: Repair['reason'], weight: number): void {
  const same = gate.found.find((candidate) => candidate.value === value);
  const rate = same?.rate ?? rateCode(gate, value);
  if (rate === 0) return;
  const likelihood = weight * rate;
  if (same === undefined) gate.found.push({ value, edits, reason, weight: likelihood, rate });
  else if (likelihood > same.weight || (likelihood === same.weight && edits < same.edits))
    Object.assign(same, { edits, reason, weight: likelihood });
}

function rateCode({ context, authority, heads }: Gate, code: string): number {
  const head = code.slice(0, 8);
  let rate = heads.get(head);
  if (rate === undefined) {
    rate = rateHead(head, authority, context);
    heads.set(head, rate);
  }
  return rate === 0 ? 0 : rate * rateOrganization(code.slice(8));
}
