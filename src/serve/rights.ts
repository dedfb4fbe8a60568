/** What a client may do: ask for codes, see whose they are, apply for one. */
export const RIGHTS = ['look-up', 'names', 'apply'] as const;
export type Right = (typeof RIGHTS)[number];

/** Somebody who asks. */
export interface Client {
  /** Never the token. */
  name: string;
  rights: ReadonlySet<Right>;
  /** Requests a second on average; a batch counts one for each hundred codes. Null: as many as it likes. */
  requestsPerSecond: number | null;
}

/** Everybody on this computer, where there are no tokens. */
export const LOCAL_CLIENT: Client = { name: 'local', rights: new Set(RIGHTS), requestsPerSecond: null };

const usualRate = 1000;
const shortestToken = 16;

/** Who is behind each token, by its hash. */
export type Clients = ReadonlyMap<string, Client>;

/** What is wrong with a token file; `at` is the number of the token, from 1. */
export interface TokenFault {
  at: number;
  fault: 'not-a-list' | 'token' | 'name' | 'rights' | 'rate' | 'twice';
}

/**
 * The clients of a token file: `{ "tokens": [{ "name", "token" | "sha256", "rights": ["look-up", "names", "apply"], "requestsPerSecond"? }] }`.
 *
 * @param hash SHA-256 in hexadecimal
 */
export function readTokens(file: unknown, hash: (text: string) => string): Clients | TokenFault {
  const tokens = (file as { tokens?: unknown } | null)?.tokens;
  if (!Array.isArray(tokens) || tokens.length === 0) return { at: 0, fault: 'not-a-list' };
  const clients = new Map<string, Client>();
  const names = new Set<string>();
  for (const [index, each] of tokens.entries()) {
    const at = index + 1;
    const { name, token, sha256, rights, requestsPerSecond = usualRate } = (each ?? {}) as Record<string, unknown>;
    const key = typeof token === 'string' && token.length >= shortestToken ? hash(token) : sha256;
    if (typeof key !== 'string' || !/^[0-9a-f]{64}$/.test(key)) return { at, fault: 'token' };
    if (typeof name !== 'string' || name.trim() === '') return { at, fault: 'name' };
    if (!Array.isArray(rights) || !rights.every((right): right is Right => RIGHTS.includes(right as Right))) {
      return { at, fault: 'rights' };
    }
    if (typeof requestsPerSecond !== 'number' || !(requestsPerSecond > 0)) return { at, fault: 'rate' };
    if (clients.has(key) || names.has(name)) return { at, fault: 'twice' };
    names.add(name);
    clients.set(key, { name, rights: new Set(rights), requestsPerSecond });
  }
  return clients;
}

/** Whether a token file that is as it must be has tokens themselves in it, not only their hashes. */
export function holdsTokens(file: unknown): boolean {
  const { tokens } = file as { tokens: { token?: unknown }[] };
  return tokens.some(({ token }) => typeof token === 'string');
}
