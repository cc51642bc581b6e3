import type { CertificateContext } from './context.ts';
import { formatDay } from './formats.ts';
import type { MailContent } from './layout.ts';
import { addToProfileUrl, shareUrl } from './linkedin.ts';
import { mailTexts } from './texts.ts';

const common = (context: CertificateContext) => ({
  name: context.to.name ?? '',
  productName: context.product_name,
  facts: [],
  after: [],
});

const verifyUrl = (context: CertificateContext, appUrl: string) => `${appUrl}${context.verify_path}`;

const profileUrl = (context: CertificateContext, appUrl: string) =>
  addToProfileUrl({
    name: context.track_name,
    organization: context.product_name,
    issuedAt: context.issued_at,
    expiresAt: context.expires_at,
    url: verifyUrl(context, appUrl),
    number: context.number,
  });

export function certificateReady(context: CertificateContext, appUrl: string): MailContent {
  const texts = mailTexts.certificateReady;
  const url = verifyUrl(context, appUrl);
  return {
    ...common(context),
    subject: texts.subject(context.track_name),
    preview: texts.preview,
    paragraphs: [texts.intro(context.track_name)],
    facts: [
      { label: texts.number, value: context.number, strong: true },
      { label: texts.issued, value: formatDay(context.issued_at) },
      ...(context.expires_at ? [{ label: texts.valid, value: formatDay(context.expires_at) }] : []),
    ],
    after: [texts.verify],
    button: { label: texts.button, url },
    links: [
      { label: texts.linkedIn, url: profileUrl(context, appUrl) },
      { label: texts.share, url: shareUrl(url) },
    ],
  };
}

export function badgeReady(context: CertificateContext, appUrl: string): MailContent {
  const texts = mailTexts.badgeReady;
  // Credly's address is looked at before it becomes a link.
  const credlyUrl = /^https?:\/\//.test(context.credly_url ?? '') ? context.credly_url : null;
  return {
    ...common(context),
    subject: texts.subject(context.track_name),
    preview: texts.preview,
    paragraphs: [texts.intro(context.track_name), ...(context.credly_state === 'pending' ? [texts.pending] : [])],
    button: { label: texts.button, url: credlyUrl ?? `${appUrl}/dashboard` },
    links: [{ label: texts.linkedIn, url: profileUrl(context, appUrl) }],
  };
}
