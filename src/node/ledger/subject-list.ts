import type { DuplicateRecord, Finding } from '../../check/findings/finding.ts';
import { normalizeName } from '../../code/cell/normalize.ts';
import { isValid } from '../../code/validate.ts';
import type { ScannedTables } from '../../engine/open-scan.ts';
import { readRecords } from '../../engine/reread/pick.ts';
import type { ScannedRange } from '../../engine/scan/file-scan.ts';
import type { HashText } from '../../ledger/keys.ts';
import type { Subject } from '../../ledger/problem.ts';
import type { StandingEntity } from '../../ledger/standing.ts';
import { describeDuplicate, describeFinding, describeSeveral } from '../../ledger/subjects.ts';
import type { Suspect } from '../../suspects/suspect.ts';

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

/** A record to be read again. */
interface RecordLocation {
  file: number;
  row: number;
}

/** What is read of a record. */
interface Cells {
  code: string;
  name: string;
  unit: string | null;
}

const absentColumn = 2 ** 30;
const masked = /\*.*\*.*\*.*\*.*\*.*\*.*\*.*\*/;

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
        if (masked.test(finding.code) || masked.test(finding.name ?? '')) {
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
      const cells = await readCells(scan, wanted);
      const read = ({ file, row }: RecordLocation): Cells | null => cells.get(keyOf({ file, row })) ?? null;
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

function keyOf({ file, row }: RecordLocation): string {
  return `${file}:${row}`;
}

async function readCells(scan: ScannedTables, wanted: RecordLocation[]): Promise<Map<string, Cells>> {
  const { ranges } = scan;
  const byRange = new Map<number, Set<number>>();
  for (const { file, row } of wanted) {
    const index = ranges.findIndex((range) => range.file === file && holds(range, row));
    if (index < 0) continue;
    const rows = byRange.get(index) ?? new Set();
    byRange.set(index, rows);
    rows.add(row - 1 - (ranges[index]?.rowBase ?? 0));
  }
  const cells = new Map<string, Cells>();
  for (const [index, wanted] of byRange) {
    const { file, rowBase, dialect } = ranges[index] as ScannedRange;
    const rows = Uint32Array.from(wanted).sort();
    const { codeColumn, nameColumn, unitColumn } = dialect;
    const hasUnit = unitColumn >= 0 && unitColumn !== absentColumn;
    const result = await readRecords(scan, index, rows, {
      cells: [codeColumn, nameColumn, unitColumn],
    });
    const [codes = [], names = [], units = []] = result.cells;
    for (const [at, row] of rows.entries()) {
      cells.set(keyOf({ file, row: rowBase + row + 1 }), {
        code: codes[at] ?? '',
        name: names[at] ?? '',
        unit: hasUnit ? (units[at] ?? '') : null,
      });
    }
  }
  return cells;
}

function holds({ rowBase, records }: ScannedRange, row: number): boolean {
  return row > rowBase && row <= rowBase + records;
}
