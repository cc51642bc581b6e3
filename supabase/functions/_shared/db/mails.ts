import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { callRpc } from './client.ts';

/** What a mail says is read when it is sent; the template's own schema checks it. */
export function createMailStore(client: SupabaseClient) {
  return {
    getContext: (template: string, params: Record<string, unknown>): Promise<unknown> =>
      callRpc(client, 'system_email_context', { p_template: template, p_params: params }, z.unknown()),
  };
}
export type MailStore = ReturnType<typeof createMailStore>;
