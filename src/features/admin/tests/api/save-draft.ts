import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import type { TestDocument } from '../model/document';
import { savedDraftSchema } from '../schemas';

/** Keeps the draft and gives its new version. Throws `changed_meanwhile` when a colleague was faster. */
export async function saveDraft(testId: string, version: number, document: TestDocument): Promise<number> {
  const supabase = await getSupabase();
  const { data, error } = await supabase.rpc('save_test_draft', {
    p_test_id: testId,
    p_version: version,
    p_document: document,
  });
  if (error) throw toAppError(error);
  const parsed = savedDraftSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data.version;
}
