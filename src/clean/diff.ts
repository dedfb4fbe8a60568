import type { Platform } from '../registry/platform.ts';
import { groupBySides, type SideSet } from '../registry/side-stage.ts';
import { createKernel } from '../scan/kernel/kernel.ts';
import { sortKeys } from '../scan/lists.ts';
import { createDiffReport } from './create-diff-report.ts';
import type { CodeRecord, DiffOptions, DiffReport } from './diff-report.ts';
import { type DiffInputs, type DiffScan, scanSides } from './diff-scan.ts';
import { isOneSided, isShown, OLD } from './diff-status.ts';
import { listProblems } from './list-problems.ts';
import { listNames, type Pairing, pairCodes } from './pair-codes.ts';
import { readPlaces } from './read-places.ts';
import { createRowBits } from './row-bits.ts';

const organizationBits = 0xff_ffff_ffffn;
/** Keys are never 0, organization codes of eight zeros are. */
const organizationBase = 1n << 40n;

/**
 * What has changed between two exports, or two sets of files that each are one.
 *
 *   old, new, earlier ─▶ keys ─┬─ of each side ─▶ report of each, as `check` gives it
 *                              └─ by sides ─┬─▶ problems: resolved, remaining, new, reappeared
 *                                           └─▶ codes of one side ─ paired by organization code, by name ─▶ changed
 *                                                                └─ the rest ─▶ added, gone
 *
 * @throws {UsccError} `input` when a file cannot be understood; `aborted` when the signal fired
 */
export async function diff(inputs: DiffInputs, options: DiffOptions, platform: Platform): Promise<DiffReport> {
  const started = performance.now();
  const scan = await scanSides(inputs, options, platform);
  const kernel = createKernel();
  const pairing: Pairing = { diff: scan, kernel, oneSided: createRowBits((range) => scan.ranges[range]?.records ?? 0) };
  const organizations = scan.createStore();
  const counts = await groupBySides({
    keys: scan.keys,
    bits: scan.bits,
    pool: platform.pool,
    sideOf: scan.sideOf,
    wants: (member) => isOneSided(member) || (options.onProblems !== undefined && isShown(member, options.lists)),
    batchEntries: scan.batchEntries,
    take: async (set) => {
      options.signal?.throwIfAborted();
      listOneSided(pairing, set, organizations.add);
      if (options.onProblems !== undefined) await listProblems(scan, set, options.onProblems);
    },
  });
  const byOrganization = await pairCodes(pairing, organizations, 'organization', options.onCodes);
  const byName = await pairCodes(pairing, await listNames(pairing), 'name', options.onCodes);
  if (options.onCodes !== undefined) await listRest(pairing, options.onCodes);
  return createDiffReport({
    scan,
    counts,
    changed: { organization: byOrganization, name: byName },
    elapsedMilliseconds: performance.now() - started,
  });
}

/** Notes the first record of every code that only one of the two exports has, and lists its organization code. */
function listOneSided(
  { diff: scan, kernel, oneSided }: Pairing,
  set: SideSet,
  add: ReturnType<DiffScan['createStore']>['add'],
): void {
  const words = new Uint32Array(set.keys.buffer);
  const seen = new Uint8Array(set.keys.length);
  for (const [range, { rows, groups }] of set.byRange) {
    const side = scan.sideOf(range);
    const organizations: bigint[] = [];
    const organizationRows: number[] = [];
    for (const index of [...rows.keys()].sort((a, b) => (rows[a] ?? 0) - (rows[b] ?? 0))) {
      const [row = 0, group = 0] = [rows[index], groups[index]];
      const isClean = group < set.cleanCount;
      const kind = isClean ? 0 : (words[group * 2] ?? 0) & 7;
      if (seen[group] === 1 || !isOneSided({ side, kind, isClean, shape: set.shapes[group] ?? 0 })) continue;
      seen[group] = 1;
      oneSided.add(range, row);
      if (!isClean) continue;
      organizations.push(((set.keys[group] ?? 0n) & organizationBits) | organizationBase);
      organizationRows.push(row);
    }
    if (organizations.length === 0) continue;
    const keys = BigUint64Array.from(organizations);
    add('clean', range, sortKeys(kernel, keys, Uint32Array.from(organizationRows), scan.bits));
  }
}

/** What nothing was paired with. */
async function listRest(
  { diff: scan, oneSided }: Pairing,
  onCodes: NonNullable<DiffOptions['onCodes']>,
): Promise<void> {
  const wanted = function* () {
    for (const range of oneSided.ranges()) {
      const status = scan.sideOf(range) === OLD ? 'gone' : 'added';
      const rows = oneSided.list(range).filter(() => scan.allows(status));
      if (rows.length > 0) yield { range, rows };
    }
  };
  await readPlaces(scan, wanted(), (records: CodeRecord[], { range }) =>
    onCodes(
      records.map((record) =>
        scan.sideOf(range) === OLD
          ? { status: 'gone' as const, old: record, new: null }
          : { status: 'added' as const, old: null, new: record },
      ),
    ),
  );
}
