import { formatCount } from '../numbers.ts';

/** The text of what is added to a workbook that is written again. */
export const en = {
  /** The sheet of changes: its tab, and its title for each command. */
  tab: 'Changes',
  titles: {
    fix: 'Cells that were put right (green in the tables)',
    dedup: 'Rows that were removed (numbers of the table as it was)',
  },
  columns: {
    sheet: 'Sheet',
    row: 'Row',
    record: 'What was removed',
    change: 'Change',
    why: 'Why',
    kept: 'What stays',
  },
  /** What a cell held and holds; a record that went: never a code alone in a cell. */
  change: (before: string, after: string) => `"${before}" → "${after}"`,
  gone: (code: string, name: string) => `"${code}" ${name}`,
  /** Columns that `--marked` adds. */
  reason: 'What is wrong',
  suggestion: 'Suggested code',
  /** Columns that `match` adds; the number of the code column where there are several. */
  match: { status: 'Match', code: 'Registered code', name: 'Registered name', why: 'Why' },
  statuses: {
    matched: 'registered',
    unnamed: 'name not compared',
    'other-name': 'other name',
    absent: 'not registered',
    erroneous: 'erroneous',
    unconverted: 'unconverted',
    missing: 'missing',
  },
  removed: {
    repeated: 'repeated record, the code of the one that stays',
    conflicting: 'one code under several names; one of them stays',
  },
  separated: 'one code under several names, moved to a file of its own',
  keptRow: (table: string, line: number) => `${table}, row ${formatCount(line)}`,
  /** A code that stands elsewhere, too. */
  duplicate(kind: 'conflicting' | 'repeated' | null, others: string[], hasMore: boolean) {
    const what =
      kind === null
        ? 'Duplicate'
        : kind === 'conflicting'
          ? 'Duplicate (one code, several names)'
          : 'Duplicate (repeated record)';
    return `${what}: the code stands also in ${others.join(', ')}${hasMore ? ' and elsewhere' : ''}.`;
  },
  table: (number: number) => `Table ${number}`,
  cut: '… (too long, cut)',
  more: (count: number) => `${formatCount(count)} more are not listed.`,
};

export type EditedWorkbookMessages = typeof en;
