import { checkTables } from '../../check/check.ts';
import { createReport } from '../../check/create-report.ts';
import type { CheckOptions } from '../../check/options.ts';
import type { Report } from '../../check/report.ts';
import { type OpenRegistry, openRegistry } from '../../clean/lookup/open-registry.ts';
import type { RegistryEntity } from '../../clean/lookup/registry-entity.ts';
import { normalizeName } from '../../code/cell/normalize.ts';
import { UsccError } from '../../code/error.ts';
import type { ScanOptions } from '../../engine/options.ts';
import { keepFigures } from '../../ledger/figures.ts';
import type { Family } from '../../ledger/problem.ts';
import { type MonthSummary, type Proposal, recordMonth } from '../../ledger/record-month.ts';
import type { StandingEntity } from '../../ledger/standing.ts';
import { openShown } from '../../ledger/store/month-tables.ts';
import { findSuspects } from '../../suspects/find-suspects.ts';
import { type Run, withRun } from '../run.ts';
import type { OpenDatabase } from './database.ts';
import { findByOrganization, type KeptKeys } from './organization-keys.ts';
import { createSubjectList } from './subject-list.ts';
import { placeTempTables } from './temp-tables.ts';

/** A month's exports, and how they are checked. */
export interface RecordOptions extends CheckOptions {
  /** `2026-11`. */
  period: string;
  /** When it is recorded: `2026-11-28T10:00:00Z`, or a day. */
  at: string;
  /** Shown what would happen and what is doubtful about it; nothing is written unless it says so. */
  agree(proposal: Proposal<'registry'>): boolean | Promise<boolean>;
}

/** What was checked, and what it came to; `summary` is null when nothing was written. */
export interface Recorded {
  report: Report;
  summary: MonthSummary<'registry'> | null;
}

/**
 * Checks exports and records the month: its figures, and what has become of every problem.
 *
 * @throws {UsccError} as `checkRegistry`; `output` when the ledger cannot be written
 */
export async function recordExports(
  database: OpenDatabase,
  files: string[],
  { period, at, agree, ...options }: RecordOptions,
): Promise<Recorded> {
  if (files.length === 0) throw new UsccError('usage', 'a month is recorded from at least one file');
  const reading: CheckOptions = { unitColumn: 'auto', ...options };
  return withRun(files, reading, async (run) => {
    placeTempTables(database, options.tempDir);
    const shown = openShown(database);
    const list = createSubjectList(shown, database.hash);
    const checking: CheckOptions = {
      ...reading,
      memoryBytes: run.memoryBytes,
      findings: 'all',
      onFindings: (batch) => list.addFindings(batch),
      onDuplicates: (batch) => list.addDuplicates(batch),
    };
    let keys: KeptKeys = { clean: [], spilled: () => null };
    const { result, scan } = await checkTables(run.inputs, checking, run.platform, {
      scanned: ({ keys: { clean, spilled } }) => {
        keys = { clean: [...clean], spilled };
      },
    });
    const checked = createReport(result, checking);
    await list.finish(scan);
    const families = new Set<Family>(['code', 'duplicate']);
    if (reading.suspect) {
      families.add('several');
      await findSuspects(scan, checking, run.platform, { suspects: (batch) => list.addSuspects(batch) });
      await list.finishSuspects(scan);
    }
    const report = { ...checked, warnings: [...run.warnings, ...checked.warnings] };
    const registry = openOnce(run, reading);
    const hasNames = report.files.some(({ nameColumn }) => nameColumn !== null);
    const summary = await recordMonth(
      database,
      {
        series: 'registry',
        period,
        at,
        figures: keepFigures(report),
        families,
        ask: async ({ names, organizations }) => ({
          hasNames,
          byName: hasNames && names.length > 0 ? toStanding(await (await registry()).find('name', names)) : new Map(),
          byOrganization: await findByOrganization(scan, keys, organizations, shown),
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

/** The export as a registry that can be asked; read when somebody asks. */
export function openOnce({ inputs, platform, memoryBytes }: Run, options: ScanOptions): () => Promise<OpenRegistry> {
  let opened: Promise<OpenRegistry> | undefined;
  return () => {
    opened ??= openRegistry({ inputs, options, platform, memoryBytes });
    return opened;
  };
}

export function toStanding(found: Map<string, RegistryEntity[]>): Map<string, StandingEntity[]> {
  return new Map(
    [...found].map(([text, entities]) => [
      text,
      entities.map(({ code, name, partition }) => ({
        code,
        nameKey: normalizeName(name),
        conforms: partition === 'conforming',
      })),
    ]),
  );
}
