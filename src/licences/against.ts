import type { OpenRegistry } from '../clean/lookup/open-registry.ts';
import { listOnly, type RegistryEntity } from '../clean/lookup/registry-entity.ts';
import { maskCell } from '../code/cell/mask.ts';
import { normalizeName } from '../code/cell/normalize.ts';
import type { LicenceRole } from '../engine/plan/headers/licence-headers.ts';
import type { RangeFinding } from './finding.ts';

/** Columns of codes that a registry is asked for, and those of the names beside them. */
export const askedColumns = [
  ['code', 'name'],
  ['body-code', 'body'],
  ['source-code', 'source'],
] as const satisfies readonly (readonly [LicenceRole, LicenceRole])[];

/**
 * What a registry says of the codes of a range: not registered, or under another name.
 *
 * @param asked one a code that conforms: `value` is the code, `suggestion` the name beside it, masked as `name` is
 */
export async function findUnregistered(asked: RangeFinding[], registry: OpenRegistry): Promise<RangeFinding[]> {
  const found = await registry.find(
    'code',
    asked.map(({ value }) => value),
  );
  return asked.flatMap((question): RangeFinding[] => {
    const entities = found.get(question.value) ?? [];
    if (entities.length === 0) return [{ ...question, rule: 'not-registered', suggestion: null }];
    const written = question.suggestion ?? '';
    const registered = entities.map(({ name }) => maskCell(name.trim())).filter((name) => name !== '');
    const [first] = registered;
    if (written === '' || first === undefined || registered.some((name) => isSameName(name, written))) return [];
    const [, role] = askedColumns.find(([code]) => code === question.role) ?? askedColumns[0];
    return [{ ...question, rule: 'other-name', role, value: written, suggestion: first }];
  });
}

function isSameName(a: string, b: string): boolean {
  return normalizeName(a) === normalizeName(b);
}

/** Suggests the code of a legal person that has none, where the registry has one code under its name. */
export async function suggestCodes(findings: RangeFinding[], registry: OpenRegistry): Promise<RangeFinding[]> {
  const isOpen = ({ rule, role, suggestion }: RangeFinding): boolean =>
    rule === 'missing' && role === 'code' && suggestion === null;
  const names = findings.filter(isOpen).map(({ name }) => normalizeName(name));
  if (names.length === 0) return findings;
  const found: Map<string, RegistryEntity[]> = await registry.find('name', names);
  return findings.map((finding) => {
    if (!isOpen(finding)) return finding;
    const [only] = listOnly(found.get(normalizeName(finding.name)) ?? []);
    return only === undefined ? finding : { ...finding, suggestion: only.code };
  });
}
