import { beforeEach, describe, expect, it } from 'vitest';
import { HttpError } from '../_shared/http/errors.ts';
import { VendorError } from '../_shared/http/vendor-fetch.ts';
import { PermanentError, type RunJob } from '../_shared/outbox/job.ts';
import { createFakeOutbox, createLogSpy, post, secretKey } from '../_shared/testing/fakes.ts';
import { createWorkerHandler, type WorkerDeps } from './handler.ts';

let outbox: ReturnType<typeof createFakeOutbox>;
let spy: ReturnType<typeof createLogSpy>;
beforeEach(() => {
  outbox = createFakeOutbox();
  spy = createLogSpy();
});

async function run(dispatch: (kind: string) => RunJob, more: Partial<WorkerDeps> = {}) {
  const handler = createWorkerHandler({ secretKeys: [secretKey], outbox, dispatch, log: spy.log, ...more });
  const response = await handler(post({}, { apikey: secretKey }));
  expect(response.status).toBe(200);
  return await response.json();
}
const queue = async (count: number) => {
  for (let job = 0; job < count; job += 1) await outbox.enqueue(`test.${job}`, {}, `key-${job}`);
};
const states = () => outbox.jobs.map(({ state }) => state);

describe('worker', () => {
  it('does all that waits, in batches', async () => {
    await queue(13);
    expect(await run(() => async () => undefined)).toEqual({ claimed: 13, done: 13, failed: 0 });
    expect(new Set(states())).toEqual(new Set(['done']));
  });

  it('goes on with what a job queued', async () => {
    await queue(1);
    const result = await run((kind) => async () => {
      if (kind === 'test.0') await outbox.enqueue('test.next', {}, 'next');
    });
    expect(result).toEqual({ claimed: 2, done: 2, failed: 0 });
  });

  it('lets no job harm another', async () => {
    await queue(3);
    const result = await run((kind) => async () => {
      if (kind === 'test.1') throw new VendorError('sendgrid', 'timeout', null, '');
    });
    expect(result).toEqual({ claimed: 3, done: 2, failed: 1 });
    expect(states()).toEqual(['done', 'waiting', 'done']);
  });

  it('holds no work up for a job that takes long, nor what is queued meanwhile', async () => {
    await queue(1);
    let finish: () => void = () => undefined;
    const long = new Promise<void>((resolve) => (finish = resolve));
    const result = await run(
      (kind) => async () => {
        if (kind === 'test.0') {
          for (let job = 1; job < 20; job += 1) await outbox.enqueue(`test.${job}`, {}, `key-${job}`);
          await long;
        }
        if (kind === 'test.19') finish();
      },
      { patienceMs: 1 },
    );
    expect(result).toEqual({ claimed: 20, done: 20, failed: 0 });
  });

  it('never has more than five jobs at work', async () => {
    await queue(20);
    let atWork = 0;
    let most = 0;
    const job: RunJob = async () => {
      most = Math.max(most, (atWork += 1));
      await new Promise((resolve) => setTimeout(resolve, 5));
      atWork -= 1;
    };
    expect(await run(() => job, { patienceMs: 1 })).toEqual({ claimed: 20, done: 20, failed: 0 });
    expect(most).toBe(5);
  });

  it.each([
    [new PermanentError('no such thing'), 'dead'],
    [new VendorError('credly', 'status', 422, 'refused'), 'dead'],
    [new HttpError(404, 'certificate_not_found', 'Gone.'), 'dead'],
    [new VendorError('credly', 'status', 503, ''), 'waiting'],
    [new VendorError('credly', 'status', 401, ''), 'waiting'],
    [new VendorError('credly', 'invalid_answer', 200, ''), 'waiting'],
    [new HttpError(503, 'database_unavailable', 'Down.'), 'waiting'],
    [new TypeError('a fault of ours'), 'waiting'],
  ])('knows what is worth another try: %s', async (error, state) => {
    await queue(1);
    await run(() => async () => {
      throw error;
    });
    expect(states()).toEqual([state]);
  });

  it('ends an unknown kind as dead instead of trying it for ever', async () => {
    await queue(1);
    await run((kind) => {
      throw new PermanentError(`unknown kind ${kind}`);
    });
    expect(outbox.jobs[0]).toMatchObject({ state: 'dead', error: 'PermanentError: unknown kind test.0' });
  });

  it('claims no more once its time is up', async () => {
    await queue(20);
    const slow: RunJob = () => new Promise((resolve) => setTimeout(resolve, 30));
    expect(await run(() => slow, { budgetMs: 20 })).toEqual({ claimed: 5, done: 5, failed: 0 });
  });

  it('keeps addresses and keys out of the log and of the stored error', async () => {
    await queue(1);
    await run(() => async () => {
      throw new Error('asha@example.com was refused with Bearer SG.abc');
    });
    expect(spy.text() + String(outbox.jobs[0]?.error)).not.toMatch(/asha@|SG\.abc/);
  });

  it('runs for the secret key only', async () => {
    await queue(1);
    const handler = createWorkerHandler({
      secretKeys: [secretKey],
      outbox,
      dispatch: () => async () => undefined,
      log: spy.log,
    });
    expect((await handler(post({}, { apikey: 'sb_publishable_test' }))).status).toBe(401);
    expect((await handler(post({}, { authorization: `Bearer ${secretKey}` }))).status).toBe(401);
    expect(states()).toEqual(['pending']);
  });
});
