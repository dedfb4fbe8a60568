import { guessEncoding } from './encoding.ts';

/** What a source is, by its first bytes. */
export type SourceFormat =
  | 'text'
  | 'gzip'
  /** A zip archive: Excel workbooks are such, too. */
  | 'zip'
  /** The container of .xls, and of workbooks with a password. */
  | 'compound'
  | 'parquet'
  | 'json'
  | 'html'
  /** A web page saved as one file. */
  | 'mhtml'
  /** A dump of a database. */
  | 'sql'
  /** SYLK. */
  | 'sylk'
  /** XML Spreadsheet 2003. */
  | 'xml-workbook'
  /** A kind we know and do not read: a table in another format. */
  | { table: string }
  /** A kind we know and do not read: an archive of another format. */
  | { archive: string };

/** How many bytes {@link detectFormat} wants to see. */
export const detectBytes = 4096;

const signatures: [SourceFormat, string][] = [
  ['zip', '504b0304'],
  ['zip', '504b0506'],
  ['gzip', '1f8b08'],
  ['compound', 'd0cf11e0a1b11ae1'],
  ['parquet', '50415231'],
  [{ archive: 'zstd' }, '28b52ffd'],
  [{ archive: 'bzip2' }, '425a68'],
  [{ archive: 'xz' }, 'fd377a585a00'],
  [{ archive: '7z' }, '377abcaf271c'],
  [{ archive: 'RAR' }, '526172211a07'],
  [{ archive: 'cab' }, '4d534346'],
  [{ table: 'PDF' }, '255044462d'],
  [{ table: 'RTF' }, '7b5c727466'],
  [{ table: 'UTF-32' }, 'fffe0000'],
  [{ table: 'UTF-32' }, '0000feff'],
  [{ table: 'SQLite' }, '53514c6974652066'],
  [{ table: 'Access' }, '000100005374616e'],
  [{ table: 'Avro' }, '4f626a01'],
  [{ table: 'Feather' }, '4152524f5731'],
];

const markup: [SourceFormat, RegExp][] = [
  ['html', /^<(!doctype\s+html|html|head|body|table|meta|style|div)\b/i],
  ['xml-workbook', /^<\?xml[^>]*\?>\s*(<\?mso-application[^>]*\?>\s*)?<([a-z]+:)?workbook\b/i],
  ['html', /^<\?xml[^>]*\?>\s*<(!doctype\s+html|html)\b/i],
  [{ table: 'OpenDocument (.fods)' }, /^<\?xml[^>]*\?>\s*<office:document\b/i],
  [{ table: 'XML' }, /^<\?xml\s/i],
];

const webArchive = /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:mime-version:|content-type:\s*multipart\/related)/i;
const dump =
  /^(?:\s|--[^\n]*\n|#[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/;?|(?:set|use|lock|begin|start|select|alter|comment)\b[^;]*;)*(?:insert\s+(?:(?:ignore|all|first)\s+)?into|replace\s+into|(?:create|drop|alter|comment\s+on)\s+(?:table|schema|type|sequence)|copy\s+[\w."]+\s*\([^)]*\)\s+from\s+stdin\s*;)\s/i;

/**
 * Tells formats apart by content: names lie (many an `.xls` is a web page). Only whether text is JSON may depend on the
 * name, for what begins like both.
 *
 * @param head the first {@link detectBytes} bytes, or all of them
 */
export function detectFormat(head: Uint8Array, name: string): SourceFormat {
  if (startsWithHan(head) && !namedByFormat.test(name)) return 'text';
  const start = Array.from(head.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const signature = signatures.find(([, bytes]) => start.startsWith(bytes));
  if (signature !== undefined) return signature[0];
  const guess =
    head[0] === 0 || head[1] === 0 || (head[0] ?? 0) >= 0xfe ? guessEncoding(head, false).encoding : 'utf-8';
  const encoding = guess === 'gb18030' ? 'utf-8' : guess;
  const text = new TextDecoder(encoding).decode(head).trimStart();
  const page = markup.find(([, pattern]) => pattern.test(text));
  if (page !== undefined) return page[0];
  if (/^ID;P/.test(text)) return 'sylk';
  if (webArchive.test(text)) return 'mhtml';
  if (dump.test(text) || /\.sql$/i.test(name)) return 'sql';
  if (/^\{\s*"/.test(text) || /^\[\s*[[{]/.test(text)) return 'json';
  // A first line may be a scalar.
  return /\.(json|jsonl|ndjson)$/i.test(name) && /^\s*[[{]/m.test(text) ? 'json' : 'text';
}

const namedByFormat = /\.(sql|json|jsonl|ndjson)$/i;

/** Han in UTF-8 or GB 2312 begins no format but text: most tables begin so, and need no closer look. */
function startsWithHan([first = 0, second = 0]: Uint8Array): boolean {
  const isLead = (first >= 0xe4 && first <= 0xe9) || (first >= 0xb0 && first <= 0xcf && first !== 0xc2);
  return isLead && second >= 0x80;
}

/** Endings of the files that folders and archives are searched for, and that the page offers to choose. */
export const tableEndings: readonly string[] =
  'csv txt tsv tab psv xlsx xlsm xltx xls xlsb ods et htm html mht mhtml xml sql slk gz gzip zip json jsonl ndjson parquet'.split(
    ' ',
  );

const tableNames = new RegExp(`\\.(${tableEndings.join('|')})$`, 'i');

/** What desktops and archivers put next to files on their own: never a table, not worth a word. */
const clutter = /(^|\/)(__MACOSX\/.*|\.[^/]*|~\$[^/]*|Thumbs\.db|desktop\.ini)$/i;

/** Whether a file of a folder or an archive is a table, by its name; null: not even worth a mention. */
export function isTableName(path: string): boolean | null {
  return clutter.test(path) ? null : tableNames.test(path);
}
