import { UsccError } from '../../code/error.ts';
import { foldHeader } from '../../engine/plan/fold-header.ts';
import type { FilePlan } from '../../engine/plan/plan.ts';
import type { FileScan } from '../../engine/scan/file-scan.ts';
import { dedupMessagesFor } from '../../messages/dedup/index.ts';

/**
 * Refuses files that do not make one table: rows of one would stand under the header of another.
 *
 * @throws {UsccError} `input` when columns or delimiters differ
 */
export function requireOneTable(plans: FilePlan[], lang: 'zh' | 'en'): void {
  const messages = dedupMessagesFor(lang);
  const [first, ...others] = plans;
  if (first === undefined) return;
  for (const other of others) {
    if (other.delimiter !== first.delimiter) {
      throw new UsccError(
        'input',
        messages.differentDelimiters(other.path, other.delimiter, first.path, first.delimiter),
      );
    }
    const column = findDifference(first, other);
    if (column >= 0) {
      const names = [other, first].map(({ header }) => header?.[column] ?? null);
      throw new UsccError('input', messages.differentColumns(other.path, first.path, column + 1, names));
    }
  }
}

/**
 * Refuses files in different encodings, once they are known. A file of nothing but ASCII agrees with any but UTF-16.
 *
 * @throws {UsccError} `input`
 */
export function requireOneEncoding(plans: FilePlan[], files: FileScan[], lang: 'zh' | 'en'): void {
  const encodings = plans.map((plan, index) => {
    const file = files[index];
    return plan.isOpen && file !== undefined ? (file.isOpen ? 'ascii' : file.encoding) : plan.encoding;
  });
  const at = encodings.findIndex((encoding) => encoding !== 'ascii');
  const known = encodings[at] ?? 'ascii';
  const isWide = known.startsWith('utf-16');
  const other = encodings.findIndex((encoding) => encoding !== known && (encoding !== 'ascii' || isWide));
  if (other < 0) return;
  const { differentEncodings } = dedupMessagesFor(lang);
  const [a, b] = [plans[other]?.path ?? '', plans[at]?.path ?? ''];
  throw new UsccError('input', differentEncodings(a, encodings[other] ?? '', b, known));
}

/** The first column in which two tables differ, or -1. */
function findDifference(first: FilePlan, other: FilePlan): number {
  const { columnCount, codeColumn, nameColumn } = other.dialect;
  if ((first.header === null) !== (other.header === null)) return 0;
  const count = Math.max(first.dialect.columnCount, columnCount);
  for (let column = 0; column < count; column++) {
    const isThere = column < first.dialect.columnCount && column < columnCount;
    if (!isThere || foldHeader(first.header?.[column] ?? '') !== foldHeader(other.header?.[column] ?? ''))
      return column;
  }
  if (codeColumn !== first.dialect.codeColumn) return codeColumn;
  return nameColumn === first.dialect.nameColumn ? -1 : Math.max(nameColumn, first.dialect.nameColumn);
}
