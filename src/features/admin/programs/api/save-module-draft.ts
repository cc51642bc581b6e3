import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import type { Json } from '~/types/database.types';
import { savedSchema, type Saved } from '../schemas';

/** Keeps changed fields; nobody but editors sees them. Codes: changed_meanwhile, module_archived, invalid_<field>. */
export async function saveModuleDraft(
  moduleId: string,
  version: number,
  changes: Record<string, Json>,
): Promise<Saved> {
  const supabase = await getSupabase();
  const args = { p_module_id: moduleId, p_version: version, p_changes: changes };
  return checked(supabase.rpc('save_module_draft', args), savedSchema);
}
