import { UsccError } from '../../code/error.ts';
import { keepLicenceFigures, type LicenceFigures } from '../../ledger/licences/licence-figures.ts';
import { type MonthSummary, type Proposal, recordMonth } from '../../ledger/record-month.ts';
import type { Standing } from '../../ledger/standing.ts';
import { openShown } from '../../ledger/store/month-tables.ts';
import type { LicenceReport } from '../../licences/licence-report.ts';
import { judgeLicences } from '../../licences/licences.ts';
import type { LicenceOptions } from '../../licences/options.ts';
import type { LicenceScan } from '../../licences/plan-licences.ts';
import { withRun } from '../run.ts';
import type { OpenDatabase } from './database.ts';
import { createLicenceList } from './licence-list.ts';
import { openOnce, toStanding } from './record.ts';
import { placeTempTables } from './temp-tables.ts';

/** A month's tables of licences and penalties, and how they are judged. */
export interface RecordLicencesOptions
  extends Omit<
    LicenceOptions,
    'against' | 'registryCodeColumn' | 'registryNameColumn' | 'findings' | 'notes' | 'onFindings' | 'onFiles'
  > {
  /** `2026-11`. */
  period: string;
  /** When it is recorded: `2026-11-28T10:00:00Z`, or a day. */
  at: string;
  /** Shown what would happen and what is doubtful about it; nothing is written unless it says so. */
  agree(proposal: Proposal<'licences'>): boolean | Promise<boolean>;
}

/** What was judged, and what it came to; `summary` is null when nothing was written. */
export interface RecordedLicences {
  report: LicenceReport;
  summary: MonthSummary<'licences'> | null;
}

/**
 * Judges tables of licences and penalties and records the month: its figures, and what has become of every problem of such tables.
 * Months and problems of the registry stay as they are.
 *
 * @throws {UsccError} as `judgeLicences`; `output` when the ledger cannot be written
 */
export async function recordLicences(
  database: OpenDatabase,
  files: string[],
  { period, at, agree, ...options }: RecordLicencesOptions,
): Promise<RecordedLicences> {
  if (files.length === 0) throw new UsccError('usage', 'a month is recorded from at least one file');
  return withRun(files, options, async (run) => {
    placeTempTables(database, options.tempDir);
    const shown = openShown(database);
    const list = createLicenceList(shown, database.hash);
    const judging: LicenceOptions = {
      ...options,
      memoryBytes: run.memoryBytes,
      findings: 'all',
      onFindings: (batch) => list.add(batch),
    };
    const scans: LicenceScan[] = [];
    const judged = await judgeLicences(run.inputs, judging, run.platform, null, (scan) => scans.push(scan));
    const scan = scans[0] as LicenceScan;
    const report = { ...judged, warnings: [...run.warnings, ...judged.warnings] };
    const figures = keepLicenceFigures(report, options.rules ?? {});
    const registry = openOnce({ ...run, inputs: scan.plans.map(({ original }) => original) }, options);
    await list.finish(scan);
    const summary = await recordMonth(
      database,
      {
        series: 'licences',
        period,
        at,
        figures,
        families: new Set(['licence']),
        ask: async ({ names }) => ({
          hasNames: scan.plans.some(({ licence }) => licence.columns.name !== undefined),
          byName: new Map([
            ...listBodies(figures),
            ...(names.length === 0 ? [] : toStanding(await (await registry()).find('name', names))),
          ]),
          byOrganization: new Map(),
        }),
      },
      async (proposal) => {
        run.verify();
        options.signal?.throwIfAborted();
        return agree(proposal);
      },
    );
    shown.clear();
    return { report, summary };
  });
}

/** Bodies that have records stand in the tables too: problems of their own codes go by their names. */
function listBodies({ units }: LicenceFigures): Standing['byName'] {
  const present = units.filter(({ records }) => records > 0);
  return new Map(present.map(({ key: nameKey }) => [nameKey, [{ code: '', nameKey, conforms: false }]]));
}
