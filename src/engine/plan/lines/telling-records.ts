import { isValid } from '../../../code/validate.ts';
import { findCodeHeaders, hasCodeSpelling } from '../../../tables/headers/code-headers.ts';
import { dropMarks, foldHeader } from '../../../tables/headers/fold-header.ts';
import type { Table } from '../../../tables/input.ts';
import type { ScanOptions } from '../../options.ts';
import { findNameHeaders } from '../headers/name-headers.ts';
import type { HeadRecord } from '../text/head.ts';
import { type FirstData, findData } from './find-data.ts';

/** As many records show what most files are; where they do not, all that are sampled are decoded. */
export const tellingRecords = 8;

/**
 * What the first records of most files are: a header that names codes and names, each once, with a code right under it. Further records
 * change nothing of how such a file is understood.
 *
 *   统一社会信用代码,企业名称,…      spelled as headers of codes are
 *   91310000MA1FL1XX0A,甲公司,…    a record beyond doubt
 *
 * @returns null when further records may change something
 */
export function findTelling(
  records: HeadRecord[],
  table: Table | undefined,
  options: Pick<ScanOptions, 'header' | 'codeColumn' | 'nameColumn'>,
): FirstData | null {
  if (table !== undefined || options.codeColumn !== undefined || options.nameColumn !== undefined) return null;
  const data = findData(records, table, options);
  const { header, rows, first } = data;
  const [record = []] = rows;
  if (header === null || header !== records[0]?.cells || first !== 1 || header.length < 2) return null;
  const [code = -1] = findCodeHeaders(header);
  return isTellingHeader(header) && isValid(record[code] ?? '') ? data : null;
}

/** Whether a header names codes and names, each once, and codes as headers do. */
export function isTellingHeader(header: string[]): boolean {
  const isOnce = new Set(header.map((cell) => dropMarks(foldHeader(cell)))).size === header.length;
  const [code = -1] = findCodeHeaders(header);
  const isNamed = findNameHeaders(header).some((column) => column !== code);
  return isOnce && isNamed && hasCodeSpelling(header);
}
