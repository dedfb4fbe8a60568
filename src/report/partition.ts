import type { IssueCode, Partition } from '../code/verdict.ts';

/** The partition of records that an issue decides. */
export function partitionOf(code: IssueCode): Partition {
  switch (code) {
    case 'missing':
      return 'missing';
    case 'pilot-era':
      return 'conforming';
    case 'registration-number':
    case 'taxpayer-number':
    case 'organization-code':
      return 'unconverted';
    default:
      return 'erroneous';
  }
}

/** The order in which lists go through the partitions: what counts against the rate comes first. */
export const PARTITIONS: readonly Partition[] = ['erroneous', 'missing', 'unconverted', 'conforming'];

/** How much a record matters, as lists say it. */
export type Severity = 'error' | 'warning' | 'info';

export function severityOf(partition: Partition): Severity {
  if (partition === 'erroneous') return 'error';
  return partition === 'conforming' ? 'info' : 'warning';
}
