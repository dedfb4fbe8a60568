import { SCHEMAS, type Schema } from './schemas.ts';

/** What answers mean that are no success. */
const FAILURES: Readonly<Record<string, string>> = {
  400: 'The request cannot be understood.',
  401: 'There is no valid token.',
  403: 'The token does not have the right, or a web page of somewhere else asks.',
  404: 'There is no such thing.',
  405: 'The address does not take the method.',
  413: 'The body is too large.',
  415: 'The body does not say that it is JSON.',
  421: 'A replica does not take applications.',
  422: 'Fields are not as they must be, or the Idempotency-Key stood for another request.',
  429: 'Too many requests.',
  500: 'Something went wrong.',
  503: 'The answer could not be made durable.',
};

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: Schema) => ({ 'application/json': { schema } });

interface Operation {
  id: string;
  summary: string;
  parameters?: Schema[];
  request?: string;
  /** Name of the schema, or the type of what is no JSON. */
  answer: string;
  failures: number[];
  isOpen?: true;
}

function describeOperation({ id, summary, parameters, request, answer, failures, isOpen }: Operation): Schema {
  const content = answer.includes('/') ? { [answer]: { schema: { type: 'string' } } } : json(ref(answer));
  const responses = Object.fromEntries(
    failures.map((status) => [status, { description: FAILURES[status], content: json(ref('Error')) }]),
  );
  return {
    operationId: id,
    summary,
    ...(parameters && { parameters }),
    ...(request !== undefined && { requestBody: { required: true, content: json(ref(request)) } }),
    responses: { 200: { description: 'The answer.', content }, ...responses },
    security: isOpen ? [] : [{ token: [] }, {}],
  };
}

const idempotencyKey: Schema = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'A request that is sent again with its key gets its own answer again, for 24 hours.',
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' },
};
const inPath = (name: string, schema: Schema): Schema => ({ name, in: 'path', required: true, schema });
const settle = (action: 'confirm' | 'release', summary: string): Schema => ({
  post: describeOperation({
    id: action,
    summary,
    parameters: [inPath('id', { type: 'string', format: 'uuid' })],
    answer: 'Settled',
    failures: [400, 401, 403, 404, 413, 421, 429, 503],
  }),
});

/** The service as OpenAPI 3.1 describes it. */
export function describeApi(version: string): Schema {
  return {
    openapi: '3.1.0',
    info: {
      title: 'uscc serve',
      version,
      description:
        'A registry that answers before a unified social credit code is issued. 赋码之前答复的登记数据服务。',
    },
    paths: {
      '/v1/codes/{code}': {
        get: describeOperation({
          id: 'lookUp',
          summary: 'One code of 18 characters of the alphabet.',
          parameters: [
            inPath('code', {
              type: 'string',
              pattern: '^[0-9A-HJ-NP-RT-UW-Y]{18}$',
              examples: ['91350100M000100Y43', '91350100M000100Y34'],
            }),
          ],
          answer: 'CodeAnswer',
          failures: [400, 401, 403, 429],
        }),
      },
      '/v1/codes': {
        post: describeOperation({
          id: 'lookUpMany',
          summary: 'Up to 10,000 codes in any spelling; answers stand in the same order.',
          request: 'CodesRequest',
          answer: 'CodesAnswer',
          failures: [400, 401, 403, 413, 415, 429],
        }),
      },
      '/v1/applications': {
        post: describeOperation({
          id: 'apply',
          summary: 'Whether a code may be given. An `ok` keeps others from getting the same until it expires.',
          parameters: [idempotencyKey],
          request: 'Application',
          answer: 'ApplicationAnswer',
          failures: [400, 401, 403, 413, 415, 421, 422, 429, 503],
        }),
      },
      '/v1/applications/{id}/confirm': settle('confirm', 'The code was issued: its `ok` stands for 90 days.'),
      '/v1/applications/{id}/release': settle('release', 'The code was not issued: others may get it.'),
      '/health': {
        get: describeOperation({
          id: 'health',
          summary: 'Whether the service answers.',
          answer: 'Health',
          failures: [403],
          isOpen: true,
        }),
      },
      '/metrics': {
        get: describeOperation({
          id: 'metrics',
          summary: 'Counts, for Prometheus.',
          answer: 'text/plain',
          failures: [401, 403],
        }),
      },
      '/openapi.json': {
        get: describeOperation({
          id: 'openapi',
          summary: 'This document.',
          answer: 'application/json',
          failures: [403],
          isOpen: true,
        }),
      },
      '/': {
        get: describeOperation({
          id: 'counter',
          summary: 'A page for the counter.',
          answer: 'text/html',
          failures: [403],
          isOpen: true,
        }),
      },
    },
    components: {
      schemas: SCHEMAS,
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
  };
}
