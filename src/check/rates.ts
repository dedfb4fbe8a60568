import type { IssueCode } from '../code/verdict.ts';
import type { DuplicateTotals } from './duplicates/duplicate-totals.ts';
import type { PartitionCounts, Rate, RateDefinition, Report } from './report.ts';

/** Every definition, the default first. */
export const RATE_DEFINITIONS: RateDefinition[] = [
  'literal',
  'assignment',
  'conflicting',
  'all-duplicates',
  'erroneous',
  'check-digit',
  'with-unconverted',
];

/** What rates are made of. */
export interface RateFacts {
  counts: PartitionCounts;
  issues: Report['issues'];
  duplicates: DuplicateTotals;
  /** Conforming codes beyond the first of each organization code; null: not counted. */
  severalCodes: number | null;
}

/** The rates by every definition; the guide, "rates", says which plan uses which. */
export function computeRates(facts: RateFacts): Record<RateDefinition, Rate> {
  const { counts, issues, duplicates } = facts;
  const { conforming, erroneous, unconverted } = counts;
  const codes = conforming + erroneous;
  const { conformingExcess, conformingRecords, conformingConflictingRecords } = duplicates;
  return {
    literal: createRate(erroneous + conformingExcess, codes),
    assignment: computeAssignment(facts),
    conflicting: isOpen(duplicates)
      ? createOpenRate(codes)
      : createRate(erroneous + conformingConflictingRecords, codes),
    'all-duplicates': createRate(erroneous + conformingRecords, codes),
    erroneous: createRate(erroneous, codes),
    'check-digit': createRate(erroneous - (issues['organization-check-digit'] ?? 0), codes),
    'with-unconverted': createRate(erroneous + conformingExcess + unconverted, codes + unconverted),
  };
}

/** Issues of erroneous values that are compared with one another; of others it is not known what was issued. */
const comparedIssues: IssueCode[] = [
  'identity-number',
  'region-format',
  'check-digit',
  'organization-check-digit',
  'registration-check-digit',
];

/** Over distinct pairs of code and name: erroneous ones, second names of a code that conforms, second codes of an organization. */
function computeAssignment({ counts, issues, duplicates, severalCodes }: RateFacts): Rate {
  const erroneous = comparedIssues.reduce((sum, issue) => sum + (issues[issue] ?? 0), 0);
  const { extraNames, erroneousExcess, erroneousExtraNames, conformingExtraNames } = duplicates;
  const records = counts.conforming + counts.unconverted + erroneous;
  const assignments = records - duplicates.counts.excess + extraNames;
  if (severalCodes === null || isOpen(duplicates)) return createOpenRate(assignments);
  const erroneousAssignments = erroneous - erroneousExcess + erroneousExtraNames;
  return createRate(erroneousAssignments + conformingExtraNames + severalCodes, assignments);
}

/** As long as a duplicate may be conflicting or not, no rate that needs the answer is better for that. */
function isOpen({ counts }: DuplicateTotals): boolean {
  return counts.unnamed.codes > 0;
}

/** numerator / denominator; a rate of no codes has no value. */
export function createRate(numerator: number, denominator: number): Rate {
  return { numerator, denominator, value: denominator === 0 ? null : numerator / denominator };
}

function createOpenRate(denominator: number): Rate {
  return { numerator: null, denominator, value: null };
}
