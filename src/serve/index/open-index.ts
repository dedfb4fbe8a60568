import { joinEntity, type RegistryEntity } from '../../clean/lookup/registry-entity.ts';
import type { NamedEntity, Registry } from '../registry.ts';
import type { IndexTables } from './build-index.ts';
import { hashText, isNearCode, isOneEdit, listShortened, regionOf, type TableName } from './keys.ts';
import { measureRecord, RECORD_ALIGNMENT, readStored, type StoredRecord, usualRecordBytes } from './record-bytes.ts';
import { compareWith, hashPlace } from './similar-names.ts';
import { findRecords } from './table.ts';

/** Reads bytes of the file of records; what is there of them, where the file ends. The bytes are lent until the next call. */
export type ReadRecordBytes = (at: number, length: number) => Uint8Array;

/** A registry of its index. */
export function openIndex(index: IndexTables & { builtAt: string }, read: ReadRecordBytes): Registry {
  // A code and its organization code are asked for one after the other, and mostly stand in one record.
  let lastRecord = -1;
  let last: StoredRecord | undefined;
  const readRecord = (record: number): StoredRecord => {
    if (record === lastRecord && last !== undefined) return last;
    const at = (index.starts[record] ?? 0) * RECORD_ALIGNMENT;
    const bytes = read(at, usualRecordBytes);
    const length = measureRecord(bytes);
    last = readStored(length > bytes.length ? read(at, length) : bytes);
    lastRecord = record;
    return last;
  };
  const listUnder = (table: TableName, text: string): number[] => findRecords(index.tables[table], hashText(text));
  /** Entities of the records under a hash that are (`is`) what was looked for. */
  const find = (table: TableName, hash: number, is: (record: StoredRecord) => boolean): RegistryEntity[] => {
    const entities: RegistryEntity[] = [];
    for (const record of findRecords(index.tables[table], hash)) {
      const stored = readRecord(record);
      if (is(stored)) joinEntity(entities, describe(stored, index));
    }
    return entities;
  };
  return {
    records: index.records,
    builtAt: index.builtAt,
    code: (normalized) => find('code', hashText(normalized), ({ code }) => code === normalized),
    organization: (organization) =>
      find('organization', hashText(organization), (record) => organizationOf(record) === organization),
    firstName: (normalized) => {
      for (const record of listUnder('code', normalized)) {
        const { code, name } = readRecord(record);
        if (code === normalized) return name;
      }
      return null;
    },
    isTaken: (organization, normalized) =>
      listUnder('organization', organization).some((record) => {
        const stored = readRecord(record);
        return stored.code !== normalized && organizationOf(stored) === organization;
      }),
    named: (region, name) => {
      const compare = compareWith(name, region);
      const entities = find(
        'place',
        hashPlace(region, name),
        (record) => regionOf(record.code) === region && compare(record.name) !== null,
      );
      return entities.flatMap((entity): NamedEntity[] => {
        const likeness = compare(entity.name);
        return likeness === null ? [] : [{ entity, likeness }];
      });
    },
    neighbours: (code) => {
      const found = new Map<string, RegistryEntity>();
      for (const text of isNearCode(code) ? listShortened(code) : []) {
        const near = find('neighbour', hashText(text), (record) => isOneEdit(record.code, code));
        for (const entity of near) found.set(`${entity.code}\n${entity.name}`, entity);
      }
      return [...found.values()].sort((a, b) => compareTexts(a.file, b.file) || a.row - b.row);
    },
    registration: (number) => find('registration', hashText(number), ({ registration }) => registration === number),
  };
}

/** Of a record that is listed under one. */
function organizationOf({ code, partition }: StoredRecord): string {
  return partition === 'conforming' ? code.slice(8, 17) : code.slice(-9);
}

function describe({ code, partition, name, file, row, line }: StoredRecord, { files }: IndexTables): RegistryEntity {
  const { path = '', sheet = null } = files[file] ?? {};
  return { code, partition, name, file: path, sheet, row, line, records: 1 };
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
