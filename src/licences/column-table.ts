import { generate } from '../code/generate.ts';
import type { LicenceColumns, LicenceRole } from '../engine/plan/headers/licence-headers.ts';
import { readCell } from '../engine/scan/cell.ts';
import {
  allowEmpty,
  allowFirst,
  allowSecond,
  columnCountsAt,
  columnOutBytes,
  fullKind,
  noProfile,
  organizationKind,
  profileKind,
  subjectKind,
  taxKind,
  textKind,
  unitLimit,
} from '../engine/scan/kernel/contract.ts';
import type { Kernel } from '../engine/scan/kernel/kernel.ts';
import { fillUp, placeUnits, type UnitTable } from '../engine/scan/units.ts';
import { judgeRecord, type RecordCells } from './judge-record.ts';
import type { PairCollector, PairListName } from './pairs.ts';
import type { LicenceRules } from './rules.ts';

/** Columns in which few texts recur: together they are a record's profile. */
const profileRoles: readonly LicenceRole[] = ['category', 'body', 'body-code', 'source', 'source-code'];
/** Columns that are empty, or say what the code says. */
const followingKinds = {
  registration: fullKind,
  organization: organizationKind,
  tax: taxKind,
  institution: fullKind,
  association: fullKind,
} as const satisfies Partial<Record<LicenceRole, number>>;
const followingRoles = Object.keys(followingKinds) as (keyof typeof followingKinds)[];
/** Columns that are listed by their text; in the order of their numbers in the kernel's rows. */
const textRoles: readonly LicenceRole[] = ['name', 'decision'];
/** No record of a table of licences is shorter; what would be goes to the host. */
const shortestRecordBytes = 24;
const joinedBytes = 4096;
/** Codes to try a profile with: of the self-employed, and another. */
const firstSample = generate({ seed: 1, authority: '9', category: '1' });
const secondSample = generate({ seed: 1, authority: '9', category: '2' });

/** What became of records that nobody had to look at: all of one profile, and with a code or without. */
export interface OrderlyRecords {
  cells: RecordCells;
  hasCode: boolean;
  records: number;
}

/** The kernel's table of columns, for one range. */
export interface ColumnTable {
  /** First address after it. */
  endAt: number;
  /** Says what of a record's profile is in order, if the kernel has not been told yet. */
  allow(profile: number, cells: RecordCells): void;
  /** Writes the numbers of a record that the host has looked at; false when there is no room for its row. */
  write(row: number, words: readonly number[]): boolean;
  /** Lists the numbers of all records in order. */
  listNumbers(lists: Record<PairListName, PairCollector>, records: number): void;
  listOrderly(decode: (bytes: Uint8Array) => string): OrderlyRecords[];
  /** Records in order in which a column is filled that says what the code says. */
  listFollowing(): [role: LicenceRole, records: number][];
}

export interface ColumnTablePlan {
  columns: LicenceColumns['columns'];
  rules: LicenceRules;
  rangeBytes: number;
  /** First free address. */
  at: number;
}

/** Makes the kernel look at several columns of each record; called after `configure`. */
export function placeColumnTable(kernel: Kernel, { columns, rules, rangeBytes, at }: ColumnTablePlan): ColumnTable {
  const roles = profileRoles.filter((role) => columns[role] !== undefined);
  const rows = Math.ceil(rangeBytes / shortestRecordBytes) + 64;
  const listAt = (at + 7) & ~7;
  const allowedAt = listAt + 256;
  const joinedAt = allowedAt + unitLimit;
  const outAt = (joinedAt + joinedBytes + 64 + 7) & ~7;
  const table = placeUnits(kernel, { column: 0, at: outAt + rows * columnOutBytes, records: rows, pickedAt: 0 });
  // The table is kept, but no column of its own is numbered.
  kernel.resumeUnits(noProfile);
  kernel.bytes().fill(0, listAt, outAt + rows * columnOutBytes);
  const list = [
    [columns.code, subjectKind] as const,
    ...roles.map((role) => [columns[role], profileKind] as const),
    ...followingRoles.map((role) => [columns[role], followingKinds[role]] as const),
    ...textRoles.map((role, index) => [columns[role], textKind + index] as const),
  ].filter(([column]) => column !== undefined) as [number, number][];
  new Uint32Array(kernel.memory.buffer, listAt, list.length * 2).set(list.flat());
  kernel.placeColumns(listAt, list.length, allowedAt, outAt, rows, joinedAt, joinedBytes);
  const asked = new Set<number>();
  return {
    endAt: table.endAt,
    allow(profile, cells) {
      if (profile === noProfile || asked.has(profile)) return;
      asked.add(profile);
      kernel.bytes()[allowedAt + profile] = findAllowed(cells, roles, columns, rules);
    },
    write(row, words) {
      if (row >= rows) return false;
      new Uint32Array(kernel.memory.buffer, outAt + row * columnOutBytes, words.length).set(words);
      return true;
    },
    listNumbers(lists, records) {
      listRows(new Uint32Array(kernel.memory.buffer, outAt, (Math.min(rows, records) * columnOutBytes) / 4), lists);
    },
    listOrderly: (decode) => listOrderly(table, roles, decode),
    listFollowing() {
      const counts = new Uint32Array(kernel.memory.buffer, listAt + columnCountsAt, list.length);
      return followingRoles
        .filter((role) => columns[role] !== undefined)
        .map((role, index) => [role, counts[1 + roles.length + index] ?? 0]);
    },
  };
}

