import { isValid } from '../../../code/validate.ts';
import type { Encoding } from '../../../tables/encoding.ts';
import { findCodeHeaders } from '../../../tables/headers/code-headers.ts';
import type { Rewrite } from '../../../tables/rewrite.ts';
import type { ScanOptions } from '../../options.ts';

/** Delimiters that may be the second byte of a character of GB18030. */
const withinCharacters = /[@-~]/;

/** What has to be changed of a text before the kernel can read it: a delimiter of more than one byte, or of GB18030's own. */
export function findRewrite(
  delimiter: string,
  encoding: Encoding,
  text: () => string,
  bytes: Uint8Array,
  { isEscaped = false }: ScanOptions,
): Rewrite | null {
  const isPlain = delimiter.length === 1 && delimiter.charCodeAt(0) < 0x80;
  const isInside = encoding === 'gb18030' && withinCharacters.test(delimiter);
  if (isPlain && !isInside && !isEscaped) return null;
  const rewrite: Rewrite = { ...(isPlain ? {} : { delimiter }), ...(isEscaped ? { isEscaped } : {}) };
  if (!isInside || !isPlain) return rewrite;
  const lines = text().split(/\r\n|[\r\n]/);
  const header = lines.find((line) => findCodeHeaders(line.split(delimiter)).length > 0);
  const count = header === undefined ? countByCodes(lines, bytes, delimiter) : header.split(delimiter).length - 1;
  return { ...rewrite, cut: { delimiter, count } };
}

/**
 * Delimiters in the lines of a table without a header. Where no cell is a code, so that characters seem to swallow them all, what stands
 * in the bytes of the first line counts.
 */
function countByCodes(lines: string[], bytes: Uint8Array, delimiter: string): number {
  const [first = ''] = lines;
  if (lines.some((line) => line.split(delimiter).some((cell) => isValid(cell))))
    return first.split(delimiter).length - 1;
  const end = bytes.findIndex((byte) => byte === 0x0a || byte === 0x0d);
  return bytes.subarray(0, end < 0 ? bytes.length : end).filter((byte) => byte === delimiter.charCodeAt(0)).length;
}
