/** Commands of the ledger. */
export const LEDGER_COMMANDS = [
  'ledger record',
  'ledger feedback',
  'ledger send',
  'ledger collect',
  'ledger submit',
  'ledger status',
  'ledger show',
  'ledger exempt',
  'ledger export',
  'ledger merge',
  'ledger check',
] as const;

/** Commands that do something, in the order of the work. A command within another is named with both: `ledger record`. */
export const RUN_COMMANDS = [
  'check',
  'validate',
  'inspect',
  'fix',
  'dedup',
  'match',
  'diff',
  'licences',
  'sql',
  ...LEDGER_COMMANDS,
  'serve',
  'page',
  'generate',
  'bench',
  'help',
  'complete',
] as const;
export type RunCommand = (typeof RUN_COMMANDS)[number];

/** Commands that read tables, and take the flags that say how. */
export const READERS = [
  'check',
  'inspect',
  'fix',
  'dedup',
  'match',
  'diff',
  'licences',
  'ledger record',
  'serve',
] as const;
