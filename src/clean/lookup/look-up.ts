import { judge } from '../../code/cell/judge.ts';
import { normalizeName } from '../../code/cell/normalize.ts';
import type { Partition } from '../../code/verdict.ts';
import { isOn } from '../../engine/group/group-sides.ts';
import type { StoredBlock } from '../../engine/group/key-store.ts';
import { groupBySides, type SideSet } from '../../engine/group/side-stage.ts';
import type { OpenScan } from '../../engine/open-scan.ts';
import type { FilePlan } from '../../engine/plan/plan.ts';
import { readRecords } from '../../engine/reread/pick.ts';
import { shorten } from '../../engine/reread/text-number.ts';
import type { ScannedRange } from '../../engine/scan/file-scan.ts';
import { runInOrder } from '../../engine/scan/in-order.ts';
import { textAt } from '../../engine/scan/kernel/contract.ts';
import type { Kernel } from '../../engine/scan/kernel/kernel.ts';
import { type Block, placeLists, takeBlock } from '../../engine/scan/lists.ts';
import type { KeySelector } from '../../engine/scan/scan-keys.ts';
import { keyKinds } from '../../engine/scan/scan-keys.ts';

/** What records of a registry are looked up by: `name` is the normalized name. */
export type IndexSelector = Exclude<KeySelector, 'problem'> | 'registration';

/** The records of a registry listed under one selector. */
export interface IndexedScan extends OpenScan {
  selector: IndexSelector;
  /** Column of the codes in each plan: what is listed may stand in another. */
  codeColumns: number[];
}

/** One entity of a registry: records that carry one code and one name. */
export interface RegistryEntity {
  /** The normalized code cell, whatever it is. */
  code: string;
  partition: Partition;
  /** As the first of its records writes it. */
  name: string;
  /** Path of the table, record number and line of that record, both from 1. */
  file: string;
  /** The sheet that the table is of a workbook; null for anything else. */
  sheet: string | null;
  row: number;
  line: number;
  /** How many records carry both. */
  records: number;
}

/** Texts to look up among the records of a registry. */
export interface LookUp {
  scan: IndexedScan;
  /** Normalized codes, organization codes or normalized names, each once. */
  texts: string[];
  kernel: Kernel;
}

/** More entities under one text than this say nothing new: it is not one. */
const mostEntities = 100;
const shortestKeyedBytes = 10;
const batchEntries = 1 << 18;

/**
 * Finds the records listed under each of many texts: the texts become keys of a side of their own, and what stands on both
 * sides is read again and compared as text.
 *
 *   registry   ranges 0 1 2 …   ┐
 *   texts      one more range   ┘ grouped by side ─▶ records on both ─▶ read ─▶ equal ─▶ entities by text
 */
export async function lookUp({ scan, texts, kernel }: LookUp): Promise<Map<string, RegistryEntity[]>> {
  const { keys, ranges, bits, pool, selector } = scan;
  const own = ranges.length;
  // Keys of tables that are held against the registry may stand among its own.
  const isOwn = ({ range }: StoredBlock): boolean => range < own;
  const lists = listTexts(kernel, texts, selector, bits);
  const found = new Map<string, RegistryEntity[]>();
  await groupBySides({
    keys: {
      clean: [...keys.clean.filter(isOwn), ...store(lists.clean, own)],
      hashed: [...keys.hashed.filter(isOwn), ...store(lists.hashed, own)],
      spilled: keys.spilled,
    },
    bits,
    pool,
    sideOf: (range) => (range === own ? 1 : 0),
    among: 1,
    wants: ({ presence }) => isOn(presence, 0) && isOn(presence, 1),
    batchEntries,
    take: (set) => readEntities(scan, texts, set, found),
  });
  const tables = new Map(scan.plans.map(({ path }, index) => [path, index]));
  const orderOf = ({ file }: RegistryEntity): number => tables.get(file) ?? 0;
  // Groups bring clean codes before those that are written otherwise.
  for (const entities of found.values()) entities.sort((a, b) => orderOf(a) - orderOf(b) || a.row - b.row);
  return found;
}

