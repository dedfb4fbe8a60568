import type { InputMessages } from './input-messages.ts';

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
  changed: (path) => `${path}: the file changed while it was read; check it again when nothing writes to it`,
};

function list(columns: string[]): string {
  const shown = columns.slice(0, 30).map((name, index) => `${index + 1} ${name}`);
  return columns.length > 30 ? `${shown.join(', ')} and ${columns.length - 30} more` : shown.join(', ');
}
