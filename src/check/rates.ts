import type { DuplicateTotals } from './duplicates/duplicate-totals.ts';
import type { PartitionCounts, Rate, RateDefinition } from './report.ts';

/** Every definition, the default first. */
export const RATE_DEFINITIONS: RateDefinition[] = [
  'literal',
  'conflicting',
  'all-duplicates',
  'erroneous',
  'check-digit',
  'with-unconverted',
];

/** The rates by every definition; the guide, "rates", says which plan uses which. */
export function computeRates(
  counts: PartitionCounts,
  organizationCheckDigits: number,
  duplicates: DuplicateTotals,
): Record<RateDefinition, Rate> {
  const { conforming, erroneous, unconverted } = counts;
  const codes = conforming + erroneous;
  // As long as a duplicate may be conflicting or not, no rate that needs the answer is better for that.
  const isOpen = duplicates.counts.unnamed.codes > 0;
  const { conformingExcess, conformingRecords, conformingConflictingRecords } = duplicates;
  return {
    literal: createRate(erroneous + conformingExcess, codes),
    conflicting: isOpen
      ? { numerator: null, denominator: codes, value: null }
      : createRate(erroneous + conformingConflictingRecords, codes),
    'all-duplicates': createRate(erroneous + conformingRecords, codes),
    erroneous: createRate(erroneous, codes),
    'check-digit': createRate(erroneous - organizationCheckDigits, codes),
    'with-unconverted': createRate(erroneous + conformingExcess + unconverted, codes + unconverted),
  };
}

/** numerator / denominator; a rate of no codes has no value. */
export function createRate(numerator: number, denominator: number): Rate {
  return { numerator, denominator, value: denominator === 0 ? null : numerator / denominator };
}