function listTexts(
  kernel: Kernel,
  texts: string[],
  selector: IndexSelector,
  bits: number,
): { clean: Block | null; hashed: Block | null } {
  const lists = placeLists(kernel, texts.length * shortestKeyedBytes, bits);
  for (const [row, text] of texts.entries()) {
    if (selector === 'name') kernel.addName(textAt, kernel.writeText(shorten(text)), row, 0);
    else if (selector === 'organization') {
      kernel.writeText(text);
      kernel.addOrganization(textAt, row);
    } else {
      const { partition, isComparable } = judge(text);
      if (!isComparable || partition === 'missing') continue;
      kernel.addText(textAt, kernel.writeText(text), row, keyKinds[partition]);
    }
  }
  const form = { bits, isShared: true };
  return { clean: takeBlock(kernel, lists, 'clean', form), hashed: takeBlock(kernel, lists, 'hashed', form) };
}

function store(block: Block | null, range: number): StoredBlock[] {
  return block === null ? [] : [{ ...block, range, at: 0 }];
}

async function readEntities(
  scan: IndexedScan,
  texts: string[],
  set: SideSet,
  found: Map<string, RegistryEntity[]>,
): Promise<void> {
  const { plans, ranges, pool } = scan;
  const own = set.byRange.get(ranges.length);
  const wanted = new Map<number, string[]>();
  for (const [at, group] of (own?.groups ?? []).entries()) {
    const text = texts[own?.rows[at] ?? 0] ?? '';
    wanted.set(group, [...(wanted.get(group) ?? []), text]);
  }
  set.byRange.delete(ranges.length);
  await runInOrder(
    set.byRange,
    pool.size * 2,
    ([range, { rows }]) => readRecords(scan, range, rows, { cells: listColumns(scan, range) }),
    ({ lines, cells: [keys = [], codes = [], names = []] }, [range, { rows, groups }]) => {
      const { file, rowBase, lineBase } = ranges[range] as ScannedRange;
      const { path, input } = plans[file] as FilePlan;
      const sheet = input.table?.sheet ?? null;
      for (const [at, group] of groups.entries()) {
        const { normalized: code, partition } = judge(codes[at] ?? '');
        const name = names[at] ?? '';
        const row = rowBase + (rows[at] ?? 0) + 1;
        const line = lineBase + (lines[at] ?? 0) + 1;
        const entity = { code, partition, name, file: path, sheet, row, line, records: 1 };
        for (const text of wanted.get(group) ?? []) {
          if (isUnder(scan.selector, text, keys[at] ?? '', name)) addEntity(found, text, entity);
        }
      }
    },
  );
}

/** The column that is looked up, those of codes and of names. */
function listColumns({ ranges, codeColumns }: IndexedScan, range: number): number[] {
  const { file, dialect } = ranges[range] as ScannedRange;
  return [dialect.codeColumn, codeColumns[file] ?? -1, dialect.nameColumn];
}

/** Whether a record stands under a text: numbers that agree are no proof. */
function isUnder(selector: IndexSelector, text: string, cell: string, name: string): boolean {
  if (selector === 'name') return normalizeName(name) === text;
  const { normalized, partition } = judge(cell);
  if (selector !== 'organization') return normalized === text;
  return partition === 'conforming' ? normalized.slice(8, 17) === text : normalized.slice(-9) === text;
}

function addEntity(found: Map<string, RegistryEntity[]>, text: string, entity: RegistryEntity): void {
  const entities = found.get(text) ?? [];
  found.set(text, entities);
  joinEntity(entities, entity);
}

/** Counts a record to the entity with its code and name, or adds it as one. */
export function joinEntity(entities: RegistryEntity[], entity: RegistryEntity): void {
  const name = normalizeName(entity.name);
  const same = entities.find((other) => other.code === entity.code && normalizeName(other.name) === name);
  if (same !== undefined) {
    same.records++;
    if (same.file !== entity.file || same.row < entity.row) return;
    const { row, line, name: written } = entity;
    Object.assign(same, { row, line, name: written });
  } else if (entities.length < mostEntities) entities.push({ ...entity });
}

/** Those that conform, if all of them carry one code: what else the registry has is no answer. */
export function listOnly(entities: RegistryEntity[]): RegistryEntity[] {
  if (entities.length >= mostEntities) return [];
  const conforming = entities.filter(({ partition }) => partition === 'conforming');
  return conforming.every(({ code }) => code === conforming[0]?.code) ? conforming : [];
}
