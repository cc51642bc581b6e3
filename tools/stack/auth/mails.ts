import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../../db/supabase-cli.ts';
import type { ApiConfig } from '../api/config.ts';
import { AuthError } from './errors.ts';
import type { OneTimeCode, VerifyType } from './one-time-codes.ts';

export type MailKind = 'confirmation' | 'recovery' | 'invite' | 'magic_link';

const typeOf: Record<MailKind, VerifyType> = {
  confirmation: 'signup',
  recovery: 'recovery',
  invite: 'invite',
  magic_link: 'magiclink',
};

/** Sends the mails of supabase/templates, the ones that a hosted project sends, through the SendGrid endpoint of the mailbox. */
export function authMailer(config: ApiConfig) {
  return async (kind: MailKind, to: string, code: OneTimeCode, redirectTo: string): Promise<void> => {
    const values = {
      Token: code.code,
      TokenHash: code.hash,
      ConfirmationURL: confirmationUrl(config, typeOf[kind], code, redirectTo),
      SiteURL: config.appUrl,
      Email: to,
    };
    const { subject, html } = templateOf(kind);
    const from = /^(.*)<(.+)>$/.exec(config.mail.from);
    const text = `Your code: ${code.code}\n\nOr open this address: ${values.ConfirmationURL}\n`;
    const response = await fetch(`${config.mail.url}/v3/mail/send`, {
      method: 'POST',
      signal: AbortSignal.timeout(8000),
      headers: { authorization: `Bearer ${config.mail.apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        personalizations: [{ to: [{ email: to }], custom_args: { kind: `auth.${kind}` } }],
        from: from ? { name: from[1]?.trim(), email: from[2] } : { email: config.mail.from },
        subject: fill(subject, values, false),
        content: [
          { type: 'text/plain', value: text },
          { type: 'text/html', value: fill(html, values, true) },
        ],
      }),
    }).catch(() => null);
    if (!response?.ok) throw new AuthError(500, 'unexpected_failure', `Error sending ${kind} email`);
  };
}

export function confirmationUrl(config: ApiConfig, type: VerifyType, code: OneTimeCode, redirectTo: string): string {
  const query = new URLSearchParams({ token: code.hash, type, redirect_to: redirectTo });
  return `${config.apiUrl}/auth/v1/verify?${query}`;
}

function templateOf(kind: MailKind): { subject: string; html: string } {
  const settings = readFileSync(join(projectDir, 'supabase/config.toml'), 'utf8');
  const section = settings.split(`[auth.email.template.${kind}]`)[1] ?? '';
  return {
    subject: /^subject = "(.*)"$/m.exec(section)?.[1] ?? kind,
    html: readFileSync(join(projectDir, 'supabase/templates', `${kind}.html`), 'utf8'),
  };
}

function fill(text: string, values: Record<string, string>, escape: boolean): string {
  return text.replace(/\{\{ \.(\w+) \}\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    return escape ? value.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`) : value;
  });
}
