export type Attachment = { filename: string; type: string; content: Uint8Array };

/** Shown with the address of EMAIL_FROM; empty: its own name, and answers go to it. */
export type Sender = { name: string; replyTo: string };

export type Mail = {
  to: { email: string; name: string };
  subject: string;
  text: string;
  html: string;
  attachments: Attachment[];
  /** The outbox's id of this mail: the provider has no idempotency key, so it travels along to be found. */
  outboxId: string;
  sender?: Sender;
};

/** Resolves once the provider has taken the mail. Throws VendorError. */
export type EmailPort = { send(mail: Mail): Promise<void> };
