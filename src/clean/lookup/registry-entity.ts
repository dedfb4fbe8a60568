import { normalizeName } from '../../code/cell/normalize.ts';
import type { Partition } from '../../code/verdict.ts';

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

/** More entities under one text than this say nothing new: it is not one. */
export const mostEntities = 100;

/** Counts a record to the entity with its code and name, or adds it as one. */
export function joinEntity(entities: RegistryEntity[], entity: RegistryEntity): void {
  if (entities.length === 0) {
    entities.push(entity);
    return;
  }
  const name = normalizeName(entity.name);
  const same = entities.find((other) => other.code === entity.code && normalizeName(other.name) === name);
  if (same !== undefined) {
    same.records += entity.records;
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
