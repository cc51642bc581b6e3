import { describe, expect, it } from 'vitest';
import { asPerson, createLogSpy, errorOf, person, post, secretKey, verifyUser } from '../testing/fakes.ts';
import { createHandler, json } from './handler.ts';
import { HttpError } from './errors.ts';
import { VendorError } from './vendor-fetch.ts';

const userHandler = (run: () => Promise<Response> = async () => json({ ok: true })) =>
  createHandler({ name: 'test', auth: { kind: 'user', verifyUser }, log: () => undefined, run });

describe('who may call', () => {
  it('lets a known person in and hands over who it is', async () => {
    const handler = createHandler({
      name: 'test',
      auth: { kind: 'user', verifyUser },
      log: () => undefined,
      run: async ({ caller }) => json(caller),
    });
    expect(await (await handler(post({}, asPerson))).json()).toEqual(person);
  });

  it.each([
    ['no token', {}],
    ['a wrong token', { authorization: 'Bearer other' }],
    ['a key in place of a token', { authorization: 'Basic good-token' }],
    ['an empty token', { authorization: 'Bearer ' }],
  ])('refuses %s with 401', async (_what, headers) => {
    expect(await errorOf(await userHandler()(post({}, headers)))).toEqual({ status: 401, code: 'unauthorized' });
  });

  it('takes the secret key in the apikey header only', async () => {
    const handler = createHandler({
      name: 'test',
      auth: { kind: 'secret', secretKeys: ['sb_secret_new', secretKey] },
      log: () => undefined,
      run: async () => json({}),
    });
    expect((await handler(post({}, { apikey: secretKey }))).status).toBe(200);
    expect((await handler(post({}, { apikey: `${secretKey}x` }))).status).toBe(401);
    expect((await handler(post({}, { apikey: '' }))).status).toBe(401);
    expect((await handler(post({}, { authorization: `Bearer ${secretKey}` }))).status).toBe(401);
  });

  it('refuses everybody while no secret key is set', async () => {
    const auth = { kind: 'secret', secretKeys: [''] } as const;
    const handler = createHandler({ name: 'test', auth, log: () => undefined, run: async () => json({}) });
    expect((await handler(post({}, { apikey: '' }))).status).toBe(401);
  });
});

describe('every answer', () => {
  it('carries CORS headers and the request id, errors too', async () => {
    const ok = await userHandler()(post({}, { ...asPerson, 'x-request-id': 'abcdefgh-1234' }));
    const refused = await userHandler()(post({}));
    expect(ok.headers.get('x-request-id')).toBe('abcdefgh-1234');
    for (const response of [ok, refused]) expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('answers a preflight without asking who calls', async () => {
    const response = await userHandler()(new Request('http://functions.test/f', { method: 'OPTIONS' }));
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-headers')).toContain('authorization');
  });

  it('refuses other methods', async () => {
    expect((await userHandler()(new Request('http://functions.test/f', { headers: asPerson }))).status).toBe(405);
  });

  it('does not take over a request id that could write into the log', async () => {
    const response = await userHandler()(post({}, { ...asPerson, 'x-request-id': '"},{"evil":"1' }));
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('turns an unexpected error into a plain 500 that tells nothing', async () => {
    const response = await userHandler(async () => {
      throw new Error('relation "secret" does not exist');
    })(post({}, asPerson));
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toContain('secret');
  });

  it('answers 503 with retry-after when a vendor fails', async () => {
    const response = await userHandler(async () => {
      throw new VendorError('razorpay', 'timeout', null, '');
    })(post({}, asPerson));
    expect(response.headers.get('retry-after')).toBe('30');
    expect(await errorOf(response)).toEqual({ status: 503, code: 'vendor_unavailable' });
  });
});

describe('the body', () => {
  const echo = createHandler({
    name: 'test',
    auth: { kind: 'none' },
    maxBytes: 10,
    log: () => undefined,
    run: async ({ text }) => json(text()),
  });

  it('is refused above the limit, also when its length is not announced', async () => {
    const stream = new ReadableStream({
      start(controller) {
        for (let chunk = 0; chunk < 5; chunk += 1) controller.enqueue(new TextEncoder().encode('12345'));
        controller.close();
      },
    });
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', body: stream, duplex: 'half' };
    const unannounced = new Request('http://functions.test/f', init);
    expect(await errorOf(await echo(unannounced))).toEqual({ status: 413, code: 'body_too_large' });
    expect((await echo(post('x'.repeat(11)))).status).toBe(413);
    expect((await echo(post('x'.repeat(10)))).status).toBe(200);
  });

  it('is refused when it is not UTF-8', async () => {
    const response = await echo(
      new Request('http://functions.test/f', { method: 'POST', body: new Uint8Array([0xff, 0xfe]) }),
    );
    expect(await errorOf(response)).toEqual({ status: 400, code: 'invalid_encoding' });
  });
});

it('logs one line per request, with ids and codes and no personal data', async () => {
  const { lines, log, text } = createLogSpy();
  const handler = createHandler({
    name: 'test',
    auth: { kind: 'user', verifyUser },
    log,
    run: async ({ note }) => {
      note({ orderId: 'o-1' });
      throw new HttpError(500, 'internal', 'failed for asha@example.com with Bearer abc.def');
    },
  });
  await handler(post({ email: 'asha@example.com' }, asPerson));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ fn: 'test', status: 500, code: 'internal', orderId: 'o-1' });
  expect(text()).not.toMatch(/asha@|abc\.def|good-token/);
});
