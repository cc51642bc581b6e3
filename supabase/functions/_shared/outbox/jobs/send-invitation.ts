import { z } from 'zod';
import type { InvitationKind } from '../../contracts/accept-invite.ts';
import type { InvitationStore } from '../../db/invitations.ts';
import { createToken, hashToken } from '../../invitations/token.ts';
import type { EmailPort } from '../../vendors/email/port.ts';
import { parsePayload, PermanentError, type RunJob } from '../job.ts';
import { oneLine } from '../mails/escape.ts';
import { invitationMail } from '../mails/invitation-mails.ts';
import { renderHtml, renderText } from '../mails/layout.ts';

export type SendInvitationDeps = {
  invitations: Pick<InvitationStore, 'begin' | 'markSent' | 'getProductName'>;
  email: EmailPort;
  appUrl: string;
};

const subject = {
  student: z.object({ student_id: z.uuid() }).transform(({ student_id }) => student_id),
  manager: z.object({ invitation_id: z.uuid() }).transform(({ invitation_id }) => invitation_id),
  staff: z.object({ invitation_id: z.uuid() }).transform(({ invitation_id }) => invitation_id),
};

/**
 * The token is made here and only its hash is kept, so every try sends a new one and the link of the try before opens nothing.
 * Whoever got both mails is told to use the newest.
 */
export function createSendInvitation(kind: InvitationKind, deps: SendInvitationDeps): RunJob {
  return async ({ id, payload }) => {
    const subjectId = parsePayload(payload, subject[kind]);
    const token = createToken();
    const invitation = await deps.invitations.begin(kind, subjectId, await hashToken(token));
    if (!invitation) throw new PermanentError(`no such ${kind}`);
    // Removed, withdrawn or joined while the mail waited.
    if (!invitation.still_wanted) return;
    const content = invitationMail(kind, {
      invitation,
      productName: await deps.invitations.getProductName(),
      url: `${deps.appUrl}/accept-invite?invite=${token}`,
      now: new Date(),
    });
    await deps.email.send({
      to: { email: invitation.email, name: oneLine(invitation.full_name) },
      subject: oneLine(content.subject),
      text: renderText(content),
      html: renderHtml(content),
      attachments: [],
      outboxId: id,
    });
    await deps.invitations.markSent(kind, subjectId);
  };
}
