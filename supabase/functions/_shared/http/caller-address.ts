import { sha256Hex } from './hmac.ts';

/**
 * Where the call comes from, as a hash for counting; the same for all where nothing tells. The proxy's own header comes first: a
 * caller can write anything into the other. The database hashes addresses in the same way (`private.caller_address`).
 */
export async function hashCallerAddress(request: Request): Promise<string> {
  const forwarded = request.headers.get('x-forwarded-for')?.split(',')[0]?.trim();
  const address = request.headers.get('cf-connecting-ip') ?? forwarded ?? '';
  return (await sha256Hex(address)).slice(0, 32);
}
