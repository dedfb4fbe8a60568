import { sValidator } from '@hono/standard-validator';
import { type } from 'arktype';
import { Hono } from 'hono';
import { usccSchema } from 'uscc-toolkit/form';

const company = type({ code: usccSchema() });

export const app = new Hono().post(
  '/companies',
  sValidator('json', company, (result, context) => {
    if (!result.success) return context.json({ errors: result.error.map(({ message }) => message) }, 422);
  }),
  (context) => context.json({ code: context.req.valid('json').code }, 201),
);
