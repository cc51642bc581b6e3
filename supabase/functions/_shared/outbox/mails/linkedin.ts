export type LinkedInCertificate = {
  name: string;
  organization: string;
  issuedAt: string;
  expiresAt: string | null;
  url: string;
  number: string;
};

/** LinkedIn's form for a certificate, filled in. Months are counted from 1 and not padded. */
export function addToProfileUrl(certificate: LinkedInCertificate): string {
  const issued = new Date(certificate.issuedAt);
  const expires = certificate.expiresAt ? new Date(certificate.expiresAt) : null;
  const query = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name: certificate.name,
    organizationName: certificate.organization,
    issueYear: String(issued.getUTCFullYear()),
    issueMonth: String(issued.getUTCMonth() + 1),
    ...(expires && {
      expirationYear: String(expires.getUTCFullYear()),
      expirationMonth: String(expires.getUTCMonth() + 1),
    }),
    certUrl: certificate.url,
    certId: certificate.number,
  });
  return `https://www.linkedin.com/profile/add?${query}`;
}

export function shareUrl(url: string): string {
  return `https://www.linkedin.com/sharing/share-offsite/?${new URLSearchParams({ url })}`;
}
