import { type Judgement, judge } from '../../code/cell/judge.ts';
import { isTaxpayerNumber } from '../../code/cell/legacy.ts';
import { normalizeName } from '../../code/cell/normalize.ts';
import { regions } from '../../regions/index.ts';
import { countEdits } from '../../repair/edit-distance.ts';
import { repair } from '../../repair/repair.ts';
import { compareNames, similarFrom } from '../../suspects/name-similarity.ts';
import type { OpenRegistry } from '../lookup/open-registry.ts';
import { listOnly, type RegistryEntity } from '../lookup/registry-entity.ts';
import type { Change, FillReason } from './fix-report.ts';

/** A record whose code may come from the registry. */
export interface FillCase {
  cell: string;
  name: string;
  /** The cell of the column of older identifiers; empty without one. */
  legacy: string;
}

/** The code of the registry that is the record's. */
export interface Fill {
  code: string;
  reason: FillReason;
  source: NonNullable<Change['source']>;
}

/**
 * What the registry says of a record; `other-name`: it has one code for its identifier, but under another name; `no-name`: it has one,
 * and whether the names agree cannot be told.
 */
export type FillAnswer = Fill | 'other-name' | 'no-name' | null;

interface Identifier {
  kind: Exclude<FillReason, 'repair'>;
  text: string;
  /** 15 digits that may be either of two numbers: only a name tells. */
  needsName: boolean;
}

interface Question extends FillCase {
  identifiers: Identifier[];
  isErroneous: boolean;
}

/**
 * Asks the registry for the codes of records: by the organization code that an organization code or taxpayer number holds, by the
 * registration number, and for erroneous codes by the name. Only an answer of exactly one code is one, and only if the names are the
 * same or nearly so.
 *
 * @param withoutNames an identifier alone will do where one of the two has no name
 */
export async function findFills(
  registry: OpenRegistry,
  cases: FillCase[],
  withoutNames = false,
): Promise<FillAnswer[]> {
  const questions = cases.map(ask);
  const identifiers = questions.flatMap((question) => question.identifiers);
  const textsOf = (isWanted: (identifier: Identifier) => boolean): string[] =>
    identifiers.filter(isWanted).map(({ text }) => text);
  const found: Found = {
    byOrganization: await registry.find(
      'organization',
      textsOf((one) => !isRegistration(one)),
    ),
    byRegistration: await registry.find('registration', textsOf(isRegistration)),
    byName: await registry.find(
      'name',
      questions.flatMap(({ isErroneous, name }) => (isErroneous ? [normalizeName(name)] : [])),
    ),
  };
  return questions.map((question) =>
    question.isErroneous ? findRepair(question, found.byName) : findCode(question, found, withoutNames),
  );
}

type Entities = Map<string, RegistryEntity[]>;

interface Found {
  byOrganization: Entities;
  byRegistration: Entities;
  byName: Entities;
}

function isRegistration({ kind }: Identifier): boolean {
  return kind === 'registration-number';
}

function ask(one: FillCase): Question {
  const own = judge(one.cell);
  const isErroneous = own.partition === 'erroneous';
  if (isErroneous || own.partition === 'conforming') return { ...one, isErroneous, identifiers: [] };
  const identifiers = identify(own);
  return { ...one, isErroneous, identifiers: identifiers.length > 0 ? identifiers : identify(judge(one.legacy)) };
}

/** A registration number of 15 digits may be a taxpayer number whose digits happen to pass. */
function identify({ issue, normalized }: Judgement): Identifier[] {
  const kind = issue?.code;
  const organization = normalized.slice(-9);
  if (kind === 'organization-code' || kind === 'taxpayer-number') {
    return [{ kind, text: organization, needsName: false }];
  }
  if (kind !== 'registration-number') return [];
  const own: Identifier = { kind, text: normalized, needsName: false };
  return isTaxpayerNumber(normalized) ? [own, { kind: 'taxpayer-number', text: organization, needsName: true }] : [own];
}

function findCode(
  { identifiers, name }: Question,
  { byOrganization, byRegistration }: Found,
  withoutNames: boolean,
): FillAnswer {
  const readings = identifiers.flatMap((identifier) => {
    const found = isRegistration(identifier) ? byRegistration : byOrganization;
    const entities = listOnly(found.get(identifier.text) ?? []);
    const [only] = entities;
    if (only === undefined) return [];
    const names = entities.filter((entity) => entity.name.trim() !== '');
    const named = names.find((entity) => compareNames(name, entity.name) >= similarFrom);
    return [{ ...identifier, only, named, isNamed: name.trim() !== '' && names.length > 0 }];
  });
  for (const { named, isNamed, kind } of readings) {
    if (isNamed && named !== undefined) return fill(named, kind, true);
  }
  const alone = readings.find(({ isNamed, needsName }) => !isNamed && !needsName);
  if (withoutNames && alone !== undefined) return fill(alone.only, alone.kind, false);
  if (readings.some(({ isNamed }) => isNamed)) return 'other-name';
  return readings.length > 0 ? 'no-name' : null;
}

/** The one code under the record's name, if it is a likely repair of the record's. */
function findRepair({ cell, name }: Question, byName: Entities): FillAnswer {
  const [only] = listOnly(byName.get(normalizeName(name)) ?? []);
  if (only === undefined) return null;
  return isRepair(cell, only.code) ? fill(only, 'repair', true) : null;
}

/** Whether a cell may be a code miswritten: one edit from it, whatever its region, or what is suggested for it anyway. */
function isRepair(cell: string, code: string): boolean {
  const { normalized, issue } = judge(cell);
  if (issue?.code === 'identity-number') return false;
  if (normalized.length <= code.length + 1 && countEdits([...normalized], code) <= 1) return true;
  return repair(cell, { regions }).some(({ value }) => value === code);
}

function fill(
  { code, file, sheet, row, line, name }: RegistryEntity,
  reason: FillReason,
  isNameCompared: boolean,
): Fill {
  return { code, reason, source: { file, sheet, row, line, name, isNameCompared } };
}
