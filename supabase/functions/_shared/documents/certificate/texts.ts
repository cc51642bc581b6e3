/** Every word that a certificate prints, in one place for translation. */
export const certificateTexts = {
  title: 'Certificate of Achievement',
  presented: 'This is to certify that',
  passed: 'has completed the programme and passed the proctored examination in',
  score: (score: string) => `with a score of ${score} %`,
  issued: 'Issued on',
  validUntil: 'Valid until',
  noExpiry: 'Does not expire',
  number: 'Certificate no.',
  verify: 'Scan to verify',
  sealTop: 'VERIFIED',
};

/** Dates are those of India, where the certificate is issued. */
export function formatDate(instant: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Asia/Kolkata',
  }).format(new Date(instant));
}

/** 86.5 → "86.5", 90 → "90". */
export function formatScore(score: number): string {
  return String(Math.round(score * 10) / 10);
}
