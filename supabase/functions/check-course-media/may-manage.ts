import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { callRpc } from '../_shared/db/client.ts';

const accessSchema = z.object({ status: z.string(), permissions: z.array(z.string()) });

/** Whether the person whose client this is may edit the catalogue; the database is asked at each call. */
export async function mayManage(client: SupabaseClient): Promise<boolean> {
  const access = await callRpc(client, 'my_access', {}, accessSchema);
  return access.status === 'active' && access.permissions.includes('catalogue.manage');
}
