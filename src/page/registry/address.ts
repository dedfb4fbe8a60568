/** The registry that this window was opened for; null: it connects to nothing. The first script of the page has seen to that. */
export function findRegistry(): string | null {
  return document.documentElement.dataset.registry ?? null;
}

/** A window keeps the policy that it was opened with: for another registry, or none, the page is opened anew. */
export function watchRegistry(): void {
  const named = (): string | undefined => /[#&]registry=([^&]*)/.exec(location.hash)?.[1];
  const first = named();
  addEventListener('hashchange', () => {
    if (named() !== first) location.reload();
  });
}

/**
 * An address as it was typed, as the first script takes it; null where it is none of a service: another scheme than http and https, a
 * name and password in it, or an IPv6 address, which no policy can name.
 */
export function readAddress(text: string): string | null {
  let url: URL;
  try {
    url = new URL(/^[a-z]+:/i.test(text.trim()) ? text.trim() : `https://${text.trim()}`);
  } catch {
    return null;
  }
  const isPlain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  const address = `${url.origin}${url.pathname.replace(/\/*$/, '/')}`;
  return isPlain && /^https?:\/\/[a-z0-9.-]+(?::\d+)?\//.test(address) ? address : null;
}

/** What stands behind the address of the page, for a language and a registry. */
export function writeHash(lang: string, registry: string | null): string {
  return `#${lang}${registry === null ? '' : `&registry=${encodeURIComponent(registry)}`}`;
}
