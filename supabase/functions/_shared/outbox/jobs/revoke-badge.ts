import { z } from 'zod';
import type { CertificateStore } from '../../db/certificates.ts';
import type { CredlyPort } from '../../vendors/credly/port.ts';
import { parsePayload, PermanentError, type RunJob } from '../job.ts';

export type RevokeBadgeDeps = {
  certificates: Pick<CertificateStore, 'getCertificate' | 'attachBadge'>;
  credly: Pick<CredlyPort, 'revokeBadge' | 'getBadge'>;
};

export function createRevokeBadge(deps: RevokeBadgeDeps): RunJob {
  return async ({ payload }) => {
    const { certificate_id } = parsePayload(payload, z.object({ certificate_id: z.uuid() }));
    const certificate = await deps.certificates.getCertificate(certificate_id);
    if (!certificate) throw new PermanentError('certificate not found');
    const badgeId = certificate.credly_badge_id;
    // No badge yet: when one is attached to a revoked certificate the database queues this again.
    if (!badgeId) return;
    await deps.credly.revokeBadge(badgeId, certificate.revoked_reason || 'Certificate revoked');
    const badge = await deps.credly.getBadge(badgeId);
    if (badge) await deps.certificates.attachBadge(certificate.id, badge);
  };
}
