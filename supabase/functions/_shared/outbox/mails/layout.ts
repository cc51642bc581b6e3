import { escapeHtml } from './escape.ts';
import { mailTexts as texts } from './texts.ts';

/** What a mail says, before it is HTML or text. Everything here is plain text. */
export type MailContent = {
  subject: string;
  preview: string;
  name: string;
  productName: string;
  paragraphs: string[];
  /** Label and value; the last one of a bill is strong. */
  facts: { label: string; value: string; strong?: boolean }[];
  after: string[];
  button: { label: string; url: string } | null;
  links: { label: string; url: string }[];
  /** Why the mail came, for who has no account here; said of the account otherwise. */
  reason?: string;
};

const font = "font-family:'Segoe UI',Roboto,Helvetica,Arial,'Noto Sans',sans-serif";

const paragraph = (text: string) => `<p style="margin:0 0 16px;line-height:1.6">${escapeHtml(text)}</p>`;

function factTable(facts: MailContent['facts']): string {
  if (facts.length === 0) return '';
  const rows = facts.map(({ label, value, strong }) => {
    const style = `padding:8px 0;border-top:1px solid #e5e1ec;${strong ? 'font-weight:700' : ''}`;
    return (
      `<tr><td style="${style};color:#5c5873;white-space:nowrap">${escapeHtml(label)}</td>` +
      `<td align="right" style="${style};padding-left:16px">${escapeHtml(value)}</td></tr>`
    );
  });
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:8px 0 24px;font-size:15px">${rows.join('')}</table>`;
}

function buttonBlock(button: MailContent['button']): string {
  if (!button) return '';
  const url = escapeHtml(button.url);
  return (
    `<p style="margin:24px 0"><a href="${url}" style="display:inline-block;background:#5748cf;color:#ffffff;text-decoration:none;` +
    `font-weight:600;padding:12px 24px;border-radius:8px">${escapeHtml(button.label)}</a></p>` +
    `<p style="margin:0 0 16px;font-size:13px;color:#5c5873">${escapeHtml(texts.linkFallback)}<br>` +
    `<a href="${url}" style="color:#4838b5;word-break:break-all">${url}</a></p>`
  );
}

const reasonOf = ({ reason, productName }: MailContent) => reason ?? texts.footer(productName);

const linkList = (links: MailContent['links']) =>
  links
    .map(
      ({ label, url }) =>
        `<p style="margin:0 0 8px"><a href="${escapeHtml(url)}" style="color:#4838b5">${escapeHtml(label)}</a></p>`,
    )
    .join('');

/** Tables and inline styles, no pictures: reads the same in every mail program. */
export function renderHtml(mail: MailContent): string {
  const body = [
    paragraph(texts.greeting(mail.name)),
    ...mail.paragraphs.map(paragraph),
    factTable(mail.facts),
    ...mail.after.map(paragraph),
    buttonBlock(mail.button),
    linkList(mail.links),
    `<p style="margin:24px 0 0;line-height:1.6">${escapeHtml(texts.signOff(mail.productName))}</p>`,
  ].join('\n');
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(mail.subject)}</title></head>
<body style="margin:0;background:#f4f2f7;color:#1b1830;${font};font-size:16px">
<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(mail.preview)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border-radius:12px;overflow:hidden">
<tr><td style="background:#1d1842;padding:20px 32px;color:#ffffff;font-weight:700;font-size:18px">${escapeHtml(mail.productName)}</td></tr>
<tr><td style="padding:32px">
${body}
</td></tr></table>
<p style="margin:16px 0 0;font-size:12px;color:#5c5873">${escapeHtml(reasonOf(mail))}</p>
</td></tr></table>
</body>
</html>`;
}

export function renderText(mail: MailContent): string {
  const blocks = [
    texts.greeting(mail.name),
    ...mail.paragraphs,
    mail.facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    ...mail.after,
    mail.button ? `${mail.button.label}:\n${mail.button.url}` : '',
    mail.links.map(({ label, url }) => `${label}:\n${url}`).join('\n\n'),
    texts.signOff(mail.productName),
    `--\n${reasonOf(mail)}`,
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}
