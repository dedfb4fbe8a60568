import { listTableWarnings } from '../check/warnings.ts';
import type { OpenScan } from '../engine/open-scan.ts';
import type { LicenceRole } from '../engine/plan/headers/licence-headers.ts';
import { countSkipped, describeTable, type FileScan } from '../engine/scan/file-scan.ts';
import { voiceOf } from '../messages/voice.ts';
import { describeWarning, type WarningFacts } from '../messages/warning/index.ts';
import { changeRules } from './change-rules.ts';
import type { ColumnRow, LicenceReport, RuleRow, ShareRow } from './licence-report.ts';
import type { LicenceOptions } from './options.ts';
import { headerOf, type LicencePlan } from './plan-licences.ts';
import { CATEGORY_NAMES, type Category, CODE_ROLES } from './rules.ts';
import { type LicenceTally, mostBodies } from './tally.ts';

/** Everything that was found. */
export interface LicenceResult {
  plans: LicencePlan[];
  passedOver: WarningFacts[];
  scan: OpenScan;
  tally: LicenceTally;
  bodiesAreFull: boolean;
}

/** Columns without which a rule is not looked at, which is said. */
const wanted: readonly LicenceRole[] = ['category', 'body-code', 'source-code'];
const shownRoles: readonly LicenceRole[] = ['name', 'category', ...CODE_ROLES, 'decision', 'body', 'source'];

/** Turns what was found into the report. */
export function createLicenceReport(
  { plans, passedOver, scan, tally, bodiesAreFull }: LicenceResult,
  options: LicenceOptions,
  elapsedSeconds: number,
): LicenceReport {
  const { files, records, blankRows } = scan;
  const { severities } = changeRules(options.rules);
  const rows = [...tally.rules.values()].sort((a, b) => b.records - a.records);
  const list = (severity: 'error' | 'note'): RuleRow[] =>
    rows
      .filter(({ rule }) => severities[rule] === severity)
      .map(({ rule, role, records: count }) => ({ rule, column: nameColumn(plans, role), records: count }));
  const wrong = records - tally.compliant;
  return {
    schema: 'uscc-licences/1',
    files: plans.map((plan, index) => ({
      ...describeTable(plan, files[index]),
      kind: plan.licence.kind,
      layout: plan.licence.layout,
      records: files[index]?.records ?? 0,
      skippedLines: countSkipped(files[index] as FileScan),
    })),
    records,
    blankRows,
    skippedLines: files.reduce((sum, file) => sum + countSkipped(file), 0),
    compliance: {
      numerator: tally.compliant,
      denominator: records,
      value: records === 0 ? null : tally.compliant / records,
    },
    // Each record that is not compliant costs 0.1 points (Pingyin 2022).
    points: wrong / 10,
    met: wrong === 0,
    byRule: list('error'),
    notes: list('note'),
    byColumn: listColumns(plans, tally),
    byBody: [...tally.bodies.values()].map(({ name, ...share }) => ({ body: name, ...share })).sort(byLoss),
    byCategory: (Object.entries(tally.categories) as [Category, ShareRow][])
      .map(([category, share]) => ({ category: CATEGORY_NAMES[category], ...share }))
      .sort(byLoss),
    warnings: [
      ...passedOver,
      ...listAbsent(plans),
      ...(bodiesAreFull ? [{ code: 'too-many-bodies' as const, count: mostBodies }] : []),
      ...listTableWarnings(plans, files, { names: false, units: false }).filter(({ code }) => code !== 'licence-table'),
    ].map((facts) => describeWarning(facts, voiceOf(options))),
    elapsedSeconds,
  };
}

/** Those with most records that are not compliant first, then the largest. */
function byLoss(a: ShareRow, b: ShareRow): number {
  return b.records - b.compliant - (a.records - a.compliant) || b.records - a.records;
}

function listColumns(plans: LicencePlan[], { filled, errors }: LicenceTally): ColumnRow[] {
  return shownRoles
    .filter((role) => plans.some(({ licence }) => licence.columns[role] !== undefined))
    .map((role) => ({
      column: nameColumn(plans, role),
      role,
      filled: filled[role] ?? 0,
      errors: errors[role] ?? 0,
    }));
}

/** The header of a role's column in the first table that has it. */
function nameColumn(plans: LicencePlan[], role: LicenceRole): string {
  const plan = plans.find(({ licence }) => licence.columns[role] !== undefined);
  return plan === undefined ? role : headerOf(plan, plan.licence.columns[role] ?? -1);
}

function listAbsent(plans: LicencePlan[]): WarningFacts[] {
  return plans.flatMap(({ path, licence }) => {
    const roles = wanted.filter((role) => licence.columns[role] === undefined);
    return roles.length === 0 ? [] : [{ code: 'licence-columns-absent' as const, file: path, roles }];
  });
}
