import { normalize } from '../code/cell/normalize.ts';

/**
 * Where codes are looked up: the names that a code is registered under, none of them when they are not known, and null or
 * undefined for a code that is not registered. A Map from codes to names is one.
 */
export interface RegistryIndex {
  get(code: string): readonly string[] | null | undefined;
}

/** One registration, as it is written in an export. */
export interface RegistryEntry {
  code: string;
  name?: string | null | undefined;
}

/**
 * An index in memory, for registries of up to some million entries (about 200 bytes each). Codes are normalized as everywhere; a code
 * that is there under several names has them all, one without a name has none.
 *
 * @example indexRegistry([{ code: '91350100M000100Y43', name: '福建某某有限公司' }]).get('91350100M000100Y43')
 */
export function indexRegistry(entries: Iterable<RegistryEntry>): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const { code, name } of entries) {
    const normalized = normalize(code);
    if (normalized === '') continue;
    const names = index.get(normalized) ?? [];
    if (name && !names.includes(name)) names.push(name);
    index.set(normalized, names);
  }
  return index;
}
