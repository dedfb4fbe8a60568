import type { Encoding } from '../../tables/encoding.ts';
import { findCodeHeaders } from '../../tables/headers/code-headers.ts';
import type { Rewrite } from '../../tables/rewrite.ts';
import type { ScanOptions } from '../options.ts';

/** Delimiters that may be the second byte of a character of GB18030. */
const withinCharacters = /[@-~]/;

/** What has to be changed of a text before the kernel can read it: a delimiter of more than one byte, or of GB18030's own. */
export function findRewrite(
  delimiter: string,
  encoding: Encoding,
  text: () => string,
  { isEscaped = false }: ScanOptions,
): Rewrite | null {
  const isPlain = delimiter.length === 1 && delimiter.charCodeAt(0) < 0x80;
  const isInside = encoding === 'gb18030' && withinCharacters.test(delimiter);
  if (isPlain && !isInside && !isEscaped) return null;
  const rewrite: Rewrite = { ...(isPlain ? {} : { delimiter }), ...(isEscaped ? { isEscaped } : {}) };
  if (!isInside || !isPlain) return rewrite;
  const lines = text().split(/\r\n|[\r\n]/);
  const header = lines.find((line) => findCodeHeaders(line.split(delimiter)).length > 0) ?? lines[0] ?? '';
  return { ...rewrite, cut: { delimiter, count: header.split(delimiter).length - 1 } };
}
