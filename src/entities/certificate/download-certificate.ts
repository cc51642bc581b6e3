import { useMutation } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { saveFile } from '~/lib/save-file';
import { invoke } from '~/lib/supabase/invoke';

const pdfSchema = z.instanceof(Blob);

export type CertificateFile = { certificateId: string; number: string };

async function downloadCertificate({ certificateId, number }: CertificateFile): Promise<void> {
  const pdf = await invoke('certificate-pdf', { certificateId }, pdfSchema);
  saveFile(pdf, `${number}.pdf`);
}

/** Asks for the document as it stands and hands it to the browser's downloads. Code: certificate_revoked. */
export function useDownloadCertificate() {
  return useMutation({ mutationFn: downloadCertificate });
}
