/** What a service says of a code, as much of it as is shown. */
export interface RegistryFacts {
  registered: boolean;
  /** Whose it is; empty where the token may not see names. */
  names: string[];
  /** Codes, with names where they may be seen, that have the organization code. */
  takenBy: string[];
  /** Registered codes that it may have been. */
  maybe: string[];
  ledger: { number: string; status: string }[];
}

/** Why there is no answer: the service said it, or nothing came that could be understood. */
export type AskFailure = { text: { zh: string; en: string } } | 'unreached';

const mostMilliseconds = 30_000;

/** Asks the service at an address (`https://registry.example/`) for codes as they were written; answers in their order. */
export async function askRegistry(
  address: string,
  token: string,
  codes: string[],
): Promise<RegistryFacts[] | AskFailure> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), mostMilliseconds);
  try {
    const response = await fetch(`${address}v1/codes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token !== '' && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ codes }),
      signal: controller.signal,
      ...{ credentials: 'omit', redirect: 'error', cache: 'no-store', referrerPolicy: 'no-referrer' },
    });
    const body = (await response.json()) as { error: { text: { zh: unknown; en: unknown } }; answers: Answer[] };
    if (!response.ok) return { text: { zh: String(body.error.text.zh), en: String(body.error.text.en) } };
    const facts = body.answers.map(pickFacts);
    return facts.length === codes.length ? facts : 'unreached';
  } catch {
    return 'unreached';
  } finally {
    clearTimeout(timer);
  }
}

interface Entity {
  code: string;
  name: string;
}

/** As `uscc serve` describes it in /openapi.json. */
interface Answer {
  registered: boolean;
  registry: {
    entities: Entity[];
    organization: { entities: Entity[] } | null;
    repairs: { value: string; entities: Entity[] }[];
  };
  ledger: { number: string; status: string }[] | null;
}

function pickFacts({ registered, registry, ledger }: Answer): RegistryFacts {
  const describe = ({ code, name }: Entity): string => (name === '' ? code : `${code} ${name}`);
  return {
    registered,
    names: registry.entities.flatMap(({ name }) => (name === '' ? [] : [name])),
    takenBy: (registry.organization?.entities ?? []).map(describe),
    maybe: registry.repairs.map(({ value, entities: [first] }) => describe({ code: value, name: first?.name ?? '' })),
    ledger: (ledger ?? []).map(({ number, status }) => ({ number, status })),
  };
}
