import { exportFileName } from '@contracts/export-file-name.ts';
import type { ExportListRequest } from '@contracts/export-list.ts';
import { useMutation } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { saveFile } from '~/lib/save-file';
import { invoke } from '~/lib/supabase/invoke';

const fileSchema = z.instanceof(Blob);

async function downloadList(request: ExportListRequest): Promise<void> {
  const file = await invoke('export-list', request, fileSchema);
  saveFile(file, exportFileName(request.list, request.format, new Date()));
}

/** Asks for a list as a file, with the filters of the screen, and hands it to the browser's downloads. */
export function useDownloadList() {
  return useMutation({ mutationFn: downloadList });
}
