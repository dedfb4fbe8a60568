import type { Diagnosis, IssueCode, NoteCode } from '../../code/verdict.ts';

/** In the order by which findings are packed as numbers. */
export const issueCodes: readonly IssueCode[] = [
  'missing',
  'spreadsheet-notation',
  'charset',
  'identity-number',
  'region-format',
  'pilot-era',
  'check-digit',
  'organization-check-digit',
  'registration-number',
  'taxpayer-number',
  'organization-code',
  'registration-check-digit',
  'length',
];
export const noteCodes: readonly NoteCode[] = ['format', 'authority-category', 'region-unlisted', 'region-abolished'];
export const diagnosisCodes: readonly Diagnosis[] = ['complement', 'spreadsheet-rounding'];
