export type CertificateStatus = 'issued' | 'revoked' | 'superseded';
export type Validity = 'valid' | 'renewable' | 'expired' | 'revoked' | 'superseded';

const dayMs = 86_400_000;

type Certificate = { status: CertificateStatus; expires_at: string | null };

/** `renewable`: still valid, and within `windowDays` of its expiry. A certificate without expiry stays valid. */
export function validityOf(certificate: Certificate, now: number, windowDays: number): Validity {
  if (certificate.status !== 'issued') return certificate.status;
  if (certificate.expires_at === null) return 'valid';
  const left = Date.parse(certificate.expires_at) - now;
  if (left <= 0) return 'expired';
  return left <= windowDays * dayMs ? 'renewable' : 'valid';
}

/** Whole days until expiry, a started day counts; 0 once expired; null without expiry. */
export function daysLeft(expiresAt: string | null, now: number): number | null {
  return expiresAt === null ? null : Math.max(0, Math.ceil((Date.parse(expiresAt) - now) / dayMs));
}
