import { equalInConstantTime } from '../../http/constant-time.ts';
import { hmacSha256Hex } from '../../http/hmac.ts';

export type TalviewProof = { token: string; signature: string | null; rawBody: Uint8Array<ArrayBuffer> };

/**
 * The address of the callback holds a token that cannot be guessed. Where a shared secret is agreed too, an HMAC
 * (hex SHA-256 of the raw body) must be there and right. Either way the result is re-read before it counts.
 */
export async function isTalviewCallback(
  expected: { token: string; secret?: string | undefined },
  proof: TalviewProof,
): Promise<boolean> {
  const tokenHolds = equalInConstantTime(expected.token, proof.token);
  if (!expected.secret) return tokenHolds;
  const signature = await hmacSha256Hex(expected.secret, proof.rawBody);
  return equalInConstantTime(signature, (proof.signature ?? '').toLowerCase()) && tokenHolds;
}
