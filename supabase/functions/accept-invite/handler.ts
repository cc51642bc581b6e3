import { acceptInviteRequestSchema } from '../_shared/contracts/accept-invite.ts';
import type { LimitRate } from '../_shared/db/rate-limit.ts';
import { parseJson } from '../_shared/http/body.ts';
import { hashCallerAddress } from '../_shared/http/caller-address.ts';
import { HttpError } from '../_shared/http/errors.ts';
import { createHandler, json } from '../_shared/http/handler.ts';
import type { Log } from '../_shared/http/log.ts';
import { hashToken, isToken } from '../_shared/invitations/token.ts';
import { acceptInvitation } from './accept.ts';
import { find, toLookResponse, unknown, type InvitationDeps } from './look.ts';

export type AcceptInviteDeps = InvitationDeps & { limitRate: LimitRate; log?: Log };

/** Open to whoever holds the token of an invitation, which went to one mailbox only. */
export function createAcceptInviteHandler(deps: AcceptInviteDeps) {
  return createHandler({
    name: 'accept-invite',
    auth: { kind: 'none' },
    maxBytes: 8 * 1024,
    ...(deps.log && { log: deps.log }),
    async run({ request, text, note }) {
      // A lecture hall stands behind one address; tokens cannot be guessed, so this only holds floods off.
      await deps.limitRate(`accept-invite:${await hashCallerAddress(request)}`, 1000, 600);
      const body = parseJson(text(), acceptInviteRequestSchema);
      note({ action: body.action });
      if (!isToken(body.token)) throw unknown();
      const tokenHash = await hashToken(body.token);
      // Each acceptance may cost a hash that is slow by intention.
      if (body.action === 'accept') await deps.limitRate(`accept-invite:token:${tokenHash.slice(0, 32)}`, 10, 600);
      const found = await find(deps, tokenHash);
      note({ kind: found.kind, state: found.state, account: found.account });
      if (body.action === 'look') return json(toLookResponse(found));
      return json(
        await acceptInvitation(deps, tokenHash, found, body).catch(async (error: unknown) => {
          if (!(error instanceof HttpError && error.code === 'email_exists')) throw error;
          // Somebody was faster with the same address: their account is judged like any other.
          return await acceptInvitation(deps, tokenHash, await find(deps, tokenHash), body);
        }),
      );
    },
  });
}
