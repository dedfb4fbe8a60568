import type { Issue } from '../code/verdict.ts';
import { gather } from './find-repairs.ts';
import type { Candidate } from './repair-candidates.ts';
import type { RepairContext } from './repair-context.ts';
import { addForFiles } from './repair-files.ts';
import { rateLikeliest } from './repair-prior.ts';
import * as weightOf from './repair-weights.ts';

/** Nothing is left of a code in less than a taxpayer number. */
const fewest = 15;

/** What was asked last, and the answer: exports repeat a wrong value, by the million at times. */
let last: {
  normalized: string;
  issue: Issue['code'] | undefined;
  context: RepairContext;
  suggestion: string | null;
} | null = null;

/**
 * The first of what `repair` gives for an erroneous value that has been normalized and decided already, and nothing where that
 * hardly explains the value (below about one in twenty): for lists that have room for one. What cannot be the first is not
 * looked for, so it takes a fraction of the time.
 */
export function suggestRepair(normalized: string, issue: Issue | null, context: RepairContext): string | null {
  if (normalized.length < fewest) return null;
  if (last === null || last.normalized !== normalized || last.issue !== issue?.code || last.context !== context) {
    last = { normalized, issue: issue?.code, context, suggestion: findSuggestion(normalized, issue, context) };
  }
  return last.suggestion;
}

function findSuggestion(normalized: string, issue: Issue | null, context: RepairContext): string | null {
  const found: Candidate[] = [];
  const likeliest = rateLikeliest(context);
  gather(
    { context, authority: normalized.charAt(0), found, prefixRates: new Map(), likeliest },
    normalized,
    issue,
    addForFiles,
  );
  let [best] = found;
  if (best === undefined) return null;
  let scale = context.prior === undefined ? 1 : 0;
  for (const each of found) {
    if (each.weight > best.weight || (each.weight === best.weight && each.edits < best.edits)) best = each;
    scale = Math.max(scale, each.rate);
  }
  return best.weight >= weightOf.hardly * scale ? best.value : null;
}
