import { z } from 'zod';
import type { Certificate, CertificateStore } from '../../db/certificates.ts';
import type { Badge, CredlyPort, IssueBadge } from '../../vendors/credly/port.ts';
import { parsePayload, PermanentError, type RunJob } from '../job.ts';

export type IssueBadgeDeps = {
  certificates: Pick<CertificateStore, 'getCertificate' | 'attachBadge'>;
  credly: Pick<CredlyPort, 'findBadge' | 'issueBadge' | 'replaceBadge' | 'getBadge'>;
  appUrl: string;
};

/** Credly has no idempotency key: what an earlier run made is looked for before anything is issued. */
export function createIssueBadge(deps: IssueBadgeDeps): RunJob {
  return async ({ payload }) => {
    const { certificate_id } = parsePayload(payload, z.object({ certificate_id: z.uuid() }));
    const certificate = await deps.certificates.getCertificate(certificate_id);
    if (!certificate) throw new PermanentError('certificate not found');
    const templateId = certificate.track.credly_template_id;
    if (certificate.status !== 'issued' || certificate.credly_badge_id || !templateId) return;
    if (!certificate.email) throw new PermanentError('the holder has no address');

    const wanted: IssueBadge = {
      templateId,
      issuerEarnerId: certificate.id,
      email: certificate.email,
      fullName: certificate.holder_name,
      issuedAt: certificate.issued_at,
      expiresAt: certificate.expires_at,
      locale: certificate.locale,
      evidence: { name: `Certificate ${certificate.number}`, url: `${deps.appUrl}${certificate.verify_path}` },
    };
    const badge =
      (await deps.credly.findBadge(certificate.id)) ??
      (await renewBadge(deps, certificate, wanted)) ??
      (await deps.credly.issueBadge(wanted)) ??
      (await deps.credly.findBadge(certificate.id));
    if (!badge) throw new PermanentError('Credly says that the holder has this badge, but not from this certificate');
    await deps.certificates.attachBadge(certificate.id, badge);
  };
}

/** A renewal replaces the badge of the certificate it supersedes. Null when there is none to replace. */
async function renewBadge(deps: IssueBadgeDeps, certificate: Certificate, wanted: IssueBadge): Promise<Badge | null> {
  if (!certificate.supersedes) return null;
  const previous = await deps.certificates.getCertificate(certificate.supersedes);
  if (!previous?.credly_badge_id) return null;
  const old = await deps.credly.getBadge(previous.credly_badge_id);
  if (!old?.issuerEarnerId) return null;
  // A replacement keeps the id it is found by, so a live badge with another id is one an earlier run made.
  const live = await deps.credly.findBadge(old.issuerEarnerId);
  if (!live) return null;
  return live.id === old.id ? await deps.credly.replaceBadge(old.id, wanted) : live;
}
