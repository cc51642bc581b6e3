/** What a certificate prints, as it stood at issue. */
export type CertificateData = {
  number: string;
  holderName: string;
  trackName: string;
  /** Per cent; null leaves the line out. */
  score: number | null;
  /** ISO 8601. */
  issuedAt: string;
  expiresAt: string | null;
  verifyUrl: string;
  productName: string;
  signatory: { name: string; title: string } | null;
};
