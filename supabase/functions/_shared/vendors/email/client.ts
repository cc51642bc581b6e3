import type { EmailEnv } from '../../http/env.ts';
import type { EmailPort } from './port.ts';
import { createSendgrid } from './sendgrid.ts';
import { createSes } from './ses.ts';
import { createSmtp } from './smtp.ts';

export function createEmailClient(env: EmailEnv, timeoutMs: number): EmailPort {
  const from = env.EMAIL_FROM;
  switch (env.EMAIL_PROVIDER) {
    case 'sendgrid':
      return createSendgrid({ apiUrl: env.SENDGRID_API_URL, apiKey: env.SENDGRID_API_KEY, from, timeoutMs });
    case 'ses':
      return createSes({
        apiUrl: env.SES_API_URL,
        region: env.SES_REGION,
        accessKeyId: env.SES_ACCESS_KEY_ID,
        secretAccessKey: env.SES_SECRET_ACCESS_KEY,
        from,
        timeoutMs,
      });
    case 'smtp':
      return createSmtp({
        host: env.SMTP_HOST,
        port: env.SMTP_PORT,
        user: env.SMTP_USER,
        password: env.SMTP_PASSWORD,
        from,
        timeoutMs,
      });
  }
}
