import { judge } from '../../code/cell/judge.ts';
import { maskCell, maskIdentityNumbers } from '../../code/cell/mask.ts';
import { isOrganizationCodeAt } from '../../code/standard/organization-code.ts';
import type { Partition, Repair } from '../../code/verdict.ts';
import { regions } from '../../regions/index.ts';
import { repair } from '../../repair/repair.ts';
import type { OpenRegistry } from './open-registry.ts';
import type { RegistryEntity } from './registry-entity.ts';

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

/** What is asked of a registry for one code. */
export interface Question {
  normalized: string;
  /** The nine characters, if they hold. */
  organization: string;
  repairs: Repair[];
}

/** The entities of a registry under a normalized code, and under an organization code. */
export interface Holders {
  code(normalized: string): RegistryEntity[] | undefined;
  organization(organization: string): RegistryEntity[] | undefined;
}

/** Asks a registry for many codes at once: two readings of it, three when some are erroneous. */
export async function answerCodes(index: OpenRegistry, codes: string[]): Promise<RegistryAnswer[]> {
  const questions = codes.map(askCode);
  const wanted = questions.flatMap(({ normalized, repairs }) => [normalized, ...repairs.map(({ value }) => value)]);
  const byCode = await index.find('code', wanted);
  const byOrganization = await index.find(
    'organization',
    questions.map(({ organization }) => organization),
  );
  const holders = {
    code: (text: string) => byCode.get(text),
    organization: (text: string) => byOrganization.get(text),
  };
  return questions.map((question) => answerQuestion(question, holders));
}

/** What has to be looked up for a code, as it was written. */
export function askCode(input: string): Question {
  const { partition, normalized } = judge(input);
  const organization = findOrganization(normalized, partition);
  const repairs = partition === 'conforming' ? [] : repair(input, { regions });
  return { normalized, organization, repairs };
}

/** The organization code of a normalized value; '' where it has none that holds. */
export function findOrganization(normalized: string, partition: Partition): string {
  const at = normalized.length === 18 ? 8 : normalized.length === 15 ? 6 : normalized.length === 9 ? 0 : -1;
  return partition !== 'missing' && at >= 0 && isOrganizationCodeAt(normalized, at) ? normalized.slice(at, at + 9) : '';
}

/** The answer, of what was found. */
export function answerQuestion({ normalized, organization, repairs }: Question, holders: Holders): RegistryAnswer {
  const entities = holders.code(normalized) ?? [];
  const underOrganization = organization === '' ? [] : (holders.organization(organization) ?? []);
  const others = underOrganization.filter(({ code }) => code !== normalized);
  return {
    registered: entities.length > 0,
    entities: entities.map(maskEntity),
    organization:
      organization === '' ? null : { code: organization, taken: others.length > 0, entities: others.map(maskEntity) },
    repairs: repairs.flatMap(({ value }) => {
      const found = holders.code(value) ?? [];
      return found.length === 0 ? [] : [{ value, entities: found.map(maskEntity) }];
    }),
  };
}

/** Without ID numbers. */
export function maskEntity(entity: RegistryEntity): RegistryEntity {
  const { partition, file, sheet, row, line, records } = entity;
  const code = partition === 'conforming' ? entity.code : maskIdentityNumbers(entity.code);
  return { code, partition, name: maskCell(entity.name), file, sheet, row, line, records };
}
