import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startCredlySandbox } from '../../../../../tools/sandbox/credly/server.ts';
import { client, eventually, startReceiver } from '../../../../../tools/sandbox/shared/testing.ts';
import { createCredlyClient } from './client.ts';
import { splitName, toCredlyTime } from './dates.ts';

const credentials = { CREDLY_TOKEN: 'token-1', CREDLY_ORGANIZATION_ID: 'org-1' };
let sandbox: Awaited<ReturnType<typeof startCredlySandbox>>;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let site: ReturnType<typeof client>;
let credly: ReturnType<typeof createCredlyClient>;

beforeAll(async () => {
  receiver = await startReceiver();
  sandbox = await startCredlySandbox({
    port: 0,
    token: credentials.CREDLY_TOKEN,
    organizationId: credentials.CREDLY_ORGANIZATION_ID,
    webhookUrl: receiver.url,
  });
  site = client(sandbox.url);
  credly = createCredlyClient({ ...credentials, CREDLY_API_URL: `${sandbox.url}/v1`, VENDOR_TIMEOUT_MS: 400 });
});
beforeEach(() => site.post('/_control/faults', { mode: 'none' }));
afterAll(async () => {
  await sandbox.close();
  await receiver.close();
});

const badge = (issuerEarnerId: string) => ({
  templateId: 'template-1',
  issuerEarnerId,
  email: `${issuerEarnerId}@example.com`,
  fullName: 'Priya Anand Sharma',
  issuedAt: '2026-04-01T04:11:00Z',
  expiresAt: '2028-04-01T04:11:00Z',
  locale: 'en',
  evidence: { name: 'Certificate', url: 'https://certify.example.com/verify/AIR-1' },
});

describe('the client, against the sandbox', () => {
  it('issues, and says null when the person has the badge; it can be found by our id', async () => {
    expect(await credly.findBadge('c-1')).toBeNull();
    const issued = await credly.issueBadge(badge('c-1'));
    expect(issued).toMatchObject({ state: 'pending', issuerEarnerId: 'c-1' });
    expect(issued?.url).toMatch(/accept$/);
    expect(await credly.issueBadge(badge('c-1'))).toBeNull();
    expect(await credly.findBadge('c-1')).toEqual(issued);
  });

  it('revokes, and revoking again or what is gone is no error', async () => {
    const issued = await credly.issueBadge(badge('c-2'));
    const id = issued?.id ?? '';
    await credly.revokeBadge(id, 'Issued in error');
    await credly.revokeBadge(id, 'Issued in error');
    await credly.revokeBadge('00000000-0000-4000-8000-000000000000', 'Gone');
    expect(await credly.getBadge(id)).toMatchObject({ state: 'revoked' });
    expect(await credly.findBadge('c-2')).toBeNull();
  });

  it('replaces for a renewal', async () => {
    const old = await credly.issueBadge(badge('c-3'));
    const renewed = await credly.replaceBadge(old?.id ?? '', { ...badge('c-3'), expiresAt: '2030-04-01T04:11:00Z' });
    expect(renewed.id).not.toBe(old?.id);
    expect((await credly.findBadge('c-3'))?.id).toBe(renewed.id);
  });

  it('reads the event that a webhook hints at, and knows when there is none', async () => {
    const issued = await credly.issueBadge(badge('c-4'));
    const hook = await eventually(() => receiver.received.at(-1));
    const hint = await eventually(async () => {
      const event = await credly.readEvent(JSON.parse(hook.body).id);
      return event ?? false;
    });
    expect(hint).toMatchObject({ type: 'badge.created' });
    expect(issued).not.toBeNull();
    expect(await credly.readEvent('00000000-0000-4000-8000-000000000000')).toBeNull();
    expect(await credly.getBadge('00000000-0000-4000-8000-000000000000')).toBeNull();
  });

  it('names the wrong field when Credly refuses', async () => {
    await expect(credly.issueBadge({ ...badge('c-5'), email: 'nobody' })).rejects.toMatchObject({
      status: 422,
      transient: false,
      detail: expect.stringContaining('recipient_email'),
    });
  });

  it.each([
    [{ mode: 'slow', ms: 3000 }, 'timeout'],
    [{ mode: 'error500' }, 'status'],
    [{ mode: 'cut' }, 'network'],
    [{ mode: 'wrong_json' }, 'invalid_answer'],
  ])('survives %j as a transient %s', async (fault, failure) => {
    await site.post('/_control/faults', { ...fault, times: 1 });
    await expect(credly.findBadge('c-1')).rejects.toMatchObject({ failure, transient: true });
  });

  it('takes effect once although the answer to the first try was lost', async () => {
    await site.post('/_control/faults', { mode: 'cut', times: 1 });
    await expect(credly.issueBadge(badge('c-6'))).rejects.toMatchObject({ failure: 'network' });
    expect(await credly.findBadge('c-6')).not.toBeNull();
  });
});

it("writes Credly's own time and two names", () => {
  expect(toCredlyTime('2026-04-01T09:41:00+05:30')).toBe('2026-04-01 04:11:00 +0000');
  expect(splitName('Priya Anand Sharma')).toEqual({ first: 'Priya Anand', last: 'Sharma' });
  expect(splitName(' Prince ')).toEqual({ first: 'Prince', last: 'Prince' });
});
