import { isOn } from '../../engine/group/group-sides.ts';
import type { StoredBlock } from '../../engine/group/key-store.ts';
import { groupBySides, type SideSet } from '../../engine/group/side-stage.ts';
import type { OpenScan } from '../../engine/open-scan.ts';
import { findRange } from '../../engine/reread/pick.ts';
import { packTexts, type TextColumn, textAt } from '../../engine/reread/text-column.ts';
import type { ScannedRange } from '../../engine/scan/file-scan.ts';
import { runInOrder } from '../../engine/scan/in-order.ts';
import type { Block } from '../../engine/scan/lists.ts';
import { entityTasks, type IndexSelector } from './entity-task.ts';
import { joinKeyed, packEntity, unpackEntity } from './entity-text.ts';
import { mostEntities } from './registry-entity.ts';
import type { TextKeys } from './text-keys.ts';

/** The records of a registry listed under one selector. */
export interface IndexedScan extends OpenScan {
  selector: IndexSelector;
  /** Column of the codes in each plan: what is listed may stand in another. */
  codeColumns: number[];
}

const batchEntries = 1 << 18;

/**
 * Finds the entities of a registry under texts that several askers have: their keys become ranges of a side of their own, and what
 * stands on both sides is read again.
 *
 *   registry   ranges 0 1 … R - 1   ┐
 *   askers     ranges R R + 1 …     ┘ grouped by side ─▶ records on both ─▶ read ─▶ entities of each asker
 *
 * Two texts may have one number: whoever asks compares the keys of entities with what was asked.
 *
 * @returns the entities of each asker, packed as `packEntity` does
 */
export async function findEntities(scan: IndexedScan, askers: TextKeys[]): Promise<TextColumn[][]> {
  const { keys, ranges, bits, pool } = scan;
  const own = ranges.length;
  // Keys of tables that are held against the registry may stand among its own.
  const isOwn = ({ range }: StoredBlock): boolean => range < own;
  const found: TextColumn[][] = askers.map(() => []);
  await groupBySides({
    keys: {
      clean: [...keys.clean.filter(isOwn), ...storeAll(askers, own, ({ clean }) => clean)],
      hashed: [...keys.hashed.filter(isOwn), ...storeAll(askers, own, ({ hashed }) => hashed)],
      spilled: keys.spilled,
    },
    bits,
    pool,
    sideOf: (range) => (range >= own ? 1 : 0),
    among: 1,
    wants: ({ presence }) => isOn(presence, 0) && isOn(presence, 1),
    batchEntries,
    take: (set) => answerAskers(scan, set, found),
  });
  return found;
}

function storeAll(askers: TextKeys[], base: number, choose: (keys: TextKeys) => Block | null): StoredBlock[] {
  return askers.flatMap((keys, index) => {
    const block = choose(keys);
    return block === null ? [] : [{ ...block, range: base + index, at: 0 }];
  });
}

async function answerAskers(scan: IndexedScan, set: SideSet, found: TextColumn[][]): Promise<void> {
  const { ranges, pool } = scan;
  const registry = [...set.byRange].filter(([range]) => range < ranges.length);
  const lists = createLists(set.keys.length);
  await runInOrder(
    registry,
    pool.size * 2,
    ([range, { rows, groups }]) => {
      const { file, rowBase, lineBase, dialect } = ranges[range] as ScannedRange;
      const { selector } = scan;
      const columns: [number, number, number] = [dialect.codeColumn, scan.codeColumns[file] ?? -1, dialect.nameColumn];
      const place = findRange(scan, range);
      return pool.run(entityTasks, { ...place, rows, groups, selector, columns, table: file, rowBase, lineBase });
    },
    ({ groups, entities }) => {
      for (const [index, group] of groups.entries()) lists.add(group, textAt(entities, index));
    },
  );
  for (const [range, { groups }] of set.byRange) {
    if (range < ranges.length) continue;
    const texts: string[] = [];
    for (const group of groups) lists.show(group, texts);
    found[range - ranges.length]?.push(packTexts(texts));
  }
}

/** The entities of each group; most have one. */
function createLists(count: number) {
  const first = new Array<string>(count).fill('');
  const others = new Map<number, string[]>();
  return {
    add(group: number, text: string): void {
      if (first[group] === '') {
        first[group] = text;
        return;
      }
      const list = others.get(group);
      if (list === undefined) others.set(group, [text]);
      else if (list.push(text) > 2 * mostEntities) {
        const [head = '', ...rest] = joinTexts([first[group] ?? '', ...list]);
        first[group] = head;
        others.set(group, rest);
      }
    },
    show(group: number, into: string[]): void {
      into.push(first[group] ?? '');
      for (const text of others.get(group) ?? []) into.push(text);
    },
  };
}

/** A name that nobody has for himself stands on records everywhere: what is over the limit is dropped here already. */
function joinTexts(texts: string[]): string[] {
  return joinKeyed(texts.map(unpackEntity)).slice(0, mostEntities).map(packEntity);
}
