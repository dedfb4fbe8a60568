import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { maskIdentityNumbers } from '../../code/cell/mask.ts';
import { isCodeLike } from '../../code/standard/alphabet.ts';
import { answerCode } from '../../serve/answer-code.ts';
import { readApplication } from '../../serve/application.ts';
import type { Applications } from '../../serve/applications.ts';
import type { Block } from '../../serve/blocks.ts';
import { describeApi } from '../../serve/openapi/describe-api.ts';
import { counterFiles } from '../../serve/page/counter-page.ts';
import type { FindStanding } from '../../serve/registry.ts';
import type { Clients } from '../../serve/rights.ts';
import { showApplication } from '../../serve/show-application.ts';
import { writeAnswers, writeBriefly } from '../../serve/write-answers.ts';
import type { AccessLog } from './access-log.ts';
import { answerOrigins, type Origins } from './cross-origin.ts';
import {
  createLimiter,
  findClient,
  guardHost,
  hashToken,
  type RequestFacts,
  refuseRequest,
  requireJson,
  requireRight,
  type ServeContext,
  sendHeaders,
} from './guard.ts';
import type { OpenedIndex } from './index-folder.ts';
import type { Metrics } from './metrics.ts';
import { readJson } from './read-body.ts';

/** What the service answers with. */
export interface Service {
  index(): OpenedIndex;
  /** Null: this is a replica. */
  applications: Applications | null;
  /** Null: everybody on this computer. */
  clients: Clients | null;
  origins: Origins;
  blocks: readonly Block[];
  findStanding: FindStanding | null;
  metrics: Metrics;
  accessLog: AccessLog;
  version: string;
  port(): number;
  fail(error: unknown): void;
}

const mostBatchBytes = 1 << 20;
const mostApplicationBytes = 16 << 10;
const mostCodes = 10_000;
const mostCodeCharacters = 1000;
/** Between so many, other requests are answered. */
const codesAtOnce = 100;
const briefCodesAtOnce = 1000;
const codesOfRequest = 100;

