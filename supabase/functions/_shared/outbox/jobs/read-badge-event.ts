import { z } from 'zod';
import type { CertificateStore } from '../../db/certificates.ts';
import type { CredlyPort } from '../../vendors/credly/port.ts';
import { parsePayload, type RunJob } from '../job.ts';

export type ReadBadgeEventDeps = {
  certificates: Pick<CertificateStore, 'getCertificate' | 'findIdByBadge' | 'attachBadge'>;
  credly: Pick<CredlyPort, 'readEvent' | 'getBadge'>;
};

/** The badge as it is now is what counts, not the state that the event tells of: events come in any order. */
export function createReadBadgeEvent(deps: ReadBadgeEventDeps): RunJob {
  return async ({ payload }) => {
    const { event_id } = parsePayload(payload, z.object({ event_id: z.string().min(1) }));
    const event = await deps.credly.readEvent(event_id);
    // Anybody can send a hint: one about nothing is no error.
    if (!event?.badgeId) return;
    const badge = await deps.credly.getBadge(event.badgeId);
    if (!badge) return;
    const certificateId =
      (await deps.certificates.findIdByBadge(badge.id)) ?? (await ownedBy(deps, badge.issuerEarnerId));
    if (certificateId) await deps.certificates.attachBadge(certificateId, badge);
  };
}

/** The event was faster than our own note of the badge. A certificate with another badge is left alone. */
async function ownedBy(deps: ReadBadgeEventDeps, issuerEarnerId: string | null): Promise<string | null> {
  const id = z.uuid().safeParse(issuerEarnerId).data;
  const certificate = id ? await deps.certificates.getCertificate(id) : null;
  return certificate && !certificate.credly_badge_id ? certificate.id : null;
}
