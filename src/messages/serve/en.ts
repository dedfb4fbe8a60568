import type { EvidenceFacts, ServedEntity } from './facts.ts';

const likeness: Record<string, string> = {
  brackets: 'differing in brackets only',
  form: 'differing in 有限公司 and 有限责任公司',
  place: 'differing in the place in front',
  'similar-character': 'differing in a character that is easily taken for it',
};

const fields: Record<string, string> = {
  code: 'code',
  organizationCode: 'organization code',
  registrationNumber: 'old number',
  name: 'name in this region',
};

function list(entities: readonly ServedEntity[]): string {
  return entities.map(({ code, name }) => (name === '' ? code : `${code} ${name}`)).join('; ');
}

/** What `uscc serve` says, to clients and to whoever runs it. */
export const en = {
  conforming: 'This code conforms.',
  outcomes: {
    ok: 'Nothing speaks against giving this code.',
    suspected: 'This may be an entity that has a code already. Look at the evidence before a code is given.',
    duplicate: 'This would be a second code, or a code given twice. Do not give it.',
    invalid: 'This code must not be given: it is wrong, or not for this applicant.',
  },
  evidence: {
    'code-not-conforming': ({ actual }: EvidenceFacts) => `${actual} breaks GB 32100 or GB 11714.`,
    'organization-code-not-conforming': ({ actual }: EvidenceFacts) =>
      `The organization code ${actual} breaks GB 11714.`,
    'organization-code-differs': ({ expected, actual }: EvidenceFacts) =>
      `Positions 9–17 are ${actual}, but the organization code stated is ${expected}.`,
    'positions-differ': ({ expected, actual }: EvidenceFacts) =>
      `Positions 1–8 are ${actual}, but authority, category and region of the applicant call for ${expected}.`,
    'outside-block': (_: EvidenceFacts) => 'The organization code is in none of the blocks that this issuer was given.',
    'code-registered': ({ entities }: EvidenceFacts) => `The code is registered already: ${list(entities)}.`,
    'organization-code-taken': ({ entities }: EvidenceFacts) => `The organization code is taken: ${list(entities)}.`,
    'registration-number-converted': ({ entities }: EvidenceFacts) =>
      `An entity with this old number has a code already: ${list(entities)}.`,
    'application-pending': ({ field }: EvidenceFacts) =>
      `Another application with the same ${fields[field ?? ''] ?? ''} was answered ok a short while ago, or confirmed.`,
    'same-name': ({ entities }: EvidenceFacts) => `The name is registered in this region: ${list(entities)}.`,
    'similar-name': ({ entities, likeness: kinds = [] }: EvidenceFacts) =>
      `A name is registered in this region that is easily taken for it: ${entities
        .map((entity, at) => `${list([entity])} (${likeness[kinds[at] ?? ''] ?? ''})`)
        .join('; ')}.`,
    'similar-name-pending': ({ likeness: [kind = ''] = [] }: EvidenceFacts) =>
      `Another application in this region, with a name that is easily taken for it (${likeness[kind] ?? ''}), was answered ok a short while ago, or confirmed.`,
    'erroneous-neighbour': ({ entities }: EvidenceFacts) =>
      `The registry has an erroneous code one character away, which may be this entity's: ${list(entities)}.`,
  },
  errors: {
    'not-found': 'There is nothing here. See /openapi.json for what there is.',
    'method-not-allowed': 'This address does not take this method.',
    'bad-code': 'Not 18 characters of the alphabet of codes. Send other spellings to POST /v1/codes.',
    'bad-json': 'The body is not the JSON that is expected here.',
    'not-json': 'The body must be JSON, and say so: Content-Type: application/json.',
    'too-large': 'The body is larger than allowed here.',
    'too-many-codes': 'More than 10,000 codes in one request.',
    'bad-fields': 'Some fields are missing or not as they must be.',
    'bad-key': 'An Idempotency-Key has 1 to 200 printable characters.',
    'key-reused': 'This Idempotency-Key was used for another request.',
    'no-such-application':
      'No application of yours with this number is held: it is over, released, or was never answered ok.',
    unauthorized: 'A valid token is needed: Authorization: Bearer ….',
    forbidden: 'This token does not have the right to do this.',
    'wrong-host': 'This service answers programs on this computer, not web pages of others (see --allow-origin).',
    'too-many-requests': 'Too many requests for this token. Try again shortly.',
    replica: 'This is a replica: it answers look-ups only. Send applications to the main service.',
    unavailable:
      'The answer could not be made durable, so none is given. Try again; if it persists, see the log of the service.',
    'no-index': 'The index is not ready.',
    internal: 'Something went wrong here. The log of the service says what.',
  },
  page: {
    title: 'Before a code is given',
    label: 'Unified social credit code',
    hint: 'Type or paste a code, then press Enter. Esc clears.',
    token: 'Token',
    registered: 'Registered',
    free: 'Not registered',
    conforming: 'Conforms',
    erroneous: 'Wrong',
    unconverted: 'Old identifier, not converted',
    missing: 'No code',
    organizationTaken: 'Organization code taken by',
    maybe: 'May have been',
    ledger: 'Ledger',
    statuses: { open: 'open', answered: 'answered', exempt: 'exempt' },
    failed: 'The service does not answer.',
  },
  help: {
    usage: '--registry <file...> [options]',
    summary: 'answer over HTTP, before a code is issued, whether it is right, registered, or taken',
    footer:
      '\nExamples:\n  $ uscc serve --registry 2026-11.csv\n  $ uscc serve --registry exports/ --ledger uscc-ledger.db --watch\n  $ uscc serve --registry exports/ --host 0.0.0.0 --tokens tokens.json\n\nhttp://127.0.0.1:8732/ is a page for the counter; /openapi.json says what\nthere is.\nCtrl-C ends it; SIGHUP reads the registry anew.',
  },
  command: {
    listening: (url: string, records: string) => `Answering on ${url} (${records} records). Ctrl-C ends it.`,
    building: 'The index is built.',
    current: (records: string) => `The index is up to date (${records} records).`,
    switched: (records: string) => `The registry was read anew: ${records} records.`,
    buildFailed: 'The registry could not be read anew; the service goes on with what it has.',
    needsTokens: (host: string) =>
      `--host ${host} can be reached from other computers: name the tokens that may ask with --tokens FILE.`,
    nullNeedsTokens:
      '--allow-origin null lets every page ask that is opened from a file, or shown in a frame of any site: name the tokens that may ask with --tokens FILE.',
    portInUse: (port: number) =>
      `Port ${port} is in use. Choose another, such as --port ${port + 1}, or any with --port 0.`,
    cannotListen: (host: string, reason: string) => `${host}: cannot be listened on (${reason}).`,
    noIndex: (folder: string) => `${folder}: holds no index; start the main service first, which builds one.`,
    lockedBy: (file: string, pid: number) =>
      `Process ${pid} answers applications from this folder already (${file}). Start this one with --replica, or with another --index.`,
    damagedLog: (lines: string, file: string) =>
      `The log of applications is damaged in line ${lines}: what was answered ok there may be answered ok again. All of it is kept in ${file}; look there what those applications were.`,
    badTokens: (file: string, at: number, what: string) => `${file}: ${at === 0 ? '' : `token ${at}: `}${what}.`,
    tokenFaults: {
      'not-a-list': 'must hold { "tokens": [ … ] } with at least one token',
      token: '"token" must be a text of at least 16 characters, or "sha256" its hash in hexadecimal',
      name: '"name" must be a text',
      rights: '"rights" must be a list of "look-up", "names" and "apply"',
      rate: '"requestsPerSecond" must be a number above 0',
      twice: 'its token or name is there twice',
      open: 'others may write to it; allow that to its owner only',
      readable:
        'others may read the tokens in it; allow that to its owner and group only, or give their hashes ("sha256")',
    },
    badBlocks: (file: string, line: number) =>
      `${file}, line ${line}: a block is the first and the last organization code, and what its codes begin with (optional), with commas.`,
  },
};
