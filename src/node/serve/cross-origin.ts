import type { Context, MiddlewareHandler } from 'hono';

/** Only what is asked for codes and applications; the counter page, counts and the description stay on their own site. */
const openPaths = '/v1/';
const allowedHeaders = 'authorization, content-type, idempotency-key';
/** As long as browsers remember what they may ask, in seconds. */
const rememberedSeconds = '600';

/** Web pages of elsewhere that may ask, by their origin as browsers write it; `null` is that of every page opened from a file. */
export type Origins = ReadonlySet<string>;

/** The origin of the page that asks, where it is one that may. */
export function findAllowedOrigin(context: Context, origins: Origins): string | null {
  const origin = context.req.header('origin');
  return origin !== undefined && origins.has(origin) && context.req.path.startsWith(openPaths) ? origin : null;
}

/**
 * Lets pages of these origins read answers, and what else browsers ask before they let a page ask:
 *
 *   OPTIONS  Origin, Access-Control-Request-Method ─▶ 204, what the address takes
 *   GET …    Origin ─▶ the answer, and that this origin may read it
 *
 * Tokens come from the page itself: what a browser would send along by itself (`credentials`) is never asked for.
 */
export function answerOrigins(origins: Origins): MiddlewareHandler {
  return async (context, next) => {
    await next();
    if (origins.size === 0) return;
    const { headers } = context.res;
    headers.append('vary', 'Origin');
    const origin = findAllowedOrigin(context, origins);
    if (origin === null) return;
    headers.set('access-control-allow-origin', origin);
    headers.set('access-control-expose-headers', 'retry-after');
    if (context.req.method !== 'OPTIONS') return;
    headers.set('access-control-allow-methods', headers.get('allow') ?? '');
    headers.set('access-control-allow-headers', allowedHeaders);
    headers.set('access-control-max-age', rememberedSeconds);
    // Chromium asks, where the page comes from a less private network than the service is in.
    if (context.req.header('access-control-request-private-network') === 'true') {
      headers.set('access-control-allow-private-network', 'true');
    }
  };
}
