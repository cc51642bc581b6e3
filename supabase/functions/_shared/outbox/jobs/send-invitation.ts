import { z } from 'zod';
import type { InvitationKind } from '../../contracts/accept-invite.ts';
import type { InvitationStore } from '../../db/invitations.ts';
import { createToken, hashToken } from '../../invitations/token.ts';
import type { MailStore } from '../../db/mails.ts';
import type { EmailPort } from '../../vendors/email/port.ts';
import { parsePayload, PermanentError, type RunJob } from '../job.ts';
import { oneLine } from '../mails/escape.ts';
import { invitationMail } from '../mails/invitation-mails.ts';
import { renderHtml, renderText } from '../mails/layout.ts';
import { withOwnWords } from '../mails/own-words.ts';

export type SendInvitationDeps = {
  invitations: Pick<InvitationStore, 'begin' | 'markSent' | 'getProductName'>;
  mails: Pick<MailStore, 'getWords' | 'getSender'>;
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
    const template = `${kind}_invitation` as const;
    const [productName, words, sender] = await Promise.all([
      deps.invitations.getProductName(),
      deps.mails.getWords(template),
      deps.mails.getSender(),
    ]);
    const builtIn = invitationMail(kind, {
      invitation,
      productName,
      url: `${deps.appUrl}/accept-invite?invite=${token}`,
      now: new Date(),
    });
    const content = withOwnWords(template, builtIn, words, {
      to: { name: invitation.full_name },
      product_name: productName,
      institution_name: invitation.institution_name,
    });
    await deps.email.send({
      to: { email: invitation.email, name: oneLine(invitation.full_name) },
      subject: oneLine(content.subject),
      text: renderText(content),
      html: renderHtml(content),
      attachments: [],
      outboxId: id,
      sender,
    });
    await deps.invitations.markSent(kind, subjectId);
  };
}
