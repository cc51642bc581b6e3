import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { mailWordsSchema, type MailTemplate, type MailWords } from '../contracts/mail-templates.ts';
import type { Sender } from '../vendors/email/port.ts';
import { callRpc } from './client.ts';

const senderSchema = z
  .object({ sender_name: z.string().default(''), reply_to: z.string().default('') })
  .transform(({ sender_name, reply_to }) => ({ name: sender_name, replyTo: reply_to }));
const recipientSchema = z.object({
  to: z.object({ email: z.string().nullable(), name: z.string().nullable() }),
  product_name: z.string(),
});

/** What a mail says is read when it is sent; the template's own schema checks it. */
export function createMailStore(client: SupabaseClient) {
  return {
    getContext: (template: string, params: Record<string, unknown>): Promise<unknown> =>
      callRpc(client, 'system_email_context', { p_template: template, p_params: params }, z.unknown()),
    /** Words of staff for this mail; null for the built-in ones. */
    getWords: (template: MailTemplate): Promise<MailWords | null> =>
      callRpc(client, 'system_mail_words', { p_template: template }, mailWordsSchema.nullable()),
    getSender: (): Promise<Sender> => callRpc(client, 'system_mail_sender', {}, senderSchema),
    getRecipient: (userId: string): Promise<z.infer<typeof recipientSchema> | null> =>
      callRpc(client, 'system_mail_recipient', { p_user_id: userId }, recipientSchema.nullable()),
  };
}
export type MailStore = ReturnType<typeof createMailStore>;
