import { useMutation } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { invoke } from '~/lib/supabase/invoke';

const pdfSchema = z.instanceof(Blob);

export type CertificateFile = { certificateId: string; number: string };

async function downloadCertificate({ certificateId, number }: CertificateFile): Promise<void> {
  const pdf = await invoke('certificate-pdf', { certificateId }, pdfSchema);
  const address = URL.createObjectURL(pdf);
  const link = document.createElement('a');
  link.href = address;
  link.download = `${number}.pdf`;
  link.click();
  // The browser reads the address after the click returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Asks for the document as it stands and hands it to the browser's downloads. */
export function useDownloadCertificate() {
  return useMutation({ mutationFn: downloadCertificate });
}
