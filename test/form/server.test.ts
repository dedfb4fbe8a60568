import { expect, it } from 'vitest';
import { checkCode } from '../../src/form/index.ts';
import { app } from './examples/hono.ts';

const post = (code: unknown) =>
  app.request('/companies', {
    method: 'POST',
    body: JSON.stringify({ code }),
    headers: { 'content-type': 'application/json' },
  });

it('the route keeps the code as it should be kept', async () => {
  const answer = await post(' 9135 0100 m000 100y 43 ');
  expect(answer.status).toBe(201);
  expect(await answer.json()).toEqual({ code: '91350100M000100Y43' });
});

it('the route answers with the message of the form', async () => {
  const answer = await post('91350100M000100Y44');
  expect(answer.status).toBe(422);
  expect(await answer.json()).toEqual({ errors: [checkCode('91350100M000100Y44').message] });
  expect((await post(5)).status).toBe(422);
});
