import type { FilePlan } from '../../engine/plan/plan.ts';
import type { FileScan } from '../../engine/scan/file-scan.ts';
import { refuse } from '../../messages/refusal/index.ts';
import { foldHeader } from '../../tables/headers/fold-header.ts';

/**
 * Refuses files that do not make one table: rows of one would stand under the header of another.
 *
 * @throws {UsccError} `input` when columns or delimiters differ
 */
export function requireOneTable(plans: FilePlan[]): void {
  const [first, ...others] = plans;
  if (first === undefined) return;
  for (const other of others) {
    if (other.delimiter !== first.delimiter) {
      const { path, delimiter } = other;
      const against = { file: first.path, delimiter: first.delimiter };
      throw refuse('input', { kind: 'different-delimiters', file: path, delimiter, first: against });
    }
    const column = findDifference(first, other);
    if (column >= 0) {
      const [name, against] = [other, first].map(({ header }) => header?.[column] ?? null) as [
        string | null,
        string | null,
      ];
      throw refuse('input', {
        kind: 'different-columns',
        file: other.path,
        column: column + 1,
        name,
        first: { file: first.path, name: against },
      });
    }
  }
}

/**
 * Refuses files in different encodings, once they are known. A file of nothing but ASCII agrees with any but UTF-16.
 *
 * @throws {UsccError} `input`
 */
export function requireOneEncoding(plans: FilePlan[], files: FileScan[]): void {
  const encodings = plans.map((plan, index) => {
    const file = files[index];
    return plan.isOpen && file !== undefined ? (file.isOpen ? 'ascii' : file.encoding) : plan.encoding;
  });
  const at = encodings.findIndex((encoding) => encoding !== 'ascii');
  const known = encodings[at] ?? 'ascii';
  const isWide = known.startsWith('utf-16');
  const other = encodings.findIndex((encoding) => encoding !== known && (encoding !== 'ascii' || isWide));
  if (other < 0) return;
  throw refuse('input', {
    kind: 'different-encodings',
    file: plans[other]?.path ?? '',
    encoding: encodings[other] ?? '',
    first: { file: plans[at]?.path ?? '', encoding: known },
  });
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
