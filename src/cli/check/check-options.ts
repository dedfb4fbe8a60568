import { parseTarget, type Target } from '../../check/assess/target.ts';
import type { Encoding } from '../../check/options.ts';
import { UsccError } from '../../code/error.ts';
import type { CliMessages } from '../../messages/cli/index.ts';

const BYTE_UNITS = new Map<string, number>([
  ['', 1],
  ['b', 1],
  ['k', 2 ** 10],
  ['kib', 2 ** 10],
  ['kb', 1e3],
  ['m', 2 ** 20],
  ['mib', 2 ** 20],
  ['mb', 1e6],
  ['g', 2 ** 30],
  ['gib', 2 ** 30],
  ['gb', 1e9],
  ['t', 2 ** 40],
  ['tib', 2 ** 40],
  ['tb', 1e12],
]);
const LEAST_MEMORY_BYTES = 16 * 2 ** 20;
const MOST_WORKERS = 256;
const DELIMITER_WORDS = new Map<string, string>([
  ['tab', '\t'],
  ['\\t', '\t'],
  ['comma', ','],
  ['semicolon', ';'],
  ['pipe', '|'],
  ['space', ' '],
]);

/** Names that people and programs use for the encodings we read. */
const ENCODINGS = new Map<string, Encoding | 'auto'>([
  ['auto', 'auto'],
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['gb18030', 'gb18030'],
  ['gbk', 'gb18030'],
  ['gb2312', 'gb18030'],
  ['cp936', 'gb18030'],
  ['utf-16le', 'utf-16le'],
  ['utf16le', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
  ['utf16be', 'utf-16be'],
]);

/** Reads option values; each reader throws a `usage` error that names the option. */
export interface OptionReaders {
  column(flag: string): (text: string) => number | string;
  encoding(text: string): Encoding | 'auto';
  delimiter(text: string): string;
  target(text: string): Target;
  workers(text: string): number;
  memoryBytes(text: string): number;
  sheet(text: string): number | string;
  expandBytes(text: string): number;
}

export function createReaders(messages: CliMessages): OptionReaders {
  const refuse = (flag: string, message: string): never => {
    throw new UsccError('usage', messages.ofOption(flag, message));
  };
  return {
    column: (flag) => (text) => {
      if (!/^\d+$/.test(text)) return text.trim() === '' ? refuse(flag, messages.badColumn(text)) : text;
      const number = Number(text);
      return number >= 1 && Number.isSafeInteger(number) ? number : refuse(flag, messages.badColumn(text));
    },
    encoding: (text) => ENCODINGS.get(text.toLowerCase()) ?? refuse('--encoding', messages.badEncoding(text)),
    delimiter(text) {
      const delimiter = DELIMITER_WORDS.get(text.toLowerCase()) ?? text;
      return /^[\t\x20-\x7e]$/.test(delimiter) && !/["\w]/.test(delimiter)
        ? delimiter
        : refuse('--delimiter', messages.badDelimiter(text));
    },
    target(text) {
      try {
        return parseTarget(text);
      } catch {
        return refuse('--target', messages.badTarget(text));
      }
    },
    workers(text) {
      const count = /^\d+$/.test(text) ? Number(text) : 0;
      return count >= 1 && count <= MOST_WORKERS ? count : refuse('--workers', messages.badCount(text));
    },
    memoryBytes(text) {
      const bytes = readBytes(text);
      return bytes >= LEAST_MEMORY_BYTES ? bytes : refuse('--memory', messages.badMemory(text));
    },
    sheet(text) {
      if (/^\d+$/.test(text)) return Number(text) >= 1 ? Number(text) : refuse('--sheet', messages.badSheet(text));
      return text.trim() === '' ? refuse('--sheet', messages.badSheet(text)) : text;
    },
    expandBytes(text) {
      const bytes = readBytes(text);
      return bytes > 0 ? bytes : refuse('--max-expand', messages.badSize(text));
    },
  };
}

/** `512MiB` in bytes; NaN when it is not a size. */
function readBytes(text: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*([kmgt]?i?b?)$/i.exec(text.trim());
  const bytes = Math.floor(Number(match?.[1]) * (BYTE_UNITS.get(match?.[2]?.toLowerCase() ?? '') ?? Number.NaN));
  return Number.isSafeInteger(bytes) ? bytes : Number.NaN;
}
