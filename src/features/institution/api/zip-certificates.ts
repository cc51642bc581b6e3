import { certificatesZipResponseSchema, type CertificatesZipRequest } from '@contracts/certificates-zip.ts';
import { useMutation } from '@tanstack/react-query';
import { followDownload } from '~/lib/save-file';
import { invoke } from '~/lib/supabase/invoke';

async function zipCertificates(request: CertificatesZipRequest): Promise<number> {
  const { url, count } = await invoke('certificates-zip', request, certificatesZipResponseSchema);
  followDownload(url);
  return count;
}

/** Lets the browser fetch the archive straight to disk; answers how many documents it will hold. Codes: no_certificates, too_many_requests. */
export function useZipCertificates() {
  return useMutation({ mutationFn: zipCertificates });
}
