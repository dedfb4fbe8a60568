import { judge } from '../../code/cell/judge.ts';
import { maskCell, maskIdentityNumbers } from '../../code/cell/mask.ts';
import { normalize } from '../../code/cell/normalize.ts';
import { isOrganizationCodeAt } from '../../code/standard/organization-code.ts';
import type { Partition, Repair } from '../../code/verdict.ts';
import { regions } from '../../regions/index.ts';
import { repair } from '../../repair/repair.ts';
import type { RegistryEntity } from './look-up.ts';
import type { OpenRegistry } from './open-registry.ts';

/** What a registry says of one code. Resident ID numbers are masked. */
export interface RegistryAnswer {
  /** Whether a record of the registry carries the code, right or wrong as it is. */
  registered: boolean;
  /** Those that carry it: one for each name. */
  entities: RegistryEntity[];
  /** Its organization code, which is unique in the country, and who else carries it; null when it has none that holds. */
  organization: { code: string; taken: boolean; entities: RegistryEntity[] } | null;
  /** Of an erroneous code: the likely right codes that the registry holds, best first. */
  repairs: { value: string; entities: RegistryEntity[] }[];
}

/** What is asked for one code. */
interface Question {
  normalized: string;
  partition: Partition;
  /** The nine characters, if they hold. */
  organization: string;
  repairs: Repair[];
}

/** Asks a registry for many codes at once: two readings of it, three when some are erroneous. */
export async function answerCodes(index: OpenRegistry, codes: string[]): Promise<RegistryAnswer[]> {
  const questions = codes.map(ask);
  const wanted = questions.flatMap(({ normalized, repairs }) => [normalized, ...repairs.map(({ value }) => value)]);
  const byCode = await index.find('code', wanted);
  const byOrganization = await index.find(
    'organization',
    questions.map(({ organization }) => organization),
  );
  return questions.map((question) => answer(question, byCode, byOrganization));
}

function ask(input: string): Question {
  const { partition } = judge(input);
  const normalized = normalize(input);
  const organization = findOrganization(normalized, partition);
  return { normalized, partition, organization, repairs: repair(input, { regions }) };
}

function findOrganization(normalized: string, partition: Partition): string {
  const at = normalized.length === 18 ? 8 : normalized.length === 15 ? 6 : normalized.length === 9 ? 0 : -1;
  return partition !== 'missing' && at >= 0 && isOrganizationCodeAt(normalized, at) ? normalized.slice(at, at + 9) : '';
}

function answer(
  { normalized, organization, repairs }: Question,
  byCode: Map<string, RegistryEntity[]>,
  byOrganization: Map<string, RegistryEntity[]>,
): RegistryAnswer {
  const entities = byCode.get(normalized) ?? [];
  const others = (byOrganization.get(organization) ?? []).filter(({ code }) => code !== normalized);
  return {
    registered: entities.length > 0,
    entities: entities.map(maskEntity),
    organization:
      organization === '' ? null : { code: organization, taken: others.length > 0, entities: others.map(maskEntity) },
    repairs: repairs.flatMap(({ value }) => {
      const holders = byCode.get(value);
      return holders === undefined ? [] : [{ value, entities: holders.map(maskEntity) }];
    }),
  };
}

function maskEntity(entity: RegistryEntity): RegistryEntity {
  const code = entity.partition === 'conforming' ? entity.code : maskIdentityNumbers(entity.code);
  return { ...entity, code, name: maskCell(entity.name) };
}
