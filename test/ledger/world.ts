import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCharacter, generate } from '../../src/index.ts';

/** A made-up registry whose every change is known, and what the rules of the ledger make of it, worked out apart from the ledger. */
export interface Entity {
  id: number;
  name: string;
  /** The code that is its own. */
  right: string;
  /** What stands in the export; null: no record. */
  cell: string | null;
  unit: string;
  /** The entity whose code it carries. */
  borrowedFrom: Entity | null;
}

/** A problem as the model follows it. */
export interface Expected {
  entity: Entity;
  family: 'code' | 'duplicate' | 'other';
  number: string | null;
  kind: string;
  firstPeriod: string;
  state: 'open' | 'answered' | 'closed' | 'exempt';
  closedAs: 'corrected' | 'removed' | 'kept' | null;
  flag: string | null;
  due: string | null;
  feedback: boolean;
  check: boolean;
}

export type Random = () => number;

/** mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const units = ['甲区市场监督管理局', '乙区市场监督管理局', '丙县民政局', '丁县行政审批局'];

export function createEntity(id: number, random: Random): Entity {
  const right = generate({ random });
  return {
    id,
    name: `泰安(${id})号商贸有限公司`,
    right,
    cell: right,
    unit: units[Math.floor(random() * units.length)] ?? '',
    borrowedFrom: null,
  };
}

/** Ways in which codes are wrong, and the kind that the decision table gives them. */
export const damages: { kind: string; keepsOrganization: boolean; damage(code: string, random: Random): string }[] = [
  {
    kind: 'check-digit',
    keepsOrganization: true,
    damage(code, random) {
      const others = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].filter(
        (each) => each !== checkCharacter(code.slice(0, 17)),
      );
      return code.slice(0, 17) + others[Math.floor(random() * others.length)];
    },
  },
  { kind: 'length', keepsOrganization: false, damage: (code, random) => code.slice(0, 10 + Math.floor(random() * 2)) },
  { kind: 'missing', keepsOrganization: false, damage: () => '' },
  { kind: 'unconverted', keepsOrganization: true, damage: (code) => code.slice(8, 17) },
];

/** An export of what is registered, its rows in another order and its names in another width every time. */
export function writeExport(folder: string, period: string, entities: Entity[], random: Random): string[] {
  const rows = entities.flatMap(({ name, cell, unit }) => {
    if (cell === null) return [];
    const dressed = random() < 0.2 ? name.replace('(', '（').replace(')', '）') : random() < 0.1 ? ` ${name}` : name;
    return [[cell, dressed, unit]];
  });
  for (let at = rows.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [rows[at], rows[other]] = [rows[other] ?? [], rows[at] ?? []];
  }
  const middle = Math.floor(rows.length * (0.3 + random() * 0.4));
  return [rows.slice(0, middle), rows.slice(middle)].map((part, index) => {
    const path = join(folder, `${'ab'[index]}-${period}-${Math.floor(random() * 1e6)}.csv`);
    const lines = [['统一社会信用代码', '企业名称', '登记机关'], ...part].map((cells) => cells.join(','));
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  });
}
