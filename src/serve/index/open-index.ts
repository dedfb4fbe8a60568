import { joinEntity, type RegistryEntity } from '../../clean/lookup/look-up.ts';
import { normalizeName } from '../../code/cell/normalize.ts';
import { regions } from '../../regions/index.ts';
import { compareNames } from '../../suspects/compare-names.ts';
import { createStemLookup } from '../../suspects/region-stems.ts';
import { type SplitName, splitName } from '../../suspects/split-name.ts';
import type { NamedEntity, NameLikeness, Registry } from '../registry.ts';
import type { IndexTables } from './build-index.ts';
import { hashText, isNearCode, isOneEdit, listShortened, regionOf, type TableName } from './keys.ts';
import { createPlaceHasher } from './place-hash.ts';
import { measureRecord, RECORD_ALIGNMENT, readStored, type StoredRecord, usualRecordBytes } from './record-bytes.ts';
import { findRecords } from './table.ts';

/** Reads bytes of the file of records; what is there of them, where the file ends. The bytes are lent until the next call. */
export type ReadRecordBytes = (at: number, length: number) => Uint8Array;

/** More records under one key than this are no answer: names that are a word for nothing, and the like. */
const mostRecords = 1000;

const stemsOf = createStemLookup(regions);
const placeHasher = createPlaceHasher(stemsOf);

/** A registry of its index. */
export function openIndex(index: IndexTables & { builtAt: string }, read: ReadRecordBytes): Registry {
  const readRecord = (record: number): StoredRecord => {
    const at = (index.starts[record] ?? 0) * RECORD_ALIGNMENT;
    const bytes = read(at, usualRecordBytes);
    const length = measureRecord(bytes);
    return readStored(length > bytes.length ? read(at, length) : bytes);
  };
  /** Entities of the records under a hash that are (`is`) what was looked for. */
  const find = (table: TableName, hash: number, is: (record: StoredRecord) => boolean): RegistryEntity[] => {
    const entities: RegistryEntity[] = [];
    for (const record of findRecords(index.tables[table], hash).slice(0, mostRecords)) {
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
      find('organization', hashText(organization), ({ code, partition }) =>
        partition === 'conforming' ? code.slice(8, 17) === organization : code.slice(-9) === organization,
      ),
    named: (region, name) => {
      const parts = splitName(name, stemsOf(region));
      const compare = (record: string): NameLikeness | null => compareInRegion(parts, record, region);
      const entities = find(
        'place',
        placeHasher.hashText(Number(region), name),
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

function describe({ code, partition, name, file, row, line }: StoredRecord, { files }: IndexTables): RegistryEntity {
  const { path = '', sheet = null } = files[file] ?? {};
  return { code, partition, name, file: path, sheet, row, line, records: 1 };
}

/** How names of one region differ; null when they are two entities'. */
function compareInRegion(parts: SplitName, name: string, region: string): NameLikeness | null {
  if (normalizeName(name) === parts.normalized) return 'same';
  const stems = stemsOf(region);
  const other = splitName(name, stems);
  if (parts.isBranch || other.isBranch) return null;
  const likeness = compareNames(
    { parts, region, county: stems.county },
    { parts: other, region, county: stems.county },
  );
  if (likeness === null) return null;
  const { evidence } = likeness;
  const isTold =
    evidence === 'brackets' || evidence === 'form' || evidence === 'place' || evidence === 'similar-character';
  return isTold ? evidence : null;
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
