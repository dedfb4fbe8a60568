import type { Report } from '../../check/report.ts';
import { describeLocation } from '../../messages/location/index.ts';

/** Where a record stands; the file is named when there are several. */
export function showLocation(
  { file, row, line, key }: { file: number; row: number; line: number; key?: string | undefined },
  { files }: Pick<Report, 'files'>,
  lang: 'zh' | 'en',
): string {
  const { path = '', sheet = null } = files[file] ?? {};
  return describeLocation({ path: files.length > 1 ? path : null, sheet, line, row, key }, lang);
}
