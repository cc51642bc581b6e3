const encoder = new TextEncoder();

export function toHex(bytes: ArrayBuffer | Uint8Array): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Raw HMAC-SHA256 by WebCrypto, the same in Deno and Node. */
export async function hmacSha256(key: string | Uint8Array<ArrayBuffer>, message: string | Uint8Array<ArrayBuffer>) {
  const keyBytes = typeof key === 'string' ? encoder.encode(key) : key;
  const data = typeof message === 'string' ? encoder.encode(message) : message;
  const cryptoKey = await crypto.subtle.importKey('raw', keyBytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', cryptoKey, data));
}

export async function hmacSha256Hex(key: string, message: string | Uint8Array<ArrayBuffer>): Promise<string> {
  return toHex(await hmacSha256(key, message));
}

export async function sha256Hex(message: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const data = typeof message === 'string' ? encoder.encode(message) : message;
  return toHex(await crypto.subtle.digest('SHA-256', data));
}
