import { inputEn } from './en.ts';
import { inputZh } from './zh.ts';

/** What is said of an input that cannot be read or understood: which file, what is wrong, what to do. */
export interface InputMessages {
  notFound(path: string): string;
  isFolder(path: string): string;
  cannotRead(path: string, reason: string): string;
  isEmpty(path: string): string;
  noRows(path: string): string;
  isBinary(path: string, kind: string | null): string;
  noCodeColumn(path: string, columns: string[]): string;
  severalCodeColumns(path: string, columns: string[]): string;
  columnNotThere(path: string, column: string, flag: string, columns: string[], nearest: string | null): string;
  unclearEncoding(path: string, count: number, line: number): string;
  recordTooLong(path: string, at: number, limitMebibytes: number): string;
  changed(path: string): string;
  tooManyUnits(path: string, column: string, limit: number): string;

  /** A kind of table that is not read: say what to save it as. */
  notRead(path: string, kind: string): string;
  /** A kind of archive that is not read. */
  notUnpacked(path: string, kind: string): string;
  isEncrypted(path: string): string;
  /** Damaged; `reason` is technical and in English. */
  isBroken(path: string, kind: string, reason: string): string;
  hasDoctype(path: string): string;
  expandsTooFar(path: string, limit: string): string;
  expandsTooSteeply(path: string, ratio: number): string;
  tooDeep(path: string, limit: number): string;
  holdsNoTables(path: string): string;
  matchesNothing(pattern: string): string;
  noSheet(path: string, sheet: string, sheets: string[]): string;
  noSheetRows(path: string): string;
  badJson(path: string, line: number, reason: string): string;
  needsXlsLibrary(path: string): string;
  needsSpace(folder: string, needed: string, free: string): string;
  ranOutOfSpace(folder: string, written: string): string;
  cannotSpool(folder: string, reason: string): string;
  warning: InputWarnings;
}

/** What the reader of a report should know of how inputs were taken. */
export interface InputWarnings {
  titleRows(path: string, lines: number): string;
  emptySheet(path: string): string;
  hiddenSheet(path: string): string;
  sheetWithoutCodes(path: string): string;
  skippedFiles(path: string, names: string[]): string;
  droppedKeys(path: string, keys: string[]): string;
  formulasWithoutValue(path: string, count: number): string;
}

export function inputMessagesFor(lang: 'zh' | 'en'): InputMessages {
  return lang === 'zh' ? inputZh : inputEn;
}
