import { groupBy } from '../../engine/group/group-by.ts';
import type { HashText } from '../../ledger/keys.ts';
import { describeLicenceFinding } from '../../ledger/licences/describe-licence.ts';
import type { Subject } from '../../ledger/problem.ts';
import type { LicenceFinding } from '../../licences/finding.ts';
import type { LicenceScan } from '../../licences/plan-licences.ts';
import { isMasked, readCells } from './read-cells.ts';

/** Collects the problems that tables of licences and penalties show. */
export interface LicenceList {
  add(batch: LicenceFinding[]): void;
  /** One of each; what was handed over masked is read from the tables again. */
  finish(scan: LicenceScan): Promise<Subject[]>;
}

export function createLicenceList(hash: HashText): LicenceList {
  const subjects = new Map<string, Subject>();
  const hidden: LicenceFinding[] = [];
  const keep = (subject: Subject): void => {
    const { role, codeKey, nameKey, unitKey } = subject;
    const key = [role, codeKey, nameKey, unitKey].join('\u0000');
    if (!subjects.has(key)) subjects.set(key, subject);
  };
  return {
    add(batch) {
      for (const finding of batch) {
        if (finding.severity !== 'error') continue;
        if (isMasked(finding.value) || isMasked(finding.name)) hidden.push(finding);
        else keep(describeLicenceFinding(finding, null, hash));
      }
    },
    async finish(scan) {
      const columnOf = (file: number, role: LicenceFinding['role']): number =>
        scan.plans[file]?.licence.columns[role] ?? -1;
      for (const [role, findings] of groupBy(hidden, (finding) => finding.role)) {
        const read = await readCells(scan, findings, ({ file }) => [columnOf(file, role), columnOf(file, 'name')]);
        for (const finding of findings) {
          const [code = finding.value, name = finding.name] = read(finding) ?? [];
          keep(describeLicenceFinding(finding, { code, name }, hash));
        }
      }
      return [...subjects.values()];
    },
  };
}
