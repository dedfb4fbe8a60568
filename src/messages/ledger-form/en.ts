/** What return forms say. */
export const ledgerFormEn = {
  sheet: 'Return',
  title: ({ unit, period }: { unit: string; period: string | null }) =>
    `Codes to be corrected${period === null ? '' : `, ${period}`}: ${unit}`,
  intro: ({ count, due, contact }: { count: number; due: string | null; contact: string | null }) =>
    [
      `${count} problem${count === 1 ? '' : 's'}.`,
      due === null ? '' : `Please return by ${due}.`,
      contact === null ? '' : `Contact: ${contact}.`,
      'Fill in the yellow cells only; leave the column “Problem No.” and the layout as they are.',
    ]
      .filter((text) => text !== '')
      .join(' '),
  flags:
    'Flag: 0 a new code was issued (write it under “corrected code”), 1 the record was deleted, 2 the code stays. Of several that hold one code at most one may keep it, unless a body outside the area holds it too: then say so under “note”.',
  /** Where the form is one of licences and penalties. */
  licences: {
    title: ({ unit, period }: { unit: string; period: string | null }) =>
      `Licences and penalties to be corrected${period === null ? '' : `, ${period}`}: ${unit}`,
    flags:
      'Flag: 0 the value was corrected (write the new one under “corrected value”), 1 the records were withdrawn, 2 the value stays.',
    flagRule: { title: 'Flag', prompt: '0 corrected, 1 withdrawn, 2 value stays', error: 'Write 0, 1 or 2.' },
    columns: {
      name: 'Person or body concerned',
      code: 'Value',
      suggestion: 'Suggested value',
      newCode: 'Corrected value',
    },
  },
  columns: {
    number: 'Problem No.',
    name: 'Entity name',
    code: 'Unified social credit code',
    kind: 'Problem',
    counterpart: 'Also held by',
    suggestion: 'Suggested code',
    unit: 'Unit',
    flag: 'Flag',
    newCode: 'Corrected code',
    note: 'Note',
  },
  counterpart: ({ name, unit, code }: { name: string; unit: string; code: string | null }) =>
    `${code === null ? '' : `${code} `}${name || '(no name)'} (${unit})`,
  flagRule: { title: 'Flag', prompt: '0 new code, 1 deleted, 2 code stays', error: 'Write 0, 1 or 2.' },
  codeRule: {
    title: 'Corrected code',
    prompt: 'With flag 0: the new code, 18 characters',
    error: 'This is not a conforming code. Look at it again.',
  },
  reportSheet: 'Refused',
  reportTitle: (file: string) => `Refused answers: ${file}`,
  reportColumns: { file: 'File', sheet: 'Sheet', row: 'Row', number: 'No.', reason: 'Why it was refused' },
  cut: ' … (cut)',
};
