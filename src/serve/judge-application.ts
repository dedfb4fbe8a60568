import { maskEntity } from '../clean/lookup/answer.ts';
import type { RegistryEntity } from '../clean/lookup/registry-entity.ts';
import { judge } from '../code/cell/judge.ts';
import { maskIdentityNumbers } from '../code/cell/mask.ts';
import { normalizeName } from '../code/cell/normalize.ts';
import { checkCharacter } from '../code/standard/check-character.ts';
import { isOrganizationCodeAt } from '../code/standard/organization-code.ts';
import type { Application } from './application.ts';
import { type Block, isInBlocks } from './blocks.ts';
import type { NameLikeness, Registry } from './registry.ts';

/** What an application may be answered; the worst evidence decides. */
export type Outcome = 'ok' | 'suspected' | 'duplicate' | 'invalid';

/** What speaks against giving a code, and how much. */
export const EVIDENCE = {
  /** The code about to be issued breaks GB 32100 or GB 11714. */
  'code-not-conforming': 'invalid',
  /** The organization code breaks GB 11714. */
  'organization-code-not-conforming': 'invalid',
  /** Positions 9–17 of the code are another organization code than the one stated. */
  'organization-code-differs': 'invalid',
  /** Positions 1–8 of the code are not those of the applicant. */
  'positions-differ': 'invalid',
  /** The organization code stands in none of the issuer's blocks (码段). */
  'outside-block': 'invalid',
  /** The code is in the registry. */
  'code-registered': 'duplicate',
  /** The organization code is in the registry under another code. */
  'organization-code-taken': 'duplicate',
  /** An entity with the old number has a code already. */
  'registration-number-converted': 'duplicate',
  /** Another application that was answered `ok` stands for the same code, organization code, old number, or name. */
  'application-pending': 'duplicate',
  /** The name is registered in the region. */
  'same-name': 'suspected',
  /** A name that is easily taken for it is registered in the region. */
  'similar-name': 'suspected',
  /** Another application that was answered `ok` stands for a name of the region that is easily taken for it. */
  'similar-name-pending': 'suspected',
  /** An erroneous code in the registry is one edit away: it may be this entity's. */
  'erroneous-neighbour': 'suspected',
} as const satisfies Record<string, Outcome>;
export type EvidenceId = keyof typeof EVIDENCE;

/** Which field of a pending application is the same. */
export type PendingField = 'code' | 'organizationCode' | 'registrationNumber' | 'name';

export interface Evidence {
  id: EvidenceId;
  outcome: Outcome;
  /** Whom it concerns in the registry, at most ten; ID numbers masked. */
  entities: RegistryEntity[];
  /** Of `similar-name`, by entity, and of `similar-name-pending`: how the names differ. */
  likeness?: NameLikeness[];
  /** Of `positions-differ` and `organization-code-differs`: what was expected, and what is there. */
  expected?: string;
  actual?: string;
  /** Of `application-pending`. */
  field?: PendingField;
}

/** Finds applications that were answered `ok` and still stand. */
export interface Pending {
  /** The first field that another such application shares; null: none does. */
  findShared(application: Application): PendingField | null;
  /** How the name of another such application of the region differs that is easily taken for its name; null: there is none. */
  findSimilar(application: Application): NameLikeness | null;
}

export interface JudgeContext {
  registry: Registry;
  pending: Pending;
  /** Empty: the issuer has named none, and none is asked for. */
  blocks: readonly Block[];
}

const mostEntities = 10;
/** From the least to the worst. */
const OUTCOMES: readonly Outcome[] = ['ok', 'suspected', 'duplicate', 'invalid'];

