import { formatCell, joinRows } from '../../write/list-rows.ts';
import { BYTE_ORDER_MARK } from '../../write/spreadsheet.ts';
import type { LicenceFinding } from '../finding.ts';
import { CATEGORY_NAMES } from '../rules.ts';
import { explainLicence, type LicenceContext } from './describe-licence.ts';

/** Columns of findings.csv; scripts rely on them, new ones come at the end. */
export const LICENCE_COLUMNS = [
  'file',
  'row',
  'line',
  'severity',
  'rule',
  'column',
  'role',
  'value',
  'reason',
  'suggestion',
  'category',
  'name',
  'body',
  'sheet',
];

/** How the file begins. */
export const LICENCE_HEADER = BYTE_ORDER_MARK + joinRows([LICENCE_COLUMNS]);

/** Findings as CSV lines, in their order. */
export function formatLicences(findings: LicenceFinding[], context: LicenceContext): string {
  const { files, sheets, lang } = context;
  return joinRows(
    findings.map((finding) =>
      [
        files[finding.file] ?? '',
        finding.row,
        finding.line,
        finding.severity,
        finding.rule,
        finding.column,
        finding.role,
        finding.value,
        explainLicence(finding, lang),
        finding.suggestion ?? '',
        CATEGORY_NAMES[finding.category],
        finding.name,
        finding.body,
        sheets[finding.file] ?? '',
      ].map(formatCell),
    ),
  );
}
