import { Buffer } from 'node:buffer';
import { z } from 'zod';
import { equalInConstantTime } from './constant-time.ts';
import { hmacSha256, toHex } from './hmac.ts';

export type Tickets<Claims> = {
  issue: (claims: Claims) => Promise<string>;
  /** Null: not ours, changed on the way, or over. */
  read: (ticket: string) => Promise<Claims | null>;
};

/**
 * What a link may carry for a short while in place of a sign-in, since a browser's own download sends no header. Signed with
 * a key of its own for each purpose, so that a ticket opens one door only. It proves who asked, not what they may do: rights
 * are read anew.
 */
export function createTickets<Claims extends Record<string, unknown>>(options: {
  secretKey: string;
  purpose: string;
  schema: z.ZodType<Claims>;
  seconds: number;
  now?: () => number;
}): Tickets<Claims> {
  const { secretKey, purpose, schema, seconds, now = Date.now } = options;
  const sign = async (body: string) => toHex(await hmacSha256(await hmacSha256(secretKey, purpose), body));
  return {
    async issue(claims) {
      const body = Buffer.from(JSON.stringify({ exp: now() + seconds * 1000, claims })).toString('base64url');
      return `${body}.${await sign(body)}`;
    },
    async read(ticket) {
      const [body = '', signature = '', ...more] = ticket.split('.');
      if (more.length > 0 || !equalInConstantTime(signature, await sign(body))) return null;
      const content = z
        .object({ exp: z.number(), claims: schema })
        .safeParse(JSON.parse(Buffer.from(body, 'base64url').toString()));
      return content.success && content.data.exp > now() ? content.data.claims : null;
    },
  };
}
