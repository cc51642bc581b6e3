import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTickets } from './ticket.ts';

const schema = z.object({ userId: z.string(), name: z.string().nullable() });
const claims = { userId: 'u1', name: 'प्रिया' };
const clock = { now: 1_800_000_000_000 };
const tickets = (more: Partial<Parameters<typeof createTickets<typeof claims>>[0]> = {}) =>
  createTickets({ secretKey: 'sb_secret_1', purpose: 'door', schema, seconds: 60, now: () => clock.now, ...more });

describe('a ticket', () => {
  it('says what it was issued for, until its time is over', async () => {
    const ticket = await tickets().issue(claims);
    expect(ticket).toMatch(/^[\w-]+\.[0-9a-f]{64}$/);
    expect(await tickets().read(ticket)).toEqual(claims);
    const later = (ms: number) => tickets({ now: () => clock.now + ms });
    expect(await later(59_999).read(ticket)).toEqual(claims);
    expect(await later(60_000).read(ticket)).toBeNull();
  });

  it('opens no other door and none of another service', async () => {
    const ticket = await tickets().issue(claims);
    expect(await tickets({ purpose: 'other door' }).read(ticket)).toBeNull();
    expect(await tickets({ secretKey: 'sb_secret_2' }).read(ticket)).toBeNull();
  });

  it('is worth nothing once a character was changed, and neither is a text that never was one', async () => {
    const ticket = await tickets().issue(claims);
    const [body = '', signature = ''] = ticket.split('.');
    const forged = Buffer.from(JSON.stringify({ exp: clock.now + 1e9, claims })).toString('base64url');
    const wrong = [
      '',
      '.',
      'a.b',
      body,
      `${body}.`,
      `.${signature}`,
      `${forged}.${signature}`,
      `${ticket}.${signature}`,
    ];
    for (const text of wrong) expect(await tickets().read(text), text).toBeNull();
  });

  it('is refused when it says something else than the door asks for', async () => {
    const other = createTickets({
      secretKey: 'sb_secret_1',
      purpose: 'door',
      schema: z.object({ id: z.number() }),
      seconds: 60,
    });
    expect(await tickets().read(await other.issue({ id: 1 }))).toBeNull();
  });
});
