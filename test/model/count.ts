import { judgeByDesign, nameByDesign } from './standard.ts';

/* What the design counts over records: partitions, duplicates and every rate, with maps and loops. */

export interface Counted {
  partition: string;
  issue: string | null;
  authority: string;
  unit: string;
  isCode: boolean;
  isExcess: boolean;
  isDuplicate: boolean;
  isConflicting: boolean;
}

export interface Share {
  /** Null: duplicates without names leave it open. */
  numerator: number | null;
  denominator: number;
}

export interface Totals {
  records: Counted[];
  rates: Record<string, Share>;
}

/** Records in file order: name, code, unit. */
export function countByDesign(rows: (readonly [string, string, string])[]): Totals {
  const judged = rows.map(([name, code, unit]) => ({ ...judgeByDesign(code), name: nameByDesign(name), unit }));
  const groups = new Map<string, typeof judged>();
  for (const each of judged) if (each.isCompared) groups.set(each.t, [...(groups.get(each.t) ?? []), each]);
  const duplicates = [...groups.values()].filter((group) => group.length > 1);
  const namesOf = (group: typeof judged): string[] => [
    ...new Set(group.map(({ name }) => name).filter((name) => name !== '')),
  ];
  const isOpen = duplicates.some((group) => namesOf(group).length < 2 && group.some(({ name }) => name === ''));
  const records = judged.map((each): Counted => {
    const group = each.isCompared ? (groups.get(each.t) ?? []) : [];
    return {
      partition: each.partition,
      issue: each.issue,
      authority: each.authority,
      unit: each.unit === '' ? '?' : each.unit,
      isCode: each.partition === 'conforming' || each.partition === 'erroneous',
      isExcess: group.length > 1 && group[0] !== each,
      isDuplicate: group.length > 1,
      isConflicting: group.length > 1 && namesOf(group).length > 1,
    };
  });
  const codes = records.filter(({ isCode }) => isCode);
  const isWrong = ({ partition }: Counted): boolean => partition === 'erroneous';
  const count = (isProblem: (one: Counted) => boolean, among = codes): Share => {
    return { numerator: among.filter(isProblem).length, denominator: among.length };
  };
  const conflicting = count((one) => isWrong(one) || one.isConflicting);
  const assignment = countAssignments(groups, namesOf);
  return {
    records,
    rates: {
      literal: count((one) => isWrong(one) || one.isExcess),
      conflicting: isOpen ? { ...conflicting, numerator: null } : conflicting,
      assignment: isOpen ? { ...assignment, numerator: null } : assignment,
      'all-duplicates': count((one) => isWrong(one) || one.isDuplicate),
      erroneous: count(isWrong),
      'check-digit': count((one) => isWrong(one) && one.issue !== 'organization-check-digit'),
      'with-unconverted': count(
        (one) => isWrong(one) || one.isExcess || one.partition === 'unconverted',
        records.filter(({ partition }) => partition !== 'missing'),
      ),
    },
  };
}

function countAssignments<T extends { partition: string; organization: string }>(
  groups: Map<string, T[]>,
  namesOf: (group: T[]) => string[],
): Share {
  let [numerator, denominator] = [0, 0];
  const byOrganization = new Map<string, number>();
  for (const group of groups.values()) {
    const [first] = group;
    const assignments = Math.max(1, namesOf(group).length);
    denominator += assignments;
    if (first?.partition === 'erroneous') numerator += assignments;
    if (first?.partition !== 'conforming') continue;
    numerator += assignments - 1;
    byOrganization.set(first.organization, (byOrganization.get(first.organization) ?? 0) + 1);
  }
  for (const codes of byOrganization.values()) numerator += codes - 1;
  return { numerator, denominator };
}

/** A target as a fraction of whole numbers. */
export function fractionOf(target: string): [bigint, bigint] {
  const [whole = '0', decimals = ''] = target.replace('%', '').split('.');
  return [BigInt(whole + decimals), 10n ** BigInt(decimals.length) * (target.endsWith('%') ? 100n : 1n)];
}

/** The largest numerator that is within a target: below it, or none at all for a target of 0. */
export function allowedOf(target: string, denominator: number): number {
  const [share, whole] = fractionOf(target);
  let allowed = 0;
  while (share > 0n && BigInt(allowed + 1) * whole < share * BigInt(denominator)) allowed++;
  return allowed;
}
