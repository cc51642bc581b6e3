import { equalInConstantTime, equalsOneOf } from '../../http/constant-time.ts';
import { hmacSha256Hex } from '../../http/hmac.ts';

/** Checkout's proof: HMAC over order and payment id. The order id is the one we stored, never the one the browser sent. */
export async function isCheckoutSignature(
  keySecret: string,
  orderId: string,
  paymentId: string,
  signature: string,
): Promise<boolean> {
  return equalInConstantTime(await hmacSha256Hex(keySecret, `${orderId}|${paymentId}`), signature.toLowerCase());
}

/** After a rotation old events are still signed with the old secret, so more than one is accepted. */
export async function isWebhookSignature(
  secrets: readonly string[],
  rawBody: Uint8Array<ArrayBuffer>,
  signature: string,
): Promise<boolean> {
  const expected = await Promise.all(secrets.filter(Boolean).map((secret) => hmacSha256Hex(secret, rawBody)));
  return equalsOneOf(signature.toLowerCase(), expected);
}
