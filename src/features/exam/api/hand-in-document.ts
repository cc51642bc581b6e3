import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { uploadFile } from '~/lib/supabase/storage';
import { type DocumentKind, documentPath } from '../model/document-file';
import { examKeys } from './keys';

export type HandedIn = { userId: string; kind: DocumentKind; file: File };

async function handInDocument({ userId, kind, file }: HandedIn): Promise<void> {
  const path = documentPath(userId, crypto.randomUUID(), file.type);
  await uploadFile('identity-documents', path, file);
  const supabase = await getSupabase();
  const { error } = await supabase.from('identity_verifications').insert({ document_path: path, document_kind: kind });
  if (error) throw toAppError(error);
}

/** Uploads into the private folder of the person, then hands it in for checking. */
export function useHandInDocument() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: handInDocument,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: examKeys.all }),
  });
}
