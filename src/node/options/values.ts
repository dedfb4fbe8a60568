import { parseTarget, type Target } from '../../check/assess/target.ts';
import type { KeepRule } from '../../clean/dedup/dedup-report.ts';
import { isDate, isPeriod } from '../../ledger/periods.ts';
import type { Flag } from '../../ledger/problem.ts';
import type { Encoding } from '../../tables/encoding.ts';

/** What the values of flags become, by type. */
export interface ValueTypes {
  column: number | string;
  columns: (number | string)[] | 'auto';
  encoding: Encoding | 'auto';
  delimiter: string;
  sheet: number | string;
  workers: number;
  count: number;
  memory: number;
  size: number;
  target: Target;
  share: number;
  name: string;
  file: string;
  folder: string;
  output: string;
  'output-folder': string;
  keep: KeepRule;
  port: number;
  origin: string;
  period: string;
  date: string;
  flags: Flag[];
}

/** How a type of value is read. */
interface ValueType<Value> {
  /** What stands in angle brackets. */
  placeholder: string;
  /** `null` when the text is none; `messages/options` says so by the name of the type. */
  read(text: string): Value | null;
}

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

/** Any text will do. */
const anyText = (placeholder: string): ValueType<string> => ({ placeholder, read: (text) => text });
export const VALUES: { [Type in keyof ValueTypes]: ValueType<ValueTypes[Type]> } = {
  column: { placeholder: 'column', read: readColumn },
  columns: {
    placeholder: 'columns',
    read(text) {
      if (text === 'auto') return text;
      const columns = text.split(',').map((column) => readColumn(column.trim()));
      return columns.every((column) => column !== null) ? columns : null;
    },
  },
  encoding: {
    placeholder: 'encoding',
    read: (text) => ENCODINGS.get(text.toLowerCase()) ?? null,
  },
  delimiter: {
    placeholder: 'character',
    read(text) {
      const plain = text.replace(/\\x([0-9a-f]{2})/gi, (_, digits: string) =>
        String.fromCharCode(Number.parseInt(digits, 16)),
      );
      const delimiter = DELIMITER_WORDS.get(text.toLowerCase()) ?? plain;
      return [...delimiter].length <= 3 && /^[^"\w\r\n\0\p{L}\p{N}]+$/u.test(delimiter) ? delimiter : null;
    },
  },
  sheet: { placeholder: 'sheet', read: readColumn },
  workers: {
    placeholder: 'count',
    read(text) {
      const count = readCount(text) ?? 0;
      return count >= 1 && count <= MOST_WORKERS ? count : null;
    },
  },
  count: { placeholder: 'count', read: readCount },
  memory: {
    placeholder: 'size',
    read(text) {
      const bytes = readBytes(text);
      return bytes >= LEAST_MEMORY_BYTES ? bytes : null;
    },
  },
  size: {
    placeholder: 'size',
    read(text) {
      const bytes = readBytes(text);
      return bytes > 0 ? bytes : null;
    },
  },
  target: { placeholder: 'share', read: readTarget },
  share: {
    placeholder: 'share',
    read: (text) => readTarget(text)?.value ?? null,
  },
  name: anyText('name'),
  file: anyText('file'),
  folder: anyText('folder'),
  output: anyText('file'),
  'output-folder': anyText('folder'),
  keep: { placeholder: 'rule', read: readKeep },
  port: {
    placeholder: 'port',
    read(text) {
      const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
      return port <= 65_535 ? port : null;
    },
  },
  origin: { placeholder: 'origin', read: readOrigin },
  period: { placeholder: 'month', read: (text) => (isPeriod(text) ? text : null) },
  date: { placeholder: 'day', read: (text) => (isDate(text) ? text : null) },
  flags: {
    placeholder: 'flags',
    read(text) {
      const flags = text.split(/[,，、]/).map((flag) => flag.trim());
      return flags.every((flag): flag is Flag => flag === '0' || flag === '1' || flag === '2') ? flags : null;
    },
  },
};

/** A name, or a number from 1; so it is with sheets. */
function readColumn(text: string): number | string | null {
  if (!/^\d+$/.test(text)) return text.trim() === '' ? null : text;
  const number = Number(text);
  return number >= 1 && Number.isSafeInteger(number) ? number : null;
}

/** A whole number: `1000`, `1_000_000`, `1e6`. */
function readCount(text: string): number | null {
  const count = /^\d[\d_]*(e\d{1,2})?$/i.test(text) ? Number(text.replaceAll('_', '')) : Number.NaN;
  return Number.isSafeInteger(count) ? count : null;
}

/** What browsers send as `Origin`: scheme, host and port of a page, or `null`. */
function readOrigin(text: string): string | null {
  if (text === 'null') return text;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isOrigin = url !== null && /^https?:$/.test(url.protocol) && !url.host.includes('*');
  return isOrigin && `${url.origin}/` === url.href ? url.origin : null;
}

/** `512MiB` in bytes; NaN when it is not a size. */
function readBytes(text: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*([kmgt]?i?b?)$/i.exec(text.trim());
  const bytes = Math.floor(Number(match?.[1]) * (BYTE_UNITS.get(match?.[2]?.toLowerCase() ?? '') ?? Number.NaN));
  return Number.isSafeInteger(bytes) ? bytes : Number.NaN;
}

function readTarget(text: string): Target | null {
  try {
    return parseTarget(text);
  } catch {
    return null;
  }
}

/** `newest:核准日期` and the like. */
function readKeep(text: string): KeepRule | null {
  const [, rule, column] = /^(first|last|most-complete|newest|oldest)(?::(.*))?$/s.exec(text) ?? [];
  if (rule === 'newest' || rule === 'oldest') {
    if (column?.trim()) return { rule, column: /^[1-9]\d*$/.test(column) ? Number(column) : column };
  } else if ((rule === 'first' || rule === 'last' || rule === 'most-complete') && column === undefined) return { rule };
  return null;
}
