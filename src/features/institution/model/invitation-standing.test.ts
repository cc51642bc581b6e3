import { expect, it } from 'vitest';
import { invitationStanding } from './invitation-standing';

const now = Date.parse('2026-12-01T10:00:00Z');

it.each([
  [null, null, 'queued'],
  [null, '2026-12-31T10:00:00Z', 'queued'],
  ['2026-12-01T09:00:00Z', '2026-12-31T10:00:00Z', 'waiting'],
  ['2026-11-01T09:00:00Z', '2026-12-01T10:00:00Z', 'expired'],
])('of one sent %s and valid until %s is %s', (sent_at, expires_at, standing) => {
  expect(invitationStanding({ sent_at, expires_at }, now)).toBe(standing);
});
