import { z } from 'zod';

const messageSchema = z.object({
  id: z.string(),
  to: z.array(z.object({ email: z.string() })),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  attachments: z.array(z.object({ filename: z.string(), type: z.string(), size: z.number(), url: z.string() })),
});
export type Mail = z.infer<typeof messageSchema>;

/** Reads what the mailbox of the stack has received. */
export class Mailbox {
  readonly #url: string;
  constructor(url: string) {
    this.#url = url;
  }

  async messagesTo(email: string): Promise<Mail[]> {
    const response = await fetch(`${this.#url}/api/messages?to=${encodeURIComponent(email)}`);
    return z.array(messageSchema).parse(await response.json());
  }

  /** The newest mail to this person whose subject fits; waits for it, 30 seconds at most. */
  async waitFor(email: string, subject: RegExp): Promise<Mail> {
    const deadline = Date.now() + 30_000;
    let subjects: string[] = [];
    while (Date.now() < deadline) {
      const messages = await this.messagesTo(email);
      const found = messages.find((message) => subject.test(message.subject));
      if (found) return found;
      subjects = messages.map((message) => message.subject);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    throw new Error(`No mail to ${email} with a subject like ${subject}; there are: ${subjects.join(' | ') || 'none'}`);
  }

  /** The six-digit code in the newest fitting mail. */
  async waitForCode(email: string): Promise<string> {
    const mail = await this.waitFor(email, /code|confirm/i);
    const code = /\b\d{6}\b/.exec(mail.text)?.[0];
    if (!code) throw new Error('The mail has no six-digit code.');
    return code;
  }
}
