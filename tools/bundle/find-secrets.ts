import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What must never be in a file that a browser downloads. Names count as well as values: a name shows that the value was asked for. */
const patterns = [
  /sb_secret_[A-Za-z0-9_-]{8,}/,
  /RAZORPAY_KEY_SECRET|RAZORPAY_WEBHOOK_SECRETS|TALVIEW_PASSWORD|TALVIEW_WEBHOOK_|CREDLY_TOKEN|SENDGRID_API_KEY|SUPABASE_SECRET_KEYS/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /postgres(?:ql)?:\/\/[^\s"'`]*:[^\s"'`]*@/,
];

/** The files below `folder` that hold a secret or ask for one. */
export function findSecrets(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const text = readFileSync(file, 'latin1');
      return patterns.some((pattern) => pattern.test(text));
    });
}
