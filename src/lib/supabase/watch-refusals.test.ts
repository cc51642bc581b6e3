import { beforeEach, expect, it, vi } from 'vitest';
import { watchRefusals } from './watch-refusals';

const onRefused = vi.fn<() => void>();
let time = 0;
const rest = 'http://supabase.test/rest/v1/rpc/my_access';
const asPerson = { headers: { authorization: 'Bearer person' } };

function serve(status: number) {
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(new Response('{}', { status })));
  return watchRefusals('publishable', onRefused, () => time);
}

beforeEach(() => {
  onRefused.mockReset();
});

it('tells once a minute that the session is no longer taken, and hands the answer on', async () => {
  const watched = serve(401);
  expect((await watched(rest, asPerson)).status).toBe(401);
  await watched(rest, asPerson);
  expect(onRefused).toHaveBeenCalledTimes(1);
  time += 60_000;
  await watched(new Request(rest, asPerson));
  expect(onRefused).toHaveBeenCalledTimes(2);
});

it.each([
  ['an answer', 200, rest, 'person'],
  ['a right that is missing', 403, rest, 'person'],
  ['a stranger', 401, rest, 'publishable'],
  ['a wrong password', 401, 'http://supabase.test/auth/v1/token', 'person'],
])('says nothing about %s', async (_what, status, url, token) => {
  await serve(status)(url, { headers: { authorization: `Bearer ${token}` } });
  expect(onRefused).not.toHaveBeenCalled();
});
