import { conforms } from './conforms.ts';
import type { RepairContext } from './repair-context.ts';
import { rateCode } from './repair-prior.ts';
import type { Repair } from './verdict.ts';

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
}

/** Keeps a candidate when it passes the gate; of two ways to one code the likelier counts. */
export function offer(gate: Gate, value: string, edits: number, reason: Repair['reason'], weight: number): void {
  if (!conforms(value)) return;
  const same = gate.found.find((candidate) => candidate.value === value);
  const rate = same?.rate ?? rateCode(value, gate.authority, gate.context);
  if (rate === 0) return;
  const likelihood = weight * rate;
  if (same === undefined) gate.found.push({ value, edits, reason, weight: likelihood, rate });
  else if (likelihood > same.weight || (likelihood === same.weight && edits < same.edits))
    Object.assign(same, { edits, reason, weight: likelihood });
}