/** Everything that speaks against giving the code that is applied for, the worst first. */
export function judgeApplication(
  given: Application,
  { registry, pending, blocks }: JudgeContext,
): { outcome: Outcome; code: string | null; evidence: Evidence[] } {
  const evidence: Evidence[] = [];
  const add = (id: EvidenceId, entities: RegistryEntity[], facts: Partial<Evidence> = {}): void => {
    const shown = entities.slice(0, mostEntities).map(maskEntity);
    evidence.push({ id, outcome: EVIDENCE[id], entities: shown, ...facts });
  };
  const application = completeApplication(given);
  const { code, organizationCode, registrationNumber, region, name } = application;
  if (given.code !== null) checkOwnCode(given, given.code, add);
  if (given.organizationCode !== null && !isOrganizationCode(given.organizationCode)) {
    add('organization-code-not-conforming', [], { actual: maskIdentityNumbers(given.organizationCode) });
  }
  const isConforming = code !== null && judge(code).partition === 'conforming';
  if (isConforming && blocks.length > 0 && !isInBlocks(code, blocks)) add('outside-block', []);
  const holders = code === null ? [] : registry.code(code);
  if (holders.length > 0) add('code-registered', holders);
  const taken = organizationCode === null ? [] : listTaken(registry, organizationCode, code, name);
  if (taken.length > 0) add('organization-code-taken', taken);
  const converted = registrationNumber === null ? [] : listConverted(registry, registrationNumber);
  if (converted.length > 0) add('registration-number-converted', converted);
  const field = pending.findShared(application);
  if (field !== null) add('application-pending', [], { field });
  const named = registry.named(region, name);
  const same = named.filter(({ likeness }) => likeness === 'same');
  const similar = named.filter(({ likeness }) => likeness !== 'same');
  if (same.length > 0)
    add(
      'same-name',
      same.map(({ entity }) => entity),
    );
  if (similar.length > 0) {
    const likeness = similar.slice(0, mostEntities).map((each) => each.likeness);
    add(
      'similar-name',
      similar.map(({ entity }) => entity),
      { likeness },
    );
  }
  const pendingLikeness = pending.findSimilar(application);
  if (pendingLikeness !== null) add('similar-name-pending', [], { likeness: [pendingLikeness] });
  const neighbours = isConforming ? registry.neighbours(code) : [];
  if (neighbours.length > 0) add('erroneous-neighbour', neighbours);
  const rank = (outcome: Outcome): number => OUTCOMES.indexOf(outcome);
  evidence.sort((a, b) => rank(b.outcome) - rank(a.outcome));
  return {
    outcome: evidence[0]?.outcome ?? 'ok',
    code: code === null || !isConforming ? null : code,
    evidence,
  };
}

/** With what follows from the rest: the code from its parts, the organization code from the code. */
export function completeApplication(given: Application): Application {
  const { code, organizationCode, category, region } = given;
  if (code !== null) {
    const isCode = judge(code).partition === 'conforming';
    return { ...given, organizationCode: organizationCode ?? (isCode ? code.slice(8, 17) : null) };
  }
  if (organizationCode === null || !isOrganizationCode(organizationCode)) return given;
  const first17 = category + region + organizationCode;
  // An organization code with one of I O S V Z can be part of no code.
  return /^[0-9A-HJ-NP-RT-UW-Y]{17}$/.test(first17) ? { ...given, code: first17 + checkCharacter(first17) } : given;
}

function checkOwnCode(
  { category, region, organizationCode }: Application,
  code: string,
  add: (id: EvidenceId, entities: RegistryEntity[], facts: Partial<Evidence>) => void,
): void {
  if (judge(code).partition !== 'conforming') add('code-not-conforming', [], { actual: maskIdentityNumbers(code) });
  else {
    const [expected, actual] = [category + region, code.slice(0, 8)];
    if (expected !== actual) add('positions-differ', [], { expected, actual });
    const own = code.slice(8, 17);
    if (organizationCode !== null && organizationCode !== own) {
      add('organization-code-differs', [], { expected: maskIdentityNumbers(organizationCode), actual: own });
    }
  }
}

function isOrganizationCode(text: string): boolean {
  return text.length === 9 && isOrganizationCodeAt(text, 0);
}

/** Who has an organization code: under another code, or of old under another name; the applicant's own old record is none. */
function listTaken(registry: Registry, organization: string, code: string | null, name: string): RegistryEntity[] {
  const own = normalizeName(name);
  return registry
    .organization(organization)
    .filter(
      (entity) => entity.code !== code && (entity.partition === 'conforming' || normalizeName(entity.name) !== own),
    );
}

/** Entities that had an old number and have a code. */
function listConverted(registry: Registry, number: string): RegistryEntity[] {
  const organization = number.length === 9 || number.length === 15 ? number.slice(-9) : '';
  const byOrganization = isOrganizationCode(organization) ? registry.organization(organization) : [];
  const all = [...registry.registration(number), ...byOrganization];
  return all.filter(
    ({ partition, code }, at) => partition === 'conforming' && all.findIndex((one) => one.code === code) === at,
  );
}
