import type { DuplicateRecord, Finding } from '../../check/findings/finding.ts';
import { normalizeName } from '../../code/cell/normalize.ts';
import { isValid } from '../../code/validate.ts';
import type { ScannedTables } from '../../engine/open-scan.ts';
import type { HashText } from '../../ledger/keys.ts';
import type { Subject } from '../../ledger/problem.ts';
import type { StandingEntity } from '../../ledger/standing.ts';
import { describeDuplicate, describeFinding, describeSeveral } from '../../ledger/subjects.ts';
import type { Suspect } from '../../suspects/suspect.ts';
import { isMasked, type RecordLocation, readCells } from './read-cells.ts';

/** Collects the problems that a check hands over. */
export interface SubjectList {
  addFindings(batch: Finding[]): void;
  addDuplicates(batch: DuplicateRecord[]): void;
  addSuspects(batch: Suspect[]): void;
  /** All of them; what was handed over masked, or without its unit, is read from the export again. */
  finish(scan: ScannedTables): Promise<Subject[]>;
  /** Entities that conform, but have no clean code's number: those of the pilot era. */
  pilotEra: StandingEntity[];
}

/** What is read of a record. */
interface Cells {
  code: string;
  name: string;
  unit: string | null;
}

const absentColumn = 2 ** 30;

export function createSubjectList(hash: HashText): SubjectList {
  const subjects: Subject[] = [];
  const hidden: Finding[] = [];
  const several: Suspect[] = [];
  const pilotEra: StandingEntity[] = [];
  let group: DuplicateRecord[] = [];

  const endGroup = (): void => {
    const [first] = group;
    if (first !== undefined) subjects.push(...describeDuplicate(group, isValid(first.code), hash));
    group = [];
  };

  return {
    pilotEra,
    addFindings(batch) {
      for (const finding of batch) {
        if (finding.issue?.code === 'pilot-era') {
          pilotEra.push({ code: finding.normalized, nameKey: normalizeName(finding.name ?? ''), conforms: true });
          continue;
        }
        if (isMasked(finding.code) || isMasked(finding.name ?? '')) {
          hidden.push(finding);
          continue;
        }
        const subject = describeFinding(finding, null, hash);
        if (subject !== null) subjects.push(subject);
      }
    },
    addDuplicates(batch) {
      for (const record of batch) {
        if (group.length > 0 && group[0]?.group !== record.group) endGroup();
        const isKnown = group.some(({ name, unit }) => name === record.name && unit === record.unit);
        if (!isKnown) group.push(record);
      }
    },
    addSuspects(batch) {
      for (const suspect of batch) if (suspect.kind === 'organization-code') several.push(suspect);
    },
    async finish(scan) {
      endGroup();
      const wanted = [...hidden, ...several.flatMap(({ records }) => records)];
      if (wanted.length === 0) return subjects;
      const readRecord = await readCells(scan, wanted, ({ dialect }) => {
        const { codeColumn, nameColumn, unitColumn } = dialect;
        return [codeColumn, nameColumn, unitColumn];
      });
      const read = (record: RecordLocation): Cells | null => {
        const cells = readRecord(record);
        if (cells === null) return null;
        const [code = '', name = '', unit = ''] = cells;
        return { code, name, unit: hasUnit(scan, record) ? unit : null };
      };
      for (const finding of hidden) {
        const subject = describeFinding(finding, read(finding), hash);
        if (subject !== null) subjects.push(subject);
      }
      for (const { records } of several) {
        const [first] = records;
        if (first === undefined) continue;
        const holders = records.map((record) => ({ code: record.code, ...named(read(record), record.name) }));
        subjects.push(...describeSeveral(first.code.slice(8, 17), holders, hash));
      }
      return subjects;
    },
  };
}

function named(cells: Cells | null, name: string): { name: string; unit: string | null } {
  return { name: cells?.name ?? name, unit: cells?.unit ?? null };
}

function hasUnit({ plans }: ScannedTables, { file }: RecordLocation): boolean {
  const unitColumn = plans[file]?.dialect.unitColumn ?? absentColumn;
  return unitColumn >= 0 && unitColumn !== absentColumn;
}
