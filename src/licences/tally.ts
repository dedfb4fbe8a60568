import { maskCell } from '../code/cell/mask.ts';
import { normalizeName } from '../code/cell/normalize.ts';
import type { LicenceRole } from '../engine/plan/headers/licence-headers.ts';
import { findBody } from './describe-problem.ts';
import type { Problem, RecordCells } from './judge-record.ts';
import { remember } from './remember.ts';
import type { Category, LicenceRule, LicenceRules } from './rules.ts';

/** Records, and those of them that are compliant. */
export interface Share {
  records: number;
  compliant: number;
}

/** Names beyond these are counted together: the list of bodies is meant for reading. */
export const mostBodies = 100_000;
/** Stands for records without the name of a body, and for bodies beyond {@link mostBodies}. */
export const noBody = '?';

/** Counts of records. Plain data: it travels between threads. */
export interface LicenceTally extends Share {
  /** By rule and role. */
  rules: Map<string, { rule: LicenceRule; role: LicenceRole; records: number }>;
  filled: Partial<Record<LicenceRole, number>>;
  /** Cells with an error. */
  errors: Partial<Record<LicenceRole, number>>;
  /** By the body's name as names are compared. */
  bodies: Map<string, Share & { name: string }>;
  categories: Partial<Record<Category, Share>>;
}

export function createLicenceTally(): LicenceTally {
  return { records: 0, compliant: 0, rules: new Map(), filled: {}, errors: {}, bodies: new Map(), categories: {} };
}

/** Counts records of one body and category, all of them compliant or none. */
export function countRecords(
  tally: LicenceTally,
  cells: RecordCells,
  category: Category,
  isCompliant: boolean,
  records = 1,
): void {
  const compliant = isCompliant ? records : 0;
  const share = { records, compliant };
  addShare(tally, share);
  addShare(findBodyShare(tally, shownBody(findBody(cells))), share);
  tally.categories[category] ??= { records: 0, compliant: 0 };
  addShare(tally.categories[category], share);
}

/** Takes a record that was counted as compliant for one that is not. */
export function loseRecord(tally: LicenceTally, body: string, category: Category): void {
  const share = { records: 0, compliant: -1 };
  addShare(tally, share);
  addShare(findBodyShare(tally, body), share);
  const own = tally.categories[category];
  if (own !== undefined) addShare(own, share);
}

/** Counts what is wrong with a record: a rule once for each column, a column's errors once. */
export function countProblems(
  tally: LicenceTally,
  problems: readonly Pick<Problem, 'rule' | 'role'>[],
  rules: LicenceRules,
): void {
  const wrong = new Set<LicenceRole>();
  for (const { rule, role } of problems) {
    addRule(tally, rule, role, 1);
    if (rules.severities[rule] === 'error') wrong.add(role);
  }
  for (const role of wrong) tally.errors[role] = (tally.errors[role] ?? 0) + 1;
}

export function countFilled(tally: LicenceTally, role: LicenceRole, records: number): void {
  tally.filled[role] = (tally.filled[role] ?? 0) + records;
}

/** Adds the counts of `other` to `tally`. */
export function addLicenceTally(tally: LicenceTally, other: LicenceTally): void {
  tally.records += other.records;
  tally.compliant += other.compliant;
  for (const { rule, role, records } of other.rules.values()) addRule(tally, rule, role, records);
  for (const [role, records] of Object.entries(other.filled)) countFilled(tally, role as LicenceRole, records);
  for (const [role, count] of Object.entries(other.errors)) {
    tally.errors[role as LicenceRole] = (tally.errors[role as LicenceRole] ?? 0) + count;
  }
  for (const share of other.bodies.values()) addShare(findBodyShare(tally, share.name), share);
  for (const [category, share] of Object.entries(other.categories) as [Category, Share][]) {
    tally.categories[category] ??= { records: 0, compliant: 0 };
    addShare(tally.categories[category], share);
  }
}

const shownBody = remember(maskCell);
const keyOfBody = remember((name) => normalizeName(name) || noBody);

function addRule(tally: LicenceTally, rule: LicenceRule, role: LicenceRole, records: number): void {
  const key = `${rule} ${role}`;
  const entry = tally.rules.get(key) ?? { rule, role, records: 0 };
  entry.records += records;
  tally.rules.set(key, entry);
}

function addShare(to: Share, { records, compliant }: Share): void {
  to.records += records;
  to.compliant += compliant;
}

function findBodyShare({ bodies }: LicenceTally, name: string): Share {
  const own = keyOfBody(name);
  const key = bodies.has(own) || bodies.size < mostBodies ? own : noBody;
  let share = bodies.get(key);
  if (share === undefined) {
    share = { name: key === noBody ? noBody : name.trim(), records: 0, compliant: 0 };
    bodies.set(key, share);
  }
  return share;
}
