import { inputEn } from './input-en.ts';
import { inputZh } from './input-zh.ts';

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
}

export function inputMessagesFor(lang: 'zh' | 'en'): InputMessages {
  return lang === 'zh' ? inputZh : inputEn;
}
