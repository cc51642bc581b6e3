import { describe, expect, it } from 'vitest';
import { bulkEnrolResponseSchema, type ImportStatus } from '../_shared/contracts/bulk-enrol.ts';
import { toDatabaseError } from '../_shared/db/errors.ts';
import { asPerson, errorOf, person, post, verifyUser } from '../_shared/testing/fakes.ts';
import { createBulkEnrolHandler } from './handler.ts';

const institutionId = '0c0f8a54-7c1d-4b7e-9a55-2f1c7f2f1a01';
const importId = '3f0e8a54-7c1d-4b7e-9a55-2f1c7f2f1a01';
const path = `${institutionId}/${person.id}/${importId}.csv`;
const check = { action: 'check', institutionId, path, fileName: 'students.csv' };

function setUp(refusal: unknown = null, status: ImportStatus = 'checking') {
  const done: string[] = [];
  const act = async (text: string) => {
    if (refusal) throw toDatabaseError(refusal, 400);
    done.push(text);
  };
  const handler = createBulkEnrolHandler({
    verifyUser,
    limitRate: async () => undefined,
    actionsOf: (caller) => ({
      create: async (file) => {
        await act(`${caller.id} create ${JSON.stringify(file)}`);
        return importId;
      },
      confirm: (id) => act(`${caller.token} confirm ${id}`),
      cancel: (id) => act(`${caller.token} cancel ${id}`),
      undo: async (id) => {
        await act(`${caller.token} undo ${id}`);
        return { undone: 7, kept: 2 };
      },
      getStatus: async () => status,
    }),
    nudgeWorker: () => void done.push('nudge'),
    log: () => undefined,
  });
  return { handler, done };
}

describe('bulk-enrol', () => {
  it('has a file checked under the rights of the caller, and wakes the worker', async () => {
    const { handler, done } = setUp();
    const response = await handler(post({ ...check, userId: 'other' }, asPerson));
    expect(bulkEnrolResponseSchema.parse(await response.json())).toEqual({ importId, status: 'checking' });
    const asked = done.map((text) => text.replace(`${person.id} create `, ''));
    expect(asked[1]).toBe('nudge');
    expect(JSON.parse(asked[0] ?? '')).toMatchObject({ institutionId, path, fileName: 'students.csv', trackId: null });
  });

  it.each([
    ['confirm', 'enrolling', {}],
    ['cancel', 'cancelled', {}],
    ['undo', 'undone', { undone: 7, kept: 2 }],
  ] as const)('passes on to %s and answers how the import stands now', async (action, status, more) => {
    const { handler, done } = setUp(null, status);
    const response = await handler(post({ action, importId }, asPerson));
    expect(await response.json()).toEqual({ importId, status, ...more });
    expect(done).toEqual([`${person.token} ${action} ${importId}`, 'nudge']);
  });

  it.each([
    [{ code: '42501', message: 'not_allowed' }, 403, 'forbidden'],
    [{ code: 'P0001', message: 'track_without_seats' }, 409, 'track_without_seats'],
    [{ code: 'P0001', message: 'too_many_requests' }, 429, 'too_many_requests'],
  ])('passes on why not: %j', async (refusal, status, code) => {
    const { handler, done } = setUp(refusal);
    expect(await errorOf(await handler(post(check, asPerson)))).toEqual({ status, code });
    expect(done).toEqual([]);
  });

  it('names what is wrong with a request, and refuses strangers', async () => {
    const { handler, done } = setUp();
    expect(await errorOf(await handler(post({ ...check, institutionId: 'x' }, asPerson)))).toMatchObject({
      status: 400,
      fields: { institutionId: expect.any(String) },
    });
    expect((await handler(post({ action: 'delete', importId }, asPerson))).status).toBe(400);
    expect((await handler(post(check))).status).toBe(401);
    expect(done).toEqual([]);
  });
});
