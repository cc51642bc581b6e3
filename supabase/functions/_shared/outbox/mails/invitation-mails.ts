import type { InvitationKind } from '../../contracts/accept-invite.ts';
import type { BegunInvitation } from '../../db/invitations.ts';
import { formatDay } from './formats.ts';
import type { MailContent } from './layout.ts';
import { mailTexts } from './texts.ts';

export type InvitationMail = {
  invitation: BegunInvitation;
  productName: string;
  /** Holds the token: it goes into the mail and nowhere else. */
  url: string;
  now: Date;
};

const writers: Record<InvitationKind, (mail: InvitationMail) => MailContent> = {
  student: studentInvitation,
  manager: managerInvitation,
  staff: staffInvitation,
};

export const invitationMail = (kind: InvitationKind, mail: InvitationMail): MailContent => writers[kind](mail);

function studentInvitation(mail: InvitationMail): MailContent {
  const texts = mailTexts.studentInvitation;
  const { institution_name, tracks, has_account } = mail.invitation;
  return {
    ...common(mail),
    subject: texts.subject(institution_name),
    preview: texts.preview,
    paragraphs: [texts.intro(institution_name, mail.productName)],
    facts: [
      ...tracks.map(({ name }) => ({ label: texts.track, value: name, strong: true })),
      { label: texts.valid, value: formatDay(mail.invitation.expires_at) },
    ],
    after: [has_account ? texts.nextWithAccount : texts.next, texts.once(daysLeft(mail))],
    button: { label: texts.button, url: mail.url },
    reason: texts.reason(institution_name),
  };
}

function managerInvitation(mail: InvitationMail): MailContent {
  const texts = mailTexts.managerInvitation;
  const { institution_name, inviter_name, has_account } = mail.invitation;
  return {
    ...common(mail),
    subject: texts.subject(institution_name),
    preview: texts.preview,
    paragraphs: [texts.intro(inviter_name, institution_name, mail.productName), texts.can],
    facts: [{ label: texts.valid, value: formatDay(mail.invitation.expires_at) }],
    after: [has_account ? texts.nextWithAccount : texts.next, texts.once(daysLeft(mail))],
    button: { label: texts.button, url: mail.url },
    reason: texts.reason(institution_name),
  };
}

function staffInvitation(mail: InvitationMail): MailContent {
  const texts = mailTexts.staffInvitation;
  const { inviter_name, has_account } = mail.invitation;
  return {
    ...common(mail),
    subject: texts.subject(mail.productName),
    preview: texts.preview,
    paragraphs: [texts.intro(inviter_name, mail.productName)],
    facts: [{ label: texts.valid, value: formatDay(mail.invitation.expires_at) }],
    after: [has_account ? texts.nextWithAccount : texts.next, texts.once(daysLeft(mail))],
    button: { label: texts.button, url: mail.url },
    reason: texts.reason(mail.productName),
  };
}

const common = ({ invitation, productName }: InvitationMail) => ({
  name: invitation.full_name,
  productName,
  links: [],
});

const daysLeft = ({ invitation, now }: InvitationMail) =>
  Math.round((Date.parse(invitation.expires_at) - now.getTime()) / 86_400_000);
