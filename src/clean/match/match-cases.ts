import { judgeQuickly } from '../../code/cell/judge.ts';
import { maskCell, maskIdentityNumbers } from '../../code/cell/mask.ts';
import { normalizeName } from '../../code/cell/normalize.ts';
import type { Repair } from '../../code/verdict.ts';
import { regions } from '../../regions/index.ts';
import { repair } from '../../repair/repair.ts';
import { compareNames, similarFrom } from '../../suspects/name-similarity.ts';
import { rankByRegistry } from '../../suspects/repair-with-registry.ts';
import { listOnly, type RegistryEntity } from '../lookup/registry-entity.ts';
import type { MatchCase } from './match-part.ts';
import type { MatchEvidence, MatchRow, MatchStatus } from './match-report.ts';

/** What the registry has under the codes, organization codes and names of some cases. */
export interface Facts {
  byCode: Map<string, RegistryEntity[]>;
  byOrganization: Map<string, RegistryEntity[]>;
  byName: Map<string, RegistryEntity[]>;
}

export interface Question {
  of: MatchCase;
  normalized: string;
  /** Of a legacy identifier that holds one. */
  organization: string;
  repairs: Repair[];
}

interface Found {
  entity: RegistryEntity;
  evidence: MatchEvidence | null;
}

/** A case as it is handed out, and whether its record counts as covered by it. */
export interface ResolvedCase {
  row: MatchRow;
  /**
   * A legacy identifier whose organization code the registry has. Where two codes stand on it, the registry knows the organization all
   * the same, though not which code is right: then it is covered, and the row has no registry code.
   */
  isCovered: boolean;
}

export function resolveCase(one: MatchCase, facts: Facts): ResolvedCase {
  const question = ask(one);
  return {
    row: describe(question, answer(question, facts)),
    isCovered: question.organization !== '' && isOrganizationKnown(facts.byOrganization.get(question.organization)),
  };
}

/** What is to be known of a code before the registry is asked. */
export function ask(one: MatchCase): Question {
  const { normalized, issue } = judgeQuickly(one.cell);
  const holdsOrganization = issue?.code === 'organization-code' || issue?.code === 'taxpayer-number';
  return {
    of: one,
    normalized,
    organization: holdsOrganization ? normalized.slice(-9) : '',
    repairs: one.status === 'erroneous' ? repair(one.cell, { regions }) : [],
  };
}

/** Codes under which the registry may have it. */
export function listCodes({ of: { status }, normalized, repairs }: Question): string[] {
  if (isRegistered(status)) return [normalized];
  return repairs.map(({ value }) => value);
}

export function listNames({ of: { status, isUnknown, name } }: Question): string[] {
  return isRegistered(status) || isUnknown ? [] : [normalizeName(name)];
}

function isRegistered(status: MatchStatus): boolean {
  return status === 'matched' || status === 'unnamed' || status === 'other-name';
}

function answer(question: Question, facts: Facts): Found | null {
  const { normalized, organization } = question;
  const { status, isUnknown, name } = question.of;
  if (isUnknown) return null;
  if (isRegistered(status)) {
    return findNearest(facts.byCode.get(normalized) ?? [], name, status === 'other-name');
  }
  const repaired = status === 'erroneous' ? findRepair(question, facts) : null;
  if (repaired !== null) return repaired;
  const byOrganization = findOnly(facts.byOrganization.get(organization) ?? []);
  if (byOrganization !== null) return { entity: byOrganization, evidence: 'organization-code' };
  const byName = findOnly(facts.byName.get(normalizeName(name)) ?? []);
  return byName === null ? null : { entity: byName, evidence: 'same-name' };
}

/** The entity whose name is most like the record's. */
function findNearest(entities: RegistryEntity[], name: string, isOther: boolean): Found | null {
  let best: { entity: RegistryEntity; alike: number } | null = null;
  for (const entity of entities) {
    const alike = compareNames(name, entity.name);
    if (best === null || alike > best.alike) best = { entity, alike };
  }
  if (best === null) return null;
  return { entity: best.entity, evidence: isOther && best.alike >= similarFrom ? 'similar-name' : null };
}

/** The likely right code that the registry has under the record's name, or where one of the two has no name. */
function findRepair({ of: { name }, repairs }: Question, { byCode }: Facts): Found | null {
  const registry = {
    get: (code: string) => byCode.get(code)?.flatMap((entity) => (entity.name === '' ? [] : [entity.name])) ?? null,
  };
  const ranked = rankByRegistry(repairs, { registry, name });
  for (const { value, registered } of ranked) {
    if (registered !== 'same' && registered !== 'unnamed') continue;
    const found = findNearest(byCode.get(value) ?? [], name, false);
    if (found === null) continue;
    if (registered === 'unnamed') {
      const isOnly = ranked.filter((other) => other.registered === 'unnamed').length === 1;
      return isOnly ? { ...found, evidence: 'repair-unnamed' } : null;
    }
    const isSame = normalizeName(found.entity.name) === normalizeName(name);
    return { ...found, evidence: isSame ? 'repair-same-name' : 'repair-similar-name' };
  }
  return null;
}

function isOrganizationKnown(entities: RegistryEntity[] = []): boolean {
  return entities.some(({ partition }) => partition === 'conforming');
}

/** The first of {@link listOnly}. */
function findOnly(entities: RegistryEntity[]): RegistryEntity | null {
  return listOnly(entities)[0] ?? null;
}

function describe({ of, normalized }: Question, found: Found | null): MatchRow {
  const { file, row, line, column, status, name } = of;
  const isCode = isRegistered(status) || status === 'absent';
  return {
    file,
    row,
    line,
    column,
    status,
    code: isCode ? normalized : maskIdentityNumbers(normalized),
    name: maskCell(name),
    registryCode: found === null ? null : found.entity.code,
    registryName: found === null ? null : maskCell(found.entity.name),
    registryFile: found?.entity.file ?? null,
    registryRow: found?.entity.row ?? null,
    evidence: found?.evidence ?? null,
  };
}