/** The routes of the service. */
export function createApp(service: Service): Hono<RequestFacts> {
  const { applications, metrics, clients, origins } = service;
  const app = new Hono<RequestFacts>();
  const limiter = createLimiter();
  const limit = (context: ServeContext, cost: number): Response | null => {
    const wait = limiter.take(context.get('client'), cost);
    if (wait === 0) return null;
    context.header('retry-after', String(wait));
    return refuseRequest(context, 429, 'too-many-requests');
  };

  app.use(async (context, next) => {
    const startedAt = performance.now();
    await next();
    const milliseconds = performance.now() - startedAt;
    const { status } = context.res;
    const route = context.get('route') ?? 'other';
    metrics.count(route, status, milliseconds / 1000);
    service.accessLog.add({
      time: new Date().toISOString(),
      client: context.get('client')?.name ?? '',
      method: context.req.method.slice(0, 10),
      path: context.get('shownPath') ?? route,
      status,
      milliseconds: Math.round(milliseconds * 10) / 10,
    });
  });
  app.use(sendHeaders);
  app.use(answerOrigins(origins));
  if (clients === null) app.use(guardHost(service.port, origins));
  app.onError((error, context) => {
    service.fail(error);
    return refuseRequest(context as ServeContext, 500, 'internal');
  });
  app.notFound((context) => refuseRequest(context as ServeContext, 404, 'not-found'));

  /** A route and its methods; others are told so. */
  const route = (path: string, methods: string) => {
    app.use(path, async (context, next) => {
      context.set('route', path);
      const { method } = context.req;
      if (methods.split(', ').includes(method)) return next();
      context.header('allow', `${methods}, OPTIONS`);
      return method === 'OPTIONS' ? context.body(null, 204) : refuseRequest(context, 405, 'method-not-allowed');
    });
  };

  for (const [path, { type, body, policy }] of Object.entries(counterFiles)) {
    route(path, 'GET, HEAD');
    app.get(path, (context) =>
      context.body(body, 200, { 'content-type': type, ...(policy && { 'content-security-policy': policy }) }),
    );
  }

  route('/openapi.json', 'GET, HEAD');
  const api = JSON.stringify(describeApi(service.version));
  app.get('/openapi.json', (context) => context.body(api, 200, { 'content-type': 'application/json' }));

  route('/health', 'GET, HEAD');
  app.get('/health', (context) => {
    const { registry } = service.index();
    return context.json({
      status: 'ok',
      role: applications === null ? 'replica' : 'main',
      records: registry.records,
      builtAt: registry.builtAt,
    });
  });

  route('/metrics', 'GET, HEAD');
  app.get('/metrics', findClient(clients), (context) => {
    const { registry, bytes } = service.index();
    const text = metrics.render({
      uscc_records: { help: 'Records of the registry.', value: registry.records },
      uscc_index_bytes: { help: 'Memory that the index takes.', value: bytes },
      uscc_index_built_seconds: { help: 'When the index was built.', value: Date.parse(registry.builtAt) / 1000 },
      uscc_applications_held: {
        help: 'Applications that were answered ok and still stand.',
        value: applications?.held() ?? 0,
      },
      process_resident_memory_bytes: { help: 'Memory of the process.', value: process.memoryUsage.rss() },
    });
    return context.body(text, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
  });

  const codeContext = (context: ServeContext) => ({
    registry: service.index().registry,
    findStanding: service.findStanding,
    showsNames: context.get('client').rights.has('names'),
  });

  route('/v1/codes/:code', 'GET, HEAD');
  app.get('/v1/codes/:code', findClient(clients), requireRight('look-up'), (context) => {
    const code = context.req.param('code');
    if (!isCodeLike(code)) return refuseRequest(context, 400, 'bad-code');
    context.set('shownPath', `/v1/codes/${maskIdentityNumbers(code)}`);
    const refused = limit(context, 1);
    if (refused !== null) return refused;
    metrics.countCodes(1);
    return context.json(answerCode(code, codeContext(context)));
  });

  route('/v1/codes', 'POST');
  app.post('/v1/codes', findClient(clients), requireRight('look-up'), requireJson, async (context) => {
    const request = await readJson(context, mostBatchBytes);
    if (request === 'too-large') return refuseRequest(context, 413, 'too-large', { bytes: mostBatchBytes });
    const { codes, brief = false } = (request ?? {}) as { codes?: unknown; brief?: unknown };
    if (
      !Array.isArray(codes) ||
      typeof brief !== 'boolean' ||
      !codes.every((code) => typeof code === 'string' && code.length <= mostCodeCharacters)
    ) {
      return refuseRequest(context, 400, 'bad-json', { expected: '{ "codes": ["…"], "brief": false }' });
    }
    if (codes.length > mostCodes) return refuseRequest(context, 413, 'too-many-codes', { codes: mostCodes });
    const refused = limit(context, 1 + codes.length / codesOfRequest);
    if (refused !== null) return refused;
    metrics.countCodes(codes.length);
    const asked = codeContext(context);
    const pieces: Uint8Array[] = [];
    const atOnce = brief ? briefCodesAtOnce : codesAtOnce;
    for (let at = 0; at < codes.length; at += atOnce) {
      const some = codes.slice(at, at + atOnce) as string[];
      const written = brief ? writeBriefly(some, asked) : writeAnswers(some, asked);
      // As bytes at once: megabytes of text put together of many small strings are dear to collect.
      pieces.push(Buffer.from(at === 0 ? written : `,${written}`));
      await new Promise(setImmediate);
    }
    const body = Buffer.concat([Buffer.from('{"answers":['), ...pieces, Buffer.from(']}')]);
    return context.body(body, 200, { 'content-type': 'application/json' });
  });

  const applyGuards = [findClient(clients), requireRight('apply')] as const;
  route('/v1/applications', 'POST');
  app.post('/v1/applications', ...applyGuards, requireJson, async (context) => {
    if (applications === null) return refuseRequest(context, 421, 'replica');
    const refused = limit(context, 1);
    if (refused !== null) return refused;
    const key = context.req.header('idempotency-key') ?? null;
    if (key !== null && !/^[\x21-\x7e]{1,200}$/.test(key)) return refuseRequest(context, 400, 'bad-key');
    const body = await readJson(context, mostApplicationBytes);
    if (body === 'too-large') return refuseRequest(context, 413, 'too-large', { bytes: mostApplicationBytes });
    if (body === undefined) return refuseRequest(context, 400, 'bad-json');
    const application = readApplication(body);
    if (Array.isArray(application)) return refuseRequest(context, 422, 'bad-fields', { fields: application });
    const client = context.get('client');
    const digest = hashToken(JSON.stringify(application));
    const request = { application, client: client.name, key, digest, id: randomUUID() };
    const { blocks } = service;
    const { registry } = service.index();
    const answer = await applications.apply(request, { registry, blocks }).catch(service.fail);
    if (answer === undefined) return refuseRequest(context, 503, 'unavailable');
    if (answer === 'key-reused') return refuseRequest(context, 422, 'key-reused');
    metrics.countOutcome(answer.outcome);
    return context.json(showApplication(answer, client.rights.has('names')));
  });

  for (const action of ['confirm', 'release'] as const) {
    const path = `/v1/applications/:id/${action}`;
    route(path, 'POST');
    app.post(path, ...applyGuards, async (context) => {
      if (applications === null) return refuseRequest(context, 421, 'replica');
      const refused = limit(context, 1);
      if (refused !== null) return refused;
      const id = context.req.param('id') ?? '';
      const settled = await applications[action](id, context.get('client').name).catch(service.fail);
      if (settled === undefined) return refuseRequest(context, 503, 'unavailable');
      if (settled === null) return refuseRequest(context, 404, 'no-such-application');
      return context.json({ id, ...settled });
    });
  }
  return app;
}
