import type { LicenceFinding } from '../finding.ts';
import type { LicenceReport } from '../licence-report.ts';

/** One form of a report, filled as the run goes. Whoever opened it closes what it writes to. */
export interface LicenceForm {
  add(batch: LicenceFinding[]): void | Promise<void>;
  finish(report: LicenceReport): void | Promise<void>;
}
