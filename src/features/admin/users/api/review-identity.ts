import { done } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { useUserAct } from './use-user-act';

type Review = { documentId: string; verified: boolean; reason: string };

async function reviewIdentity({ documentId, verified, reason }: Review) {
  const supabase = await getSupabase();
  await done(supabase.rpc('review_identity', { p_document_id: documentId, p_verified: verified, p_reason: reason }));
}

export const useReviewIdentity = () => useUserAct(reviewIdentity);
