import { hmacSha256, sha256Hex, toHex } from '../../http/hmac.ts';

export type SigningKey = { accessKeyId: string; secretAccessKey: string; region: string; service: string };

/** Each part of the scope is signed with the key so far. */
export async function deriveSigningKey(secret: string, scope: readonly string[]) {
  let key = new TextEncoder().encode(`AWS4${secret}`);
  for (const part of scope) key = await hmacSha256(key, part);
  return key;
}

/** AWS Signature Version 4 for a POST without a query, by WebCrypto. Returns the headers to send. */
export async function signPost(key: SigningKey, url: URL, body: string, now: Date): Promise<Record<string, string>> {
  const time = `${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  const day = time.slice(0, 8);
  const scope = `${day}/${key.region}/${key.service}/aws4_request`;
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    host: url.host,
    'x-amz-content-sha256': await sha256Hex(body),
    'x-amz-date': time,
  };
  const names = Object.keys(headers).sort();
  const canonical = [
    'POST',
    // Each segment is encoded once more than it stands in the address; `/v2/email/outbound-emails` has nothing to encode.
    url.pathname,
    '',
    ...names.map((name) => `${name}:${headers[name]}`),
    '',
    names.join(';'),
    headers['x-amz-content-sha256'],
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', time, scope, await sha256Hex(canonical)].join('\n');

  const signing = await deriveSigningKey(key.secretAccessKey, [day, key.region, key.service, 'aws4_request']);
  const signature = toHex(await hmacSha256(signing, toSign));

  const { host: _host, ...sent } = headers;
  return {
    ...sent,
    authorization: `AWS4-HMAC-SHA256 Credential=${key.accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
  };
}
