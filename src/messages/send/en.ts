import { formatCount } from '../numbers.ts';

/** What the covering note says; texts already in words. */
export interface LetterFacts {
  unitCount: number;
  organization: string;
  period: string;
  due: string;
  contact: string;
}

/** The text of what is sent out to units. */
export const en = {
  /** Columns of the sheet of a unit: what a person needs, and what a person fills in. */
  columns: {
    number: 'No.',
    place: 'Place',
    name: 'Name',
    code: 'Unified social credit code',
    description: 'What is wrong',
    suggestion: 'Suggested code',
    action: 'Action (0, 1, 2)',
    corrected: 'Corrected code',
    remark: 'Remarks',
  },
  sheet: 'Return sheet',
  /** Ends of file names; the rest is the unit's name. */
  unitFile: ' - codes to correct.xlsx',
  indexFile: 'index.xlsx',
  noteFile: 'covering-note',
  title: (period: string) => `Problem codes to correct${period === '' ? '' : `, ${period}`}`,
  facts: {
    unit: 'Unit',
    organization: 'Sent by',
    period: 'Period',
    due: 'Return by',
    contact: 'Contact',
    problems: 'Rows',
  },
  indexColumns: {
    number: 'No.',
    unit: 'Unit responsible',
    rows: 'Rows',
    contact: 'Contact',
    phone: 'Phone',
    file: 'File',
    sent: 'Sent on',
    returned: 'Returned on',
  },
  sum: 'Total',
  note: {
    heading: (period: string) => `Codes to verify and correct${period === '' ? '' : `, ${period}`}`,
    body: ({ unitCount, due, contact }: LetterFacts): string[] => [
      `The unified social credit codes that need to be verified go to ${formatCount(unitCount)} units, one workbook each.`,
      'Please look at each row and fill in the three yellow columns. Action is one digit: 0 new code issued, 1 delete, 2 keep the code as it is. With 0, enter the new code of 18 characters. Please leave the columns and their order as they are.',
      'Where one code stands with several names, the sheet names the others, their unit and their row: please settle with them whose it is; at most one keeps it.',
      ...(due === '' ? [] : [`Please stamp and return the sheet by ${due}.`]),
      ...(contact === '' ? [] : [`Contact: ${contact}.`]),
    ],
    list: 'Sheets of the units',
    closing: (organization: string) => organization,
  },
};
