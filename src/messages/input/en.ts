import type { InputMessages } from './index.ts';

export const inputEn: InputMessages = {
  notFound: (path) => `${path}: no such file`,
  isFolder: (path) => `${path}: this is a folder; name the files in it`,
  cannotRead: (path, reason) => `${path}: cannot be read (${reason})`,
  isEmpty: (path) => `${path}: the file is empty`,
  noRows: (path) => `${path}: there is a header but no row below it`,
  isBinary: (path, kind) =>
    kind === null
      ? `${path}: this is not text; export it as CSV`
      : `${path}: this is ${kind}, not CSV; save it as CSV (UTF-8) and check that`,
  noCodeColumn: (path, columns) =>
    `${path}: no column looks like social credit codes; name it with --code-column. Columns: ${list(columns)}`,
  severalCodeColumns: (path, columns) =>
    `${path}: several columns could hold the codes; choose one with --code-column: ${list(columns)}`,
  columnNotThere: (path, column, flag, columns, nearest) =>
    `${path}: there is no column ${column} (${flag})${nearest === null ? '.' : `; did you mean ${nearest}?`} Columns: ${list(columns)}`,
  unclearEncoding: (path, count, line) =>
    `${path}: the encoding is unclear: ${count} lines cannot be decoded, the first is line ${line}; name it with --encoding utf-8 or --encoding gb18030`,
  recordTooLong: (path, at, limit) => `${path}: no record ends within ${limit} MiB of byte ${at}; is this a CSV file?`,
  tooManyUnits: (path, column, limit) =>
    `${path}: column “${column}” has more than ${limit.toLocaleString('en-US')} different values, so it does not hold units; choose another with --unit-column, or leave the option out`,
  changed: (path) => `${path}: the file changed while it was read; check it again when nothing writes to it`,

  notRead: (path, kind) =>
    `${path}: this is ${kind}, which is not read; save it as .xlsx or CSV (UTF-8) and check that`,
  notUnpacked: (path, kind) => `${path}: ${kind} is not unpacked; unpack it, or pack it as zip or gzip`,
  isEncrypted: (path) => `${path}: it is protected with a password; remove the password and check again`,
  isBroken: (path, kind, reason) => `${path}: the ${kind} is damaged (${reason}); copy or export it again`,
  hasDoctype: (path) => `${path}: an XML part declares a document type, which no spreadsheet program writes; refused`,
  expandsTooFar: (path, limit) =>
    `${path}: unpacks to more than ${limit}; if you trust it, allow more with --max-expand, such as --max-expand 1TiB`,
  expandsTooSteeply: (path, ratio) =>
    `${path}: unpacks to more than ${ratio} times its size, as archives made to fill disks do; if you trust it, say how much it may come to with --max-expand`,
  tooDeep: (path, limit) => `${path}: archives within archives, more than ${limit} deep; unpack it first`,
  holdsNoTables: (path) => `${path}: there are no tables in it (CSV, Excel, JSON, Parquet, gzip or zip)`,
  matchesNothing: (pattern) => `${pattern}: matches no file`,
  noSheet: (path, sheet, sheets) => `${path}: there is no sheet ${sheet} (--sheet). Sheets: ${list(sheets)}`,
  noSheetRows: (path) => `${path}: no sheet holds any rows`,
  badJson: (path, line, reason) => `${path}: not valid JSON at line ${line} (${reason})`,
  needsXlsLibrary: (path) =>
    `${path}: this is Excel (.xls), the format of before 2007; open it and save it as .xlsx, or install the package @e965/xlsx`,
  needsSpace: (folder, needed, free) =>
    `${folder}: ${needed} are needed there for temporary files, ${free} are free; free some, or name another folder with --temp-dir`,
  ranOutOfSpace: (folder, written) =>
    `${folder}: no space left after ${written} of temporary files; free some, or name another folder with --temp-dir`,
  cannotSpool: (folder, reason) => `${folder}: temporary files cannot be written there (${reason}); see --temp-dir`,
  warning: {
    titleRows: (path, lines) =>
      `${path}: above the data, beside the header, ${lines === 1 ? 'a line was' : `${lines} lines were`} taken for titles, not records.`,
    emptySheet: (path) => `${path}: the sheet is empty and was skipped.`,
    hiddenSheet: (path) => `${path}: the sheet is hidden and was skipped; to check it, name it with --sheet.`,
    sheetWithoutCodes: (path) =>
      `${path}: no column of this sheet looks like social credit codes, so it was skipped; name the column with --code-column if it holds codes.`,
    skippedFiles: (path, names) => `${path}: not tables, so skipped: ${few(names)}.`,
    droppedKeys: (path, keys) => `${path}: keys that the first objects do not have were left out: ${few(keys)}.`,
    formulasWithoutValue: (path, count) =>
      `${path}: ${count} formulas carry no value and count as empty; open the file in Excel and save it.`,
  },
};

function few(names: string[]): string {
  return names.length > 5 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ');
}

function list(columns: string[]): string {
  const shown = columns.slice(0, 30).map((name, index) => `${index + 1} ${name}`);
  return columns.length > 30 ? `${shown.join(', ')} and ${columns.length - 30} more` : shown.join(', ');
}
