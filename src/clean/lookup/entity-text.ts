import { normalizeName } from '../../code/cell/normalize.ts';
import type { Partition } from '../../code/verdict.ts';
import type { FilePlan } from '../../engine/plan/plan.ts';
import { joinEntity, type RegistryEntity } from './registry-entity.ts';

/** An entity, the text it is listed under, and the number of its table. */
export interface KeyedEntity extends Omit<RegistryEntity, 'file' | 'sheet'> {
  key: string;
  table: number;
}

/**
 * An entity on its way from thread to thread: many of them are one text.
 *
 *   table ⇥ row ⇥ line ⇥ records ⇥ partition ⇥ key ⇥ code ⇥ name        only the name, as it was written, may hold a tab
 */
export function packEntity({ table, row, line, records, partition, key, code, name }: KeyedEntity): string {
  return `${table}\t${row}\t${line}\t${records}\t${partition}\t${key}\t${code}\t${name}`;
}

export function unpackEntity(text: string): KeyedEntity {
  const [table, row, line, records, partition, key = '', code = '', ...name] = text.split('\t');
  return {
    table: Number(table),
    row: Number(row),
    line: Number(line),
    records: Number(records),
    partition: partition as Partition,
    key,
    code,
    name: name.join('\t'),
  };
}

/** Entities that carry one code and one name become one, in the order of the first of each. */
export function joinKeyed(entities: Iterable<KeyedEntity>): KeyedEntity[] {
  const joined = new Map<string, KeyedEntity>();
  for (const entity of entities) {
    const identity = `${entity.key}\t${entity.code}\t${normalizeName(entity.name)}`;
    const same = joined.get(identity);
    if (same !== undefined) same.records += entity.records;
    else joined.set(identity, { ...entity });
  }
  return [...joined.values()];
}

/** The tables of a registry: entities are told apart by their paths. */
export interface EntityTable {
  path: string;
  sheet: string | null;
}

export function listTables(plans: FilePlan[]): EntityTable[] {
  return plans.map(({ path, input }) => ({ path, sheet: input.table?.sheet ?? null }));
}

/** Entities by the text they are listed under, those of each in the registry's order. */
export function collectEntities(texts: Iterable<string>, tables: EntityTable[]): Map<string, RegistryEntity[]> {
  const found = new Map<string, RegistryEntity[]>();
  for (const text of texts) {
    const { key, table, ...rest } = unpackEntity(text);
    const { path: file, sheet } = tables[table] ?? { path: '', sheet: null };
    const entities = found.get(key) ?? [];
    found.set(key, entities);
    joinEntity(entities, { ...rest, file, sheet });
  }
  const order = new Map(tables.map(({ path }, index) => [path, index]));
  const orderOf = ({ file }: RegistryEntity): number => order.get(file) ?? 0;
  for (const entities of found.values()) {
    if (entities.length > 1) entities.sort((a, b) => orderOf(a) - orderOf(b) || a.row - b.row);
  }
  return found;
}
