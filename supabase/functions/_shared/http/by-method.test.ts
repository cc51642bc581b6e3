import { expect, it } from 'vitest';
import { asPerson, errorOf, post, verifyUser } from '../testing/fakes.ts';
import { byMethod } from './by-method.ts';
import { createHandler, json } from './handler.ts';

const log = () => undefined;
const handler = byMethod('two-ways', {
  POST: createHandler({ name: 'two-ways', auth: { kind: 'user', verifyUser }, log, run: async () => json('asked') }),
  GET: createHandler({
    name: 'two-ways',
    methods: ['GET'],
    auth: { kind: 'none' },
    log,
    run: async () => json('fetched'),
  }),
});
const request = (method: string) => new Request('http://functions.test/two-ways', { method });

it('asks each method for its own kind of caller', async () => {
  expect(await (await handler(post({}, asPerson))).json()).toBe('asked');
  expect(await errorOf(await handler(post({})))).toEqual({ status: 401, code: 'unauthorized' });
  expect(await (await handler(request('GET'))).json()).toBe('fetched');
});

it('answers a preflight, and refuses what it does not serve', async () => {
  expect((await handler(request('OPTIONS'))).status).toBe(204);
  const refused = await handler(request('DELETE'));
  expect(refused.status).toBe(405);
  expect((await refused.json()).error.message).toBe('Use POST or GET.');
  expect((await handler(request('constructor'))).status).toBe(405);
});
