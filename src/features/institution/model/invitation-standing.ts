import type { ManagerInvitation } from '../team-schemas';

export type InvitationStanding = 'queued' | 'waiting' | 'expired';

/** Where an open invitation stands. The browser's clock only words it: the server decides whether the link still opens. */
export function invitationStanding(
  { sent_at, expires_at }: Pick<ManagerInvitation, 'sent_at' | 'expires_at'>,
  now: number,
): InvitationStanding {
  if (sent_at === null || expires_at === null) return 'queued';
  return Date.parse(expires_at) <= now ? 'expired' : 'waiting';
}
