import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { type ServeErrorCode, wordError } from '../../messages/serve/index.ts';
import { type Client, type Clients, LOCAL_CLIENT, type Right } from '../../serve/rights.ts';
import { findAllowedOrigin, type Origins } from './cross-origin.ts';

/** What handlers find with a request. */
export interface RequestFacts {
  Variables: { client: Client; route: string; shownPath: string };
}

export type ServeContext = Context<RequestFacts>;

type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 421 | 422 | 429 | 500 | 503;

/** An answer that says why there is none. */
export function refuseRequest(
  context: ServeContext,
  status: RefusalStatus,
  code: ServeErrorCode,
  facts: object = {},
): Response {
  return context.json({ error: { code, text: wordError(code), ...facts } }, status);
}

/** Headers of every answer: nothing of it is kept, framed, or taken for something else. */
export const sendHeaders: MiddlewareHandler<RequestFacts> = async (context, next) => {
  await next();
  const { headers } = context.res;
  if (!headers.has('content-security-policy'))
    headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'no-referrer');
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.set('cache-control', 'no-store');
};

/**
 * Where there are no tokens, only programs of this computer may ask, the service's own page, and pages of origins that were named. A web
 * site could otherwise reach it through the browser of whoever visits it, under a name of its own (Host), or from its own pages (Origin).
 */
export function guardHost(port: () => number, origins: Origins): MiddlewareHandler<RequestFacts> {
  return async (context, next) => {
    const own = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port()}`);
    const host = context.req.header('host');
    const origin = context.req.header('origin');
    const site = context.req.header('sec-fetch-site');
    const isOwnPage =
      (origin === undefined || origin === `http://${host}`) &&
      (site === undefined || site === 'same-origin' || site === 'none');
    const mayAsk = isOwnPage || findAllowedOrigin(context, origins) !== null;
    if (host === undefined || !own.includes(host) || !mayAsk) return refuseRequest(context, 403, 'wrong-host');
    return next();
  };
}

/** Who asks; refused without a token where there are some. */
export function findClient(clients: Clients | null): MiddlewareHandler<RequestFacts> {
  return async (context, next) => {
    const client = clients === null ? LOCAL_CLIENT : clients.get(hashToken(readToken(context)));
    if (client === undefined) {
      context.header('www-authenticate', 'Bearer');
      return refuseRequest(context, 401, 'unauthorized');
    }
    context.set('client', client);
    return next();
  };
}

/** @param right what the client must be allowed to do */
export function requireRight(right: Right): MiddlewareHandler<RequestFacts> {
  return async (context, next) =>
    context.get('client').rights.has(right) ? next() : refuseRequest(context, 403, 'forbidden', { right });
}

function readToken(context: ServeContext): string {
  return /^Bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1] ?? '';
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Only what says that it is JSON: a form of another site cannot. */
export const requireJson: MiddlewareHandler<RequestFacts> = async (context, next) => {
  const type = context.req.header('content-type') ?? '';
  if (!/^application\/json\s*(?:;|$)/i.test(type)) return refuseRequest(context, 415, 'not-json');
  return next();
};

/** How many requests each client may still make: its rate, saved for a second at most. */
export function createLimiter() {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    /** Seconds to wait; 0: go on. */
    take({ name, requestsPerSecond }: Client, cost: number): number {
      if (requestsPerSecond === null) return 0;
      const most = Math.max(1, requestsPerSecond);
      const bucket = buckets.get(name) ?? { left: most, at: performance.now() };
      buckets.set(name, bucket);
      const time = performance.now();
      bucket.left = Math.min(most, bucket.left + ((time - bucket.at) / 1000) * requestsPerSecond);
      bucket.at = time;
      if (bucket.left <= 0) return Math.max(1, Math.ceil(-bucket.left / requestsPerSecond));
      // A large batch may go below zero: the next waits for it.
      bucket.left -= cost;
      return 0;
    },
  };
}
