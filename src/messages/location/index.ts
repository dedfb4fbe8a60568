import { formatCount } from '../numbers.ts';

/** Where a record stands. */
export interface LocationFacts {
  /** Null: it need not be said, or is the only file. */
  path: string | null;
  /** The sheet of the workbook that `path` names with it, `book.xlsx#Sheet1`; null: the file is no workbook. */
  sheet: string | null;
  /** Row of the sheet or line of the file, from 1. */
  line: number;
  /** Record number, from 1. */
  row: number;
  /** What names the record in an engine's table, whose rows have no numbers. */
  key?: string | undefined;
}

/**
 * A place as people find it: the row that the spreadsheet program shows, or the line of the file, first; the number of the
 * record, which scripts use, beside it where it is another.
 */
export function describeLocation(facts: LocationFacts, lang: 'zh' | 'en'): string {
  return lang === 'zh' ? describeZh(facts) : describeEn(facts);
}

/** The row alone, for tables whose heading or whose other columns say the rest. */
export function describeRow(
  { sheet, line, key }: Pick<LocationFacts, 'sheet' | 'line' | 'key'>,
  lang: 'zh' | 'en',
): string {
  if (key !== undefined) return lang === 'zh' ? `主键 ${key}` : `key ${key}`;
  if (lang === 'zh') return `第 ${formatCount(line)} 行`;
  return `${sheet === null ? 'line' : 'row'} ${formatCount(line)}`;
}

/** The file of a table without its sheet: `book.xlsx` of `book.xlsx#Sheet1`. */
export function nameFile(path: string, sheet: string | null): string {
  return sheet !== null && path.endsWith(`#${sheet}`) ? path.slice(0, -sheet.length - 1) : path;
}

function describeZh(facts: LocationFacts): string {
  const { path, sheet } = facts;
  const file = path === null ? '' : nameFile(path, sheet);
  const table = sheet === null ? (file === '' ? '' : `${file} `) : `${file}「${sheet}」`;
  return `${table}${describeRow(facts, 'zh')}${isNumbered(facts) ? '' : `（记录 ${formatCount(facts.row)}）`}`;
}

function describeEn(facts: LocationFacts): string {
  const { path, sheet } = facts;
  const parts = [
    ...(path === null ? [] : [nameFile(path, sheet)]),
    ...(sheet === null ? [] : [`sheet "${sheet}"`]),
    describeRow(facts, 'en'),
  ];
  return `${parts.join(', ')}${isNumbered(facts) ? '' : ` (record ${formatCount(facts.row)})`}`;
}

/** Whether the place says the number of the record as well. */
function isNumbered({ key, row, line }: LocationFacts): boolean {
  return key !== undefined || row === line;
}
