import type { Lookup, RegistryAnswer } from './options.ts';

/** How a service is asked. */
export interface RegistryLookupOptions {
  /** Its token, where it has some. Whoever sees the page sees it: ask through a server of your own then. */
  token?: string | undefined;
}

/**
 * A `lookup` that asks `uscc serve`. The verdict's `registry` has what the service answered: `registered`, `name`, `registry`, `ledger`.
 *
 * @param url where the service answers: `/registry/` behind a proxy of the same site, or a whole URL
 * @returns a function that rejects where the service cannot be asked, which forms show as a warning
 * @example checkRegistered(code, { lookup: registryLookup('https://registry.example/') })
 */
export function registryLookup(url: string, { token }: RegistryLookupOptions = {}): Lookup {
  const base = url.replace(/\/*$/, '/');
  return async (code, signal) => {
    const response = await fetch(`${base}v1/codes/${encodeURIComponent(code)}`, {
      signal,
      ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
    });
    if (!response.ok) throw new Error(`${base}: ${response.status}`);
    const { name, ...answer } = (await response.json()) as RegistryAnswer & { name: string | null };
    return { ...answer, ...(name && { name }) };
  };
}
