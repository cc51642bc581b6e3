import { createServer, type RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { portOf } from '../testing/port-of.ts';
import { VendorError, vendorFetch } from './vendor-fetch.ts';

let stop: (() => void) | undefined;
afterEach(() => stop?.());

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return `http://127.0.0.1:${portOf(server)}`;
}

const ask = (url: string) => vendorFetch({ vendor: 'test', url, schema: z.object({ id: z.string() }), timeoutMs: 150 });

async function failure(promise: Promise<unknown>): Promise<VendorError> {
  const error = await promise.catch((caught: unknown) => caught);
  if (!(error instanceof VendorError)) throw new Error(`Expected a VendorError, got ${String(error)}`);
  return error;
}

describe('a vendor that misbehaves', () => {
  it('is given up on in time when it never answers', async () => {
    expect(await failure(ask(await serve(() => undefined)))).toMatchObject({ failure: 'timeout', transient: true });
  });

  it('is given up on in time when it stops in the middle of the body', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200);
      response.write('{"id":');
    });
    expect(await failure(ask(url))).toMatchObject({ failure: 'timeout', transient: true });
  });

  it('is a network failure when the connection is cut or refused', async () => {
    const url = await serve((request) => request.socket.destroy());
    expect(await failure(ask(url))).toMatchObject({ failure: 'network', transient: true });
    stop?.();
    expect(await failure(ask(url))).toMatchObject({ failure: 'network', transient: true });
  });

  it.each(['not json', '{"id":7}', ''])('is not believed when it answers %j', async (body) => {
    const url = await serve((_request, response) => response.end(body));
    expect(await failure(ask(url))).toMatchObject({ failure: 'invalid_answer', transient: true });
  });

  it.each([
    [500, true],
    [429, true],
    [401, true],
    [400, false],
    [422, false],
  ])('answering %i is transient: %s', async (status, transient) => {
    const url = await serve((_request, response) => response.writeHead(status).end('{}'));
    expect(await failure(ask(url))).toMatchObject({ failure: 'status', status, transient });
  });

  it('does not lead us elsewhere by a redirect', async () => {
    const url = await serve((_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end());
    expect(await failure(ask(url))).toMatchObject({ failure: 'network' });
  });
});
