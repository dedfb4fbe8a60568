import type { ProblemColumn, WorkbookMessages } from '../../messages/workbook/index.ts';
import { nameCell } from '../../write/workbook/row.ts';
import type { Validation } from '../../write/workbook/sheet.ts';

const actions = '"0,1,2"';

/**
 * Rules for what people fill in. The action is kept as its digit alone, which is what systems that take the sheet back
 * read; what the digits mean stands beside the cell when it is entered.
 */
export function listValidations(columns: ProblemColumn[], messages: WorkbookMessages, firstRow: number): Validation[] {
  const corrected = columns.indexOf('corrected');
  return [
    { column: columns.indexOf('action'), kind: 'list', formula: actions, isStrict: true, ...messages.action },
    {
      column: corrected,
      kind: 'custom',
      formula: conforms(nameCell(corrected, firstRow)),
      isStrict: false,
      ...messages.corrected,
    },
  ];
}

/**
 * A formula for "18 characters of the alphabet, and the weighted sum is 0 mod 31" (GB 32100). The weights are 3^0 to
 * 3^16, and 1 for the check character. Rows are named by INDIRECT, so that deleting rows of the sheet does not change
 * them; FIND makes an error, which is a no, of a character outside the alphabet.
 */
export function conforms(cell: string): string {
  const place = 'ROW(INDIRECT("1:18"))';
  const value = `FIND(MID(${cell},${place},1),"0123456789ABCDEFGHJKLMNPQRTUWXY")-1`;
  return `AND(LEN(${cell})=18,MOD(SUMPRODUCT((${value})*3^MOD(${place}-1,17)),31)=0)`;
}
