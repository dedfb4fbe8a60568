import { answerQuestion, askCode, findOrganization, type RegistryAnswer } from '../clean/lookup/answer.ts';
import type { RegistryEntity } from '../clean/lookup/registry-entity.ts';
import { judge } from '../code/cell/judge.ts';
import { maskCell, maskIdentityNumbers } from '../code/cell/mask.ts';
import { conformsAsWritten } from '../code/standard/weighted-sums.ts';
import { validate } from '../code/validate.ts';
import type { Partition, Repair, Verdict } from '../code/verdict.ts';
import { type BothTexts, wordVerdict } from '../messages/serve/index.ts';
import { regions } from '../regions/index.ts';
import type { FindStanding, LedgerStanding, Registry } from './registry.ts';

/** What the service says of one code: the verdict and the answer of `uscc validate --against`, and what stands in the ledger. */
export interface CodeAnswer extends Verdict {
  /** The reason, or that it conforms. */
  text: BothTexts;
  registered: boolean;
  /** Whose code it is, the first of several; null: nobody's, or not for this client to see. */
  name: string | null;
  suggestions: Repair[];
  registry: RegistryAnswer;
  /** Problems of the code that are open, answered or exempt; null: the service has no ledger. */
  ledger: LedgerStanding[] | null;
}

/** What codes are asked of. */
export interface CodeContext {
  registry: Registry;
  findStanding: FindStanding | null;
  /** Whether the client may see names. */
  showsNames: boolean;
}

/** Answers for one code, as it was written. */
export function answerCode(input: string, { registry, findStanding, showsNames }: CodeContext): CodeAnswer {
  const question = askCode(input);
  const verdict = validate(input, { regions });
  const answer = answerQuestion(question, registry);
  // Field by field: a copy of an object whose shape varies takes longer than all the rest.
  const { normalized, partition, issues, notes, parts } = verdict;
  return {
    input: verdict.input,
    normalized,
    partition,
    issues,
    notes,
    parts,
    text: wordVerdict(verdict, question.repairs[0]?.value ?? null),
    registered: answer.registered,
    name: showsNames ? (answer.entities[0]?.name ?? null) : null,
    suggestions: question.repairs,
    registry: showEntities(answer, showsNames),
    ledger: findStanding === null ? null : findStanding(question.normalized),
  };
}

/** The same in a few words, for batches: nothing is explained or suggested. */
export interface BriefAnswer {
  normalized: string;
  partition: Partition;
  registered: boolean;
  name: string | null;
  /** Whether the organization code stands under another code; null: there is none that holds. */
  organizationTaken: boolean | null;
}

export function answerBriefly(input: string, { registry, showsNames }: CodeContext): BriefAnswer {
  const { normalized, partition } = conformsAsWritten(input) ? asWritten(input) : judge(input);
  const organization = findOrganization(normalized, partition);
  const name = registry.firstName(normalized);
  return {
    normalized: partition === 'conforming' ? normalized : maskIdentityNumbers(normalized),
    partition,
    registered: name !== null,
    name: showsNames && name !== null ? maskCell(name) : null,
    organizationTaken: organization === '' ? null : registry.isTaken(organization, normalized),
  };
}

function asWritten(normalized: string): Pick<BriefAnswer, 'normalized' | 'partition'> {
  return { normalized, partition: 'conforming' };
}

/** An answer as a client may see it. */
export function showEntities(answer: RegistryAnswer, showsNames: boolean): RegistryAnswer {
  const show = (entities: RegistryEntity[]): RegistryEntity[] => entities.map((one) => showEntity(one, showsNames));
  const { registered, entities, organization, repairs } = answer;
  return {
    registered,
    entities: show(entities),
    organization: organization && {
      code: organization.code,
      taken: organization.taken,
      entities: show(organization.entities),
    },
    repairs: repairs.map((repair) => ({ ...repair, entities: show(repair.entities) })),
  };
}

/** As a client may see it: where files of the registry lie is nobody's business. */
export function showEntity(entity: RegistryEntity, showsNames: boolean): RegistryEntity {
  const { code, partition, file, sheet, row, line, records } = entity;
  const name = showsNames ? entity.name : '';
  const ownName = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  return { code, partition, name, file: ownName, sheet, row, line, records };
}
