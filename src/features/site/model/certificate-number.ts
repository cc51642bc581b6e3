/**
 * What a person types or scans: spaces around and between groups are forgiven, case too, and a whole verify address gives its
 * last part. Null when it cannot be a number.
 */
export function readCertificateNumber(input: string): string | null {
  const last = /\/verify\/([^/?#]+)/.exec(input)?.[1];
  const number = (last === undefined ? input : safeDecode(last)).replace(/\s+/g, '').toUpperCase();
  return /^[A-Z0-9](?:[A-Z0-9-]{4,38})[A-Z0-9]$/.test(number) ? number : null;
}

function safeDecode(text: string) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
