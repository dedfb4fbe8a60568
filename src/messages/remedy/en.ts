/** What can be done, a whole sentence for each face; null where a face has nothing to do it with. */
const command = {
  'code-column': 'Name the column of codes with --code-column.',
  'name-column': 'Name the column of names with --name-column.',
  'unit-column': 'Name the column of units with --unit-column.',
  'other-unit-column': 'Choose another column with --unit-column, or leave the option out.',
  'registration-column': 'Name it with --registration-column.',
  'legacy-column': 'Name it with --legacy-column.',
  'keep-column': 'Name it in --keep.',
  encoding: 'Name the encoding with --encoding utf-8 or --encoding gb18030.',
  sheet: 'Name the sheet with --sheet.',
  'hidden-sheet': 'To check it, name it with --sheet.',
  'max-expand': 'If you trust it, say with --max-expand how much it may unpack to, such as --max-expand 1TiB.',
  'temp-dir': 'Free some space, or name another folder with --temp-dir.',
  'xls-package': 'Open it and save it as .xlsx, or install the package @e965/xlsx.',
  password: 'Put it into USCC_PASSWORD, or into a file named by --password-file.',
  table: 'Name it with --table.',
};

type Words = Record<keyof typeof command, string | null>;

const page: Words = {
  'code-column': 'Choose the column under “Codes”.',
  'name-column': 'Choose the column under “Names”.',
  'unit-column': 'Choose the column under “Units responsible”.',
  'other-unit-column': 'Choose another column under “Units responsible”, or “(not by unit)”.',
  'registration-column': null,
  'legacy-column': null,
  'keep-column': null,
  encoding: 'Choose UTF-8 or GB18030 under “Encoding”.',
  sheet: null,
  'hidden-sheet': 'To check it, unhide it and open the file again.',
  'max-expand': 'If you trust it, use the command with --max-expand.',
  'temp-dir': null,
  'xls-package': 'Open it and save it as .xlsx.',
  password: null,
  table: null,
};

const library: Words = {
  'code-column': 'Name the column of codes in codeColumn.',
  'name-column': 'Name the column of names in nameColumn.',
  'unit-column': 'Name the column of units in unitColumn.',
  'other-unit-column': 'Name another column in unitColumn, or leave it out.',
  'registration-column': 'Name it in registrationColumn.',
  'legacy-column': 'Name it in legacyColumn.',
  'keep-column': 'Name it in keep.',
  encoding: 'Name the encoding in encoding: utf-8 or gb18030.',
  sheet: 'Name the sheet in sheet.',
  'hidden-sheet': 'To check it, name it in sheet.',
  'max-expand': 'If you trust it, say in maxExpandBytes how much it may unpack to.',
  'temp-dir': 'Free some space, or name another folder in tempDir.',
  'xls-package': 'Open it and save it as .xlsx, or install the package @e965/xlsx.',
  password: 'Give it in password.',
  table: 'Name it in table.',
};

export const en = { command: command as Words, page, library };
