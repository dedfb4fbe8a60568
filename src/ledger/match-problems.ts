import type { LedgerDatabase } from './store/database.ts';
import { inOne } from './store/month-tables.ts';

/** Names of records without a name are known by their place, behind this sign. */
export const locationPrefix = '\u0001';

/** What a problem of the ledger, and what the tables show, are known by. */
type KeyColumn = 'family' | 'role' | 'code_key' | 'name_key' | 'unit_key' | 'loose' | 'organization';

/**
 * One way in which a problem is the one that the tables show: both have the same in some columns. Tried from the surest to the least
 * sure; what is matched is out of the search.
 */
export interface MatchRule {
  on: readonly KeyColumn[];
  /** For which of what is shown it holds, in SQL; and for which problems, where that is something else. */
  where: string;
  whereKnown?: string;
  /** Whether closed problems are looked at too: the problem has come back. */
  findsClosed: boolean;
  /** Whether it says nothing when several share the key. */
  isUnique: boolean;
}

/** The rules of a series. */
export interface MatchRules {
  /** For what the tables show of problems alone. */
  sure: MatchRule[];
  /** For problems whose name no longer stands in the tables. */
  renamed: MatchRule[];
  /** For records without code and name. */
  located: MatchRule[];
}

export const always = 'TRUE';
export const hasName = `name_key <> '' AND substr(name_key, 1, 1) <> char(1)`;
/** Shorter texts in a code column are no codes of anybody's: several entities may carry them. */
export const isTelling = 'length(code_key) >= 9';
const isNamedCode = `family = 'code' AND ${hasName}`;

const sureRules: MatchRule[] = [
  { on: ['family', 'code_key', 'name_key', 'unit_key'], where: always, findsClosed: true, isUnique: false },
  { on: ['family', 'code_key', 'name_key'], where: always, findsClosed: true, isUnique: false },
  { on: ['family', 'code_key', 'loose', 'unit_key'], where: always, findsClosed: true, isUnique: false },
  { on: ['family', 'code_key', 'loose'], where: always, findsClosed: true, isUnique: false },
  // What a list from above said in words of its own, seen by the check.
  {
    on: ['code_key', 'name_key'],
    where: always,
    whereKnown: `family = 'other'`,
    findsClosed: false,
    isUnique: false,
  },
  // The code is miswritten anew.
  { on: ['name_key', 'unit_key'], where: isNamedCode, findsClosed: false, isUnique: false },
  { on: ['name_key'], where: isNamedCode, findsClosed: false, isUnique: true },
  { on: ['loose', 'unit_key'], where: isNamedCode, findsClosed: false, isUnique: true },
  // One of several holders was given a code of its own, which is wrong.
  {
    on: ['name_key', 'unit_key'],
    where: isNamedCode,
    whereKnown: `family = 'duplicate' AND ${hasName}`,
    findsClosed: false,
    isUnique: true,
  },
  // Renamed, and the code is written otherwise.
  {
    on: ['organization'],
    where: `family = 'code' AND organization <> ''`,
    findsClosed: false,
    isUnique: true,
  },
];

const renamedRules: MatchRule[] = [
  { on: ['family', 'code_key', 'unit_key'], where: isTelling, findsClosed: false, isUnique: true },
  { on: ['family', 'code_key'], where: isTelling, findsClosed: false, isUnique: true },
];

/** Records without code and name, whose rows have moved: which is which cannot be told, how many there are can. */
const locationRules: MatchRule[] = [
  {
    on: ['code_key', 'unit_key'],
    where: 'substr(name_key, 1, 1) = char(1)',
    findsClosed: false,
    isUnique: false,
  },
];

/** How problems of a registry are known again. */
export const registryRules: MatchRules = { sure: sureRules, renamed: renamedRules, located: locationRules };

/** Notes of what is known and what is shown which is the other; `among` says in SQL which problems are looked at. */
export function matchProblems(database: LedgerDatabase, rules: MatchRule[], among: string): void {
  for (const rule of rules) {
    const isLeft = (table: string, where: string): boolean =>
      database.all(`SELECT 1 FROM temp.${table} WHERE met IS NULL AND ${where} LIMIT 1`).length > 0;
    if (!isLeft('known', among) || !isLeft('shown', always)) return;
    inOne(database, () => applyRule(database, rule, among));
  }
}

/** The first of those that share a key is the first, the second the second: the oldest of what is open, the latest of what is closed. */
function applyRule(database: LedgerDatabase, rule: MatchRule, among: string): void {
  const { on, where, whereKnown = where, findsClosed, isUnique } = rule;
  const list = (table: string, condition: string, order: string): string => `
    SELECT id, ${on.join(', ')}, ROW_NUMBER() OVER (PARTITION BY ${on.join(', ')} ORDER BY ${order}) AS place,
      COUNT(*) OVER (PARTITION BY ${on.join(', ')}) AS sharing
    FROM temp.${table} WHERE met IS NULL AND ${condition}`;
  const open = findsClosed ? always : 'is_closed = 0';
  const known = list(
    'known',
    `${among} AND ${open} AND ${whereKnown}`,
    'is_closed, CASE is_closed WHEN 0 THEN id ELSE -id END',
  );
  const same = on.map((column) => `k.${column} = s.${column}`).join(' AND ');
  database.execute(`
    INSERT INTO temp.met (known, shown) SELECT k.id, s.id FROM (${known}) k JOIN (${list('shown', where, 'id')}) s
      ON ${same} AND k.place = s.place ${isUnique ? 'AND k.sharing = 1 AND s.sharing = 1' : ''};
    UPDATE temp.known SET met = (SELECT shown FROM temp.met WHERE met.known = known.id)
      WHERE id IN (SELECT known FROM temp.met);
    UPDATE temp.shown SET met = (SELECT known FROM temp.met WHERE met.shown = shown.id)
      WHERE id IN (SELECT shown FROM temp.met);
    DELETE FROM temp.met`);
}
