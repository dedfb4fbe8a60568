import { groupBy } from '../../engine/group/group-by.ts';
import type { HashText } from '../../ledger/keys.ts';
import { describeLicenceFinding } from '../../ledger/licences/describe-licence.ts';
import type { ShownProblems } from '../../ledger/store/month-tables.ts';
import type { LicenceFinding } from '../../licences/finding.ts';
import type { LicenceScan } from '../../licences/plan-licences.ts';
import { isMasked, readCells } from './read-cells.ts';

/** Notes the problems that tables of licences and penalties show. */
export interface LicenceList {
  add(batch: LicenceFinding[]): void;
  /** Reads from the tables again what was handed over masked. */
  finish(scan: LicenceScan): Promise<void>;
}

export function createLicenceList(shown: ShownProblems, hash: HashText): LicenceList {
  return {
    add(batch) {
      const errors = batch.filter(({ severity }) => severity === 'error');
      const isHidden = ({ value, name }: LicenceFinding): boolean => isMasked(value) || isMasked(name);
      shown.keep(errors.filter(isHidden));
      const plain = errors.filter((finding) => !isHidden(finding));
      shown.add(plain.map((finding) => describeLicenceFinding(finding, null, hash)));
    },
    async finish(scan) {
      const columnOf = (file: number, role: LicenceFinding['role']): number =>
        scan.plans[file]?.licence.columns[role] ?? -1;
      for (const hidden of shown.takeKept<LicenceFinding>()) {
        for (const [role, findings] of groupBy(hidden, (finding) => finding.role)) {
          const read = await readCells(scan, findings, ({ file }) => [columnOf(file, role), columnOf(file, 'name')]);
          const subjects = findings.map((finding) => {
            const [code = finding.value, name = finding.name] = read(finding) ?? [];
            return describeLicenceFinding(finding, { code, name }, hash);
          });
          shown.add(subjects);
        }
      }
    },
  };
}
