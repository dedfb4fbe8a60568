import type { LicenceReport } from '../../licences/licence-report.ts';
import type { RuleChanges } from '../../licences/options.ts';
import { type CountedFigures, keepFiles, toUnit } from '../figures.ts';

/** What is kept of a month's tables of licences and penalties. */
export interface LicenceFigures extends CountedFigures {
  /** Records without an error. */
  compliant: number;
  /** By the body that licensed or punished, else the one that delivered. */
  units: LicenceUnit[];
  /** Where the rules were overruled: by other rules other things are errors. */
  rules: RuleChanges;
}

/** A month's figures of one body. */
export type LicenceUnit = CountedFigures['units'][number] & { compliant: number };

export function keepLicenceFigures(report: LicenceReport, rules: RuleChanges): LicenceFigures {
  return {
    records: report.records,
    compliant: report.compliance.numerator,
    files: keepFiles(report.files),
    units: report.byBody.map(({ body, records, compliant }) => ({ ...toUnit(body), records, compliant })),
    rules,
  };
}

/** The figures of tables that have no record in common, as one. */
export function addLicenceFigures(a: LicenceFigures, b: LicenceFigures): LicenceFigures {
  return {
    records: a.records + b.records,
    compliant: a.compliant + b.compliant,
    files: [...a.files, ...b.files],
    units: [...a.units, ...b.units],
    rules: a.rules,
  };
}

/** Each record that is not compliant costs a tenth of a point (Pingyin 2022). */
export function countPoints({ records, compliant }: Pick<LicenceFigures, 'records' | 'compliant'>): number {
  return (records - compliant) / 10;
}
