import { groupBy } from '../engine/group/group-by.ts';
import type { LicenceRole } from '../engine/plan/headers/licence-headers.ts';
import { readRecords } from '../engine/reread/pick.ts';
import type { ScannedRange } from '../engine/scan/file-scan.ts';
import { runInOrder } from '../engine/scan/in-order.ts';
import { describeProblem } from './describe-problem.ts';
import type { RangeFinding } from './finding.ts';
import { judgeRecord, type Problem, type RecordCells } from './judge-record.ts';
import { createRecordFinder, type LateFault } from './late-faults.ts';
import type { LicencePlan, LicenceScan } from './plan-licences.ts';
import type { LicenceRule, LicenceRules } from './rules.ts';

/** Findings of one record, which the whole of the files brought. */
export interface LateFindings {
  range: number;
  row: number;
  findings: RangeFinding[];
}

/** Faults that are read again together. */
const batchFaults = 1 << 15;

const rules: Record<LateFault['list'], { rule: LicenceRule; role: LicenceRole }> = {
  codes: { rule: 'several-names', role: 'name' },
  names: { rule: 'several-codes', role: 'code' },
  decisions: { rule: 'repeated-decision', role: 'decision' },
};

/** Reads the records at fault again, batch by batch, and says what is wrong with each. */
export async function emitLate(
  scan: LicenceScan,
  faults: LateFault[],
  licenceRules: LicenceRules,
  take: (late: LateFindings) => void | Promise<void>,
): Promise<void> {
  const wanted = faults.filter(({ list }) => licenceRules.severities[rules[list].rule] !== 'off');
  for (let first = 0; first < wanted.length; first += batchFaults) {
    const batch = wanted.slice(first, first + batchFaults);
    const others = batch.flatMap(({ other }) => (other === null ? [] : [other]));
    const shown = await readCells(scan, others);
    const own = await readCells(
      scan,
      batch.map(({ record }) => record),
    );
    const byRecord = groupBy(batch, ({ record }) => record);
    for (const [record, all] of byRecord) {
      const read = own.get(record);
      if (read === undefined) continue;
      const { cells, range, row, line } = read;
      const { category } = judgeRecord(cells, licenceRules);
      const findings = all.map(({ list, other }) => {
        const problem = describe(list, cells, other === null ? undefined : shown.get(other));
        return describeProblem(problem, cells, category, { row, line });
      });
      await take({ range, row, findings });
    }
  }
}

interface ReadRecord {
  cells: RecordCells;
  range: number;
  row: number;
  line: number;
}

function describe(list: LateFault['list'], cells: RecordCells, other: ReadRecord | undefined): Problem {
  const { rule, role } = rules[list];
  const suggestion = list === 'decisions' ? null : (other?.cells[role] ?? null);
  return { rule, role, value: cells[role] ?? '', issue: null, suggestion };
}

/** Cells of records that are counted over all files. */
async function readCells(scan: LicenceScan, records: number[]): Promise<Map<number, ReadRecord>> {
  const find = createRecordFinder(scan);
  const byRange = groupBy(
    [...new Set(records)].sort((a, b) => a - b),
    (record) => find(record).range,
  );
  const read = new Map<number, ReadRecord>();
  await runInOrder(
    byRange,
    scan.pool.size * 2,
    ([range, own]) => {
      const rows = Uint32Array.from(own, (record) => find(record).row);
      return readRecords(scan, range, rows, { cells: rolesOf(scan, range).map(([, column]) => column) });
    },
    ({ lines, cells }, [range, own]) => {
      const roles = rolesOf(scan, range);
      for (const [index, record] of own.entries()) {
        const entries = roles.map(([role], at) => [role, cells[at]?.[index] ?? '']);
        const { row } = find(record);
        read.set(record, { cells: Object.fromEntries(entries), range, row, line: lines[index] ?? 0 });
      }
    },
  );
  return read;
}

function rolesOf({ plans, ranges }: LicenceScan, range: number): [LicenceRole, number][] {
  const { file } = ranges[range] as ScannedRange;
  return Object.entries((plans[file] as LicencePlan).licence.columns) as [LicenceRole, number][];
}
