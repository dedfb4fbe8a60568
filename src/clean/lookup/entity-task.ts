import { judge, judgeQuickly } from '../../code/cell/judge.ts';
import { normalizeName } from '../../code/cell/normalize.ts';
import type { Partition } from '../../code/verdict.ts';
import { performRecords, type RecordTask } from '../../engine/reread/record-task.ts';
import { packTexts, type TextColumn } from '../../engine/reread/text-column.ts';
import type { Kernel } from '../../engine/scan/kernel/kernel.ts';
import type { KeySelector } from '../../engine/scan/scan-keys.ts';
import type { OpenSource, TaskKind } from '../../engine/task.ts';
import { joinKeyed, type KeyedEntity, packEntity } from './entity-text.ts';

/** What records of a registry are looked up by: `name` is the normalized name. */
export type IndexSelector = Exclude<KeySelector, 'problem'> | 'registration';

/** Records of one range of a registry that are to be told as entities. */
export interface EntityTask extends Omit<RecordTask, 'want'> {
  /** The group of each row: those of one group that carry one code and one name are one entity. */
  groups: Uint32Array<ArrayBuffer>;
  selector: IndexSelector;
  /** Column that is looked up, those of codes and of names. */
  columns: [number, number, number];
  table: number;
  rowBase: number;
  lineBase: number;
}

/** Entities in the order of their first records, see {@link packEntity}, and the group of each. */
export interface EntityResult {
  groups: Uint32Array<ArrayBuffer>;
  entities: TextColumn;
}

/** Records of a registry read again and judged. */
export const entityTasks: TaskKind<EntityTask, EntityResult> = { name: 'entities', perform: readEntities };

async function readEntities(kernel: Kernel, task: EntityTask, open: OpenSource): Promise<EntityResult> {
  const { rows, groups, selector, columns, table, rowBase, lineBase } = task;
  const { lines, cells } = await performRecords(kernel, { ...task, want: { cells: columns } }, open);
  const [keys = [], codes = [], names = []] = cells;
  const byGroup = new Map<number, KeyedEntity[]>();
  for (let at = 0; at < rows.length; at++) {
    const { normalized: code, partition } = judgeQuickly(codes[at] ?? '');
    const name = names[at] ?? '';
    const group = groups[at] ?? 0;
    const entity = {
      key: keyOf(selector, keys[at] ?? '', { code, partition, name }),
      code,
      partition,
      name,
      table,
      row: rowBase + (rows[at] ?? 0) + 1,
      line: lineBase + (lines[at] ?? 0) + 1,
      records: 1,
    };
    const list = byGroup.get(group);
    if (list === undefined) byGroup.set(group, [entity]);
    else list.push(entity);
  }
  const of: number[] = [];
  const texts: string[] = [];
  for (const [group, list] of byGroup) {
    for (const entity of list.length === 1 ? list : joinKeyed(list)) {
      of.push(group);
      texts.push(packEntity(entity));
    }
  }
  return { groups: Uint32Array.from(of), entities: packTexts(texts) };
}

/** The text a record stands under: numbers that agree are no proof that it is the one that was asked for. */
function keyOf(
  selector: IndexSelector,
  cell: string,
  { code, partition, name }: { code: string; partition: Partition; name: string },
): string {
  if (selector === 'name') return normalizeName(name);
  if (selector === 'code') return code;
  if (selector === 'registration') return judge(cell).normalized;
  return partition === 'conforming' ? code.slice(8, 17) : code.slice(-9);
}
