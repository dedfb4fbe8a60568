import { judgeByModel } from '../licences/model.ts';

/** A problem of licences as the model follows it. */
export interface ExpectedLicence {
  role: string;
  rule: string;
  value: string;
  holder: string;
  unit: string;
  number: string | null;
  firstPeriod: string;
  state: 'open' | 'answered' | 'closed' | 'exempt';
  closedAs: 'corrected' | 'removed' | 'kept' | null;
  flag: string | null;
}

type Shown = Pick<ExpectedLicence, 'role' | 'rule' | 'value' | 'holder' | 'unit'>;

const columns: Record<string, number> = {
  name: 0,
  code: 2,
  registration: 3,
  organization: 4,
  tax: 5,
  decision: 6,
  'body-code': 8,
};

/**
 * What the ledger has to make of tables of licences, worked out apart from it: findings are those of the plain model of section 13,
 * and each cell is followed by its column, value, holder and body.
 */
export class LicenceModel {
  expected: ExpectedLicence[] = [];
  months: { period: string; records: number; compliant: number; opened: number; closed: number; reappeared: number }[] =
    [];
  private unitsBefore = new Map<string, number>();

  /** The state to come back to when a month is recorded anew. */
  save(): () => void {
    const { expected, months, unitsBefore } = this;
    const kept = expected.map((each) => ({ ...each }));
    const count = months.length;
    return () => {
      this.expected = kept.map((each) => ({ ...each }));
      this.months.length = count;
      this.unitsBefore = unitsBefore;
    };
  }

  record(period: string, table: string[][]): void {
    const rows = table.slice(1);
    const judged = judgeByModel(table.map((row) => row.join(',')).join('\n'));
    const month = { period, records: rows.length, compliant: judged.compliant, opened: 0, closed: 0, reappeared: 0 };
    this.months.push(month);
    const units = new Map<string, number>();
    for (const row of rows) units.set(row[7] ?? '', (units.get(row[7] ?? '') ?? 0) + 1);
    const missing = [...this.unitsBefore].filter(([unit, count]) => count >= 10 && !units.has(unit));
    const missingUnits = new Set(missing.map(([unit]) => unit));
    this.unitsBefore = units;
    const names = new Set(rows.flatMap((row) => [row[0] ?? '', row[7] ?? '']));
    const pairs = this.match(listShown(rows, judged.findings), (problem) => !missingUnits.has(problem.unit), names);
    for (const [problem, shown] of pairs) {
      if (problem === null) {
        month.opened++;
        const fresh = { number: null, firstPeriod: period, state: 'open', closedAs: null, flag: null } as const;
        this.expected.push({ ...(shown as Shown), ...fresh });
      } else if (shown !== null) {
        Object.assign(problem, shown);
        if (problem.state === 'closed' && problem.closedAs !== 'kept') {
          month.reappeared++;
          Object.assign(problem, { state: 'open', closedAs: null, flag: null });
        } else if (problem.state === 'answered' && problem.flag === '2') {
          month.closed++;
          Object.assign(problem, { state: 'closed', closedAs: 'kept' });
        } else if (problem.state === 'answered') Object.assign(problem, { state: 'open', flag: null });
      } else if ((problem.state === 'open' || problem.state === 'answered') && !missingUnits.has(problem.unit)) {
        month.closed++;
        const stands = names.has(problem.holder) || problem.role === 'name';
        const closedAs = problem.flag === '2' ? 'kept' : stands ? 'corrected' : 'removed';
        Object.assign(problem, { state: 'closed', closedAs });
      }
    }
  }

  /** Which problem is which, from the surest to the least sure. */
  private match(
    shown: Shown[],
    isAsked: (problem: ExpectedLicence) => boolean,
    names: Set<string>,
  ): [ExpectedLicence | null, Shown | null][] {
    const pairs: [ExpectedLicence | null, Shown | null][] = [];
    const problems = new Set(this.expected);
    const left = new Set(shown);
    const pair = (
      keyOf: (each: Shown) => string | null,
      { among, isUnique }: { among: (problem: ExpectedLicence) => boolean; isUnique: boolean },
    ): void => {
      const sides = new Map<string, [ExpectedLicence[], Shown[]]>();
      const sideOf = (key: string): [ExpectedLicence[], Shown[]] => {
        const side = sides.get(key) ?? [[], []];
        sides.set(key, side);
        return side;
      };
      for (const problem of problems)
        if (among(problem) && keyOf(problem)) sideOf(keyOf(problem) ?? '')[0].push(problem);
      for (const each of left) if (keyOf(each)) sideOf(keyOf(each) ?? '')[1].push(each);
      for (const [own, seen] of sides.values()) {
        if (isUnique && (own.length > 1 || seen.length > 1)) continue;
        // The oldest that is open, else the one that was opened last.
        const problem = own.find(({ state }) => state !== 'closed') ?? own.at(-1);
        const [each] = seen;
        if (problem === undefined || each === undefined) continue;
        problems.delete(problem);
        left.delete(each);
        pairs.push([problem, each]);
      }
    };
    const isOpen = ({ state }: ExpectedLicence): boolean => state !== 'closed';
    pair(({ role, value, holder, unit }) => [role, value, holder, unit].join('\n'), {
      among: () => true,
      isUnique: false,
    });
    pair(
      ({ role, holder, unit }) => (role === 'name' || role === 'decision' ? null : [role, holder, unit].join('\n')),
      {
        among: isOpen,
        isUnique: true,
      },
    );
    pair(({ role, value, unit }) => (value.length >= 9 ? [role, value, unit].join('\n') : null), {
      among: (problem) =>
        problem.state !== 'closed' && problem.state !== 'exempt' && isAsked(problem) && !names.has(problem.holder),
      isUnique: true,
    });
    for (const problem of problems) pairs.push([problem, null]);
    for (const each of left) pairs.push([null, each]);
    return pairs;
  }
}

/** One of each: what several records show is one thing to correct. */
function listShown(rows: string[][], findings: string[]): Shown[] {
  const shown = new Map<string, Shown>();
  const inOrder = findings.map((finding) => finding.split(' ')).sort((a, b) => Number(a[0]) - Number(b[0]));
  for (const [row = '', role = '', rule = ''] of inOrder) {
    const cells = rows[Number(row) - 1] ?? [];
    const unit = cells[7] ?? '';
    const holder = role === 'body-code' ? unit : (cells[0] ?? '');
    const value = cells[columns[role] ?? -1] ?? '';
    const key = [role, value, holder, unit].join('\n');
    if (!shown.has(key)) shown.set(key, { role, rule, value, holder, unit });
  }
  return [...shown.values()];
}
