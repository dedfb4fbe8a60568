import type { DuplicateRecord, Finding } from '../../check/findings/finding.ts';
import { normalizeName } from '../../code/cell/normalize.ts';
import { isValid } from '../../code/validate.ts';
import type { ScannedTables } from '../../engine/open-scan.ts';
import type { HashText } from '../../ledger/keys.ts';
import type { Subject } from '../../ledger/problem.ts';
import type { StandingEntity } from '../../ledger/standing.ts';
import type { ShownProblems } from '../../ledger/store/month-tables.ts';
import { describeDuplicate, describeFinding, describeSeveral } from '../../ledger/subjects.ts';
import type { Suspect } from '../../suspects/suspect.ts';
import { isMasked, type RecordLocation, readCells } from './read-cells.ts';

/** Notes the problems that a check hands over. */
export interface SubjectList {
  addFindings(batch: Finding[]): void;
  addDuplicates(batch: DuplicateRecord[]): void;
  /** Reads from the export again what was handed over masked. */
  finish(scan: ScannedTables): Promise<void>;
  addSuspects(batch: Suspect[]): void;
  /** Reads names and units of suspects. */
  finishSuspects(scan: ScannedTables): Promise<void>;
}

/** What is read of a record. */
interface Cells {
  code: string;
  name: string;
  unit: string | null;
}

const absentColumn = 2 ** 30;

export function createSubjectList(shown: ShownProblems, hash: HashText): SubjectList {
  let last: DuplicateRecord | null = null;
  let conforms = false;

  return {
    addFindings(batch) {
      const isHidden = ({ code, name }: Finding): boolean => isMasked(code) || isMasked(name ?? '');
      const [remarks, others] = split(batch, ({ issue }) => issue?.code === 'pilot-era');
      const [hidden, plain] = split(others, isHidden);
      const subjects = describeAll(plain, () => null, hash);
      shown.keep(hidden);
      shown.add(subjects);
      shown.addEntities([
        ...remarks.map(({ normalized, name }) => ({
          code: normalized,
          nameKey: normalizeName(name ?? ''),
          conforms: true,
        })),
        ...subjects.filter(({ kind }) => kind === 'unconverted').map(toEntity),
      ]);
    },
    addDuplicates(batch) {
      const isFirst = (record: DuplicateRecord): boolean => {
        if (last?.group !== record.group) conforms = isValid(record.code);
        const isRepeated = last?.group === record.group && last.name === record.name && last.unit === record.unit;
        last = record;
        return conforms && !isRepeated;
      };
      // Where the code is itself a problem, that is one for each record already.
      shown.add(batch.filter(isFirst).map((record) => describeDuplicate(record, hash)));
    },
    async finish(scan) {
      for (const hidden of shown.takeKept<Finding>()) {
        const read = await readRecords(scan, hidden);
        const subjects = describeAll(hidden, read, hash);
        shown.add(subjects);
        shown.addEntities(subjects.filter(({ kind }) => kind === 'unconverted').map(toEntity));
      }
    },
    addSuspects: (batch) => shown.keep(batch.filter(({ kind }) => kind === 'organization-code')),
    async finishSuspects(scan) {
      for (const suspects of shown.takeKept<Suspect>()) {
        const read = await readRecords(
          scan,
          suspects.flatMap(({ records }) => records),
        );
        for (const { records } of suspects) {
          const organization = records[0]?.code.slice(8, 17) ?? '';
          const holders = records.map((record) => ({ code: record.code, ...named(read(record), record.name) }));
          shown.add(describeSeveral(organization, holders, hash));
        }
      }
    },
  };
}

function split<Item>(items: Item[], isFirst: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

function describeAll(findings: Finding[], read: (finding: Finding) => Cells | null, hash: HashText): Subject[] {
  return findings.flatMap((finding) => describeFinding(finding, read(finding), hash) ?? []);
}

async function readRecords(
  scan: ScannedTables,
  wanted: RecordLocation[],
): Promise<(record: RecordLocation) => Cells | null> {
  const read = await readCells(scan, wanted, ({ dialect }) => {
    const { codeColumn, nameColumn, unitColumn } = dialect;
    return [codeColumn, nameColumn, unitColumn];
  });
  return (record) => {
    const cells = read(record);
    if (cells === null) return null;
    const [code = '', name = '', unit = ''] = cells;
    return { code, name, unit: hasUnit(scan, record) ? unit : null };
  };
}

function toEntity({ codeKey, nameKey }: Subject): StandingEntity {
  return { code: codeKey, nameKey, conforms: false };
}

function named(cells: Cells | null, name: string): { name: string; unit: string | null } {
  return { name: cells?.name ?? name, unit: cells?.unit ?? null };
}

function hasUnit({ plans }: ScannedTables, { file }: RecordLocation): boolean {
  const unitColumn = plans[file]?.dialect.unitColumn ?? absentColumn;
  return unitColumn >= 0 && unitColumn !== absentColumn;
}
