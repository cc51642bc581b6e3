import { z } from 'zod';
import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { createSignedUrl } from '~/lib/supabase/storage';
import { useUserAct } from './use-user-act';

const documentSchema = z.object({ path: z.string(), type: z.string() });
const seconds = 60;

/** A link that is over after a minute. That somebody opened the document is in the audit log before the link exists. */
async function openDocument({ documentId }: { documentId: string }) {
  const supabase = await getSupabase();
  const { path, type } = await checked(
    supabase.rpc('open_identity_document', { p_document_id: documentId }),
    documentSchema,
  );
  const url = await createSignedUrl('identity-documents', path, seconds);
  return { url, pdf: type === 'application/pdf' || path.toLowerCase().endsWith('.pdf') };
}

export const useOpenDocument = () => useUserAct(openDocument);
