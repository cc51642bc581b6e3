import { bulkEnrolResponseSchema } from '@contracts/bulk-enrol.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { AppError } from '~/lib/supabase/app-error';
import { invoke } from '~/lib/supabase/invoke';
import { uploadFile } from '~/lib/supabase/storage';
import { importEnding, importUpload } from '../model/import-file';
import { institutionKeys } from './keys';

export type ImportUpload = {
  institutionId: string;
  userId: string;
  file: File;
  /** The track for every row; null when the file names it. */
  trackId: string | null;
};

async function uploadImport({ institutionId, userId, file, trackId }: ImportUpload): Promise<string> {
  const ending = importEnding(file.name);
  if (ending === null) throw new AppError('wrong_type');
  const { path, contentType } = importUpload(institutionId, userId, crypto.randomUUID(), ending);
  // Browsers name the type of a spreadsheet as they please; the bucket takes two.
  await uploadFile('imports', path, new File([file], file.name, { type: contentType }));
  const { importId } = await invoke(
    'bulk-enrol',
    { action: 'check', institutionId, path, fileName: file.name, ...(trackId === null ? {} : { trackId }) },
    bulkEnrolResponseSchema,
  );
  return importId;
}

/** Uploads into the person's own folder and has the whole file checked; gives the import's id. Nobody is enrolled by it. */
export function useUploadImport() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: uploadImport,
    onSuccess: (_importId, { institutionId }) =>
      queryClient.invalidateQueries({ queryKey: institutionKeys.of(institutionId) }),
  });
}
