export type SharedCertificate = {
  number: string;
  trackName: string;
  issuer: string;
  /** ISO 8601. */
  issuedAt: string;
  expiresAt: string | null;
  /** Absolute address of the public verification page. */
  verifyUrl: string;
};

/** Adds the certificate to a LinkedIn profile. Months are 1–12 without leading zero, taken in UTC. */
export function addToProfileUrl(certificate: SharedCertificate): string {
  const issued = new Date(certificate.issuedAt);
  const url = new URL('https://www.linkedin.com/profile/add');
  url.searchParams.set('startTask', 'CERTIFICATION_NAME');
  url.searchParams.set('name', certificate.trackName);
  url.searchParams.set('organizationName', certificate.issuer);
  url.searchParams.set('issueYear', String(issued.getUTCFullYear()));
  url.searchParams.set('issueMonth', String(issued.getUTCMonth() + 1));
  if (certificate.expiresAt !== null) {
    const expires = new Date(certificate.expiresAt);
    url.searchParams.set('expirationYear', String(expires.getUTCFullYear()));
    url.searchParams.set('expirationMonth', String(expires.getUTCMonth() + 1));
  }
  url.searchParams.set('certUrl', certificate.verifyUrl);
  url.searchParams.set('certId', certificate.number);
  return url.href;
}

/** Shares the verification page; LinkedIn reads its preview from that page. */
export function shareUrl(verifyUrl: string): string {
  const url = new URL('https://www.linkedin.com/sharing/share-offsite/');
  url.searchParams.set('url', verifyUrl);
  return url.href;
}