/** Which codes are in order beside the cells of a profile. */
function findAllowed(
  cells: RecordCells,
  roles: readonly LicenceRole[],
  columns: LicenceColumns['columns'],
  rules: LicenceRules,
): number {
  // Cells that hold what stands between cells could be taken for others.
  if (roles.some((role) => cells[role]?.includes('\u001f'))) return 0;
  const blank: RecordCells = {};
  for (const role of followingRoles) if (columns[role] !== undefined) blank[role] = '';
  for (const role of roles) blank[role] = cells[role] ?? '';
  const suits = (code: string): boolean => {
    const following = code === '' ? [''] : ['', code];
    return following.every((full) => {
      const given: RecordCells = { ...blank, code };
      for (const role of followingRoles) {
        if (given[role] !== undefined) given[role] = role === 'organization' ? full.slice(8, 17) : full;
      }
      return judgeRecord(given, rules).problems.length === 0;
    });
  };
  return (suits('') ? allowEmpty : 0) | (suits(firstSample) ? allowFirst : 0) | (suits(secondSample) ? allowSecond : 0);
}

const rowWords = columnOutBytes / 4;

/** Rows in their order: those that are to be listed. */
function listRows(words: Uint32Array, lists: Record<PairListName, PairCollector>): void {
  for (let at = 0, row = 0; at < words.length; at += rowWords, row++) {
    if (words[at + 6] !== 0) listRow(words, at, row, lists);
  }
}

/** Lists one record by the numbers of its code, name and decision, which stand in `words` from `at` on. */
export function listRow(
  words: ArrayLike<number>,
  at: number,
  row: number,
  { codes, names, decisions }: Record<PairListName, PairCollector>,
): void {
  const codeLow = words[at] ?? 0;
  const codeHigh = words[at + 1] ?? 0;
  const nameLow = words[at + 2] ?? 0;
  const nameHigh = words[at + 3] ?? 0;
  if ((nameLow | nameHigh) !== 0) {
    codes.add(codeLow, codeHigh, nameLow, nameHigh, row);
    names.add(nameLow, nameHigh, codeLow, codeHigh, row);
  }
  const decisionLow = words[at + 4] ?? 0;
  const decisionHigh = words[at + 5] ?? 0;
  if ((decisionLow | decisionHigh) !== 0) decisions.add(decisionLow ^ codeHigh, decisionHigh ^ codeLow, 0, 0, row);
}

const separator = 0x1f;

function listOrderly(
  table: UnitTable,
  roles: readonly LicenceRole[],
  decode: (bytes: Uint8Array) => string,
): OrderlyRecords[] {
  const { text, lengths, counts } = table.list();
  const orderly: OrderlyRecords[] = [];
  let start = 0;
  for (let unit = 0; unit < lengths.length; unit++) {
    const length = lengths[unit] ?? 0;
    const withCode = (counts[unit * 4] ?? 0) + (counts[unit * 4 + 1] ?? 0);
    const without = counts[unit * 4 + 2] ?? 0;
    if (withCode + without > 0) {
      const cells = readProfile(text.subarray(start, start + length), roles, decode);
      if (withCode > 0) orderly.push({ cells, hasCode: true, records: withCode });
      if (without > 0) orderly.push({ cells, hasCode: false, records: without });
    }
    start += fillUp(length);
  }
  return orderly;
}

function readProfile(
  bytes: Uint8Array,
  roles: readonly LicenceRole[],
  decode: (bytes: Uint8Array) => string,
): RecordCells {
  const cells: RecordCells = {};
  let from = 0;
  for (const role of roles) {
    const end = bytes.indexOf(separator, from);
    cells[role] = readCell(bytes, from, end, decode);
    from = end + 1;
  }
  return cells;
}
