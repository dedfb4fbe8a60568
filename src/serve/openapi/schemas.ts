import { EVIDENCE } from '../judge-application.ts';

/** A JSON Schema, as OpenAPI 3.1 takes it. */
export type Schema = Readonly<Record<string, unknown>>;

const string = { type: 'string' };
const boolean = { type: 'boolean' };
const integer = { type: 'integer', minimum: 0 };
const nullable = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
const list = (items: Schema, more: Schema = {}): Schema => ({ type: 'array', items, ...more });
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const one = (...values: string[]): Schema => ({ type: 'string', enum: values });

/** An object whose fields are all there, but for those whose names end in `?`. */
function object(fields: Record<string, Schema>, more: Schema = {}): Schema {
  const names = Object.keys(fields);
  const properties = Object.fromEntries(names.map((name) => [name.replace('?', ''), fields[name]]));
  return { type: 'object', required: names.filter((name) => !name.endsWith('?')), properties, ...more };
}

const partition = one('conforming', 'erroneous', 'unconverted', 'missing');
const named = object({ code: string, name: nullable(string) });
const strict = { additionalProperties: false };
const text = (maxLength: number, more: Schema = {}): Schema => ({ type: 'string', maxLength, ...more });

/** The shapes of all requests and answers. */
export const SCHEMAS: Readonly<Record<string, Schema>> = {
  Texts: object({ zh: string, en: string }),
  Error: object({ error: object({ code: string, text: ref('Texts') }) }),
  Issue: object({ code: string, 'at?': integer, 'actual?': string, 'expected?': string, 'diagnosis?': string }),
  Parts: object({
    authority: named,
    category: named,
    region: object({ code: string, name: nullable(string), status: nullable(one('in-use', 'abolished', 'unlisted')) }),
    organizationCode: string,
    checkCharacter: string,
  }),
  Entity: object({
    code: string,
    partition,
    name: { type: 'string', description: 'Empty where there is none, or the token may not see names.' },
    file: string,
    sheet: nullable(string),
    row: integer,
    line: integer,
    records: integer,
  }),
  Repair: object({ value: string, score: { type: 'number' }, edits: integer, reason: string }),
  RegistryAnswer: object({
    registered: boolean,
    entities: list(ref('Entity')),
    organization: nullable(object({ code: string, taken: boolean, entities: list(ref('Entity')) })),
    repairs: list(object({ value: string, entities: list(ref('Entity')) })),
  }),
  LedgerStanding: object({ number: string, kind: string, status: one('open', 'answered', 'exempt') }),
  CodeAnswer: object({
    input: string,
    normalized: string,
    partition,
    issues: list(ref('Issue')),
    notes: list(string),
    parts: nullable(ref('Parts')),
    text: ref('Texts'),
    registered: boolean,
    name: nullable(string),
    suggestions: list(ref('Repair')),
    registry: ref('RegistryAnswer'),
    ledger: nullable(list(ref('LedgerStanding'))),
  }),
  BriefAnswer: object({
    normalized: string,
    partition,
    registered: boolean,
    name: nullable(string),
    organizationTaken: nullable(boolean),
  }),
  CodesRequest: {
    ...object({ codes: list(text(1000), { maxItems: 10_000 }), 'brief?': boolean }),
    examples: [
      { codes: ['91350100M000100Y43', '91350100m000100y43 ', '91350100M000100Y34', 'M000100Y-4', ''] },
      { codes: ['91350100M000100Y43', 'M000100Y-4'], brief: true },
    ],
  },
  CodesAnswer: object({ answers: list({ anyOf: [ref('CodeAnswer'), ref('BriefAnswer')] }) }),
  Application: object(
    {
      name: text(300, { minLength: 1, pattern: '\\S' }),
      region: { type: 'string', pattern: '^[0-9]{6}$', description: 'Positions 3–8 of the code to be given.' },
      category: {
        type: 'string',
        pattern: '^[0-9A-HJ-NP-RT-UW-Y]{2}$',
        description: 'Positions 1–2: registration authority and type of organization.',
      },
      'organizationCode?': nullable(text(100)),
      'registrationNumber?': nullable(text(100)),
      'code?': nullable(text(100, { description: 'The code about to be issued.' })),
    },
    strict,
  ),
  EvidenceId: one(...Object.keys(EVIDENCE)),
  Evidence: object({
    id: ref('EvidenceId'),
    outcome: one('suspected', 'duplicate', 'invalid'),
    entities: list(ref('Entity'), { maxItems: 10 }),
    'likeness?': list(one('same', 'brackets', 'form', 'place', 'similar-character')),
    'expected?': string,
    'actual?': string,
    'field?': one('code', 'organizationCode', 'registrationNumber', 'name'),
    text: ref('Texts'),
  }),
  ApplicationAnswer: object({
    id: string,
    outcome: one('ok', 'suspected', 'duplicate', 'invalid'),
    code: nullable(string),
    evidence: list(ref('Evidence')),
    expiresAt: nullable({ type: 'string', format: 'date-time' }),
    text: ref('Texts'),
  }),
  Settled: object({
    id: string,
    status: one('confirmed', 'released'),
    expiresAt: nullable({ type: 'string', format: 'date-time' }),
  }),
  Health: object({
    status: one('ok'),
    role: one('main', 'replica'),
    records: integer,
    builtAt: { type: 'string', format: 'date-time' },
  }),
};
