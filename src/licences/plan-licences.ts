import type { OpenScan } from '../engine/open-scan.ts';
import type { ScanOptions } from '../engine/options.ts';
import { findLicenceColumns, type LicenceColumns } from '../engine/plan/headers/licence-headers.ts';
import { NoTableError } from '../engine/plan/no-table.ts';
import { type FilePlan, planFile } from '../engine/plan/plan.ts';
import { type Planned, planEach } from '../engine/plan/plan-files.ts';
import type { Platform } from '../engine/platform.ts';
import type { Input } from '../tables/input.ts';

/** A table of licences or penalties, understood. */
export interface LicencePlan extends FilePlan {
  licence: LicenceColumns;
}

/** Tables of licences and penalties that have been read: their records can be read again. */
export interface LicenceScan extends OpenScan {
  plans: LicencePlan[];
}

/**
 * All tables of a run, understood; those among several that are none of licences or penalties are passed over.
 *
 * @throws {UsccError} `input` when a table cannot be understood, or none is one of licences or penalties
 */
export function planLicences(
  inputs: Input[],
  options: ScanOptions,
  platform: Pick<Platform, 'transcode'>,
): Promise<Planned<LicencePlan>> {
  return planEach(
    inputs,
    async (input, openKernel) => {
      // Names and bodies are compared as they stand, which the kernel does with UTF-8.
      const plan = await planFile(openKernel(), input, options, platform, true);
      const licence = findLicenceColumns(plan.header);
      if (licence === null) {
        throw new NoTableError('codes', {
          kind: 'no-licences',
          file: plan.path,
          columns: plan.header ?? [],
          remedies: [],
        });
      }
      return { ...plan, licence: useNamed(licence, plan, options) };
    },
    options,
  );
}

/** Columns that the caller names stand before those that headers name. */
function useNamed(licence: LicenceColumns, { dialect }: FilePlan, options: ScanOptions): LicenceColumns {
  const columns = { ...licence.columns };
  if (options.codeColumn !== undefined) columns.code = dialect.codeColumn;
  if (options.nameColumn !== undefined && dialect.nameColumn >= 0) columns.name = dialect.nameColumn;
  return { ...licence, columns };
}

/** The header of a column. */
export function headerOf({ header }: FilePlan, column: number): string {
  return (header?.[column] ?? String(column + 1)).trim();
}
