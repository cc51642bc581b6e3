import type { CertificateStore } from '../_shared/db/certificates.ts';
import type { InstitutionCertificate } from '../_shared/db/institution-certificates.ts';
import type { CertificateData } from '../_shared/documents/certificate/certificate-data.ts';
import { storeCertificatePdf } from '../_shared/outbox/jobs/render-certificate.ts';

export type ReadPdfDeps = {
  certificates: Pick<CertificateStore, 'getCertificate' | 'uploadPdf' | 'openPdf' | 'attachPdf'>;
  renderCertificate: (data: CertificateData) => Promise<Uint8Array>;
  appUrl: string;
};
export type PdfOf = { certificate: InstitutionCertificate } & (
  | { pdf: readonly Uint8Array[]; drawn: boolean }
  | { pdf: null; revoked: true }
  | { pdf: null; revoked: false; error: unknown }
);

/**
 * The document, drawn and kept when the worker has not come to it yet. Never throws: one document is not the archive. Asks
 * twice, since one that is missing sends a person back for it.
 */
export async function readPdf(
  deps: ReadPdfDeps,
  certificate: InstitutionCertificate,
  signal: AbortSignal,
): Promise<PdfOf> {
  try {
    return await readOnce(deps, certificate, signal);
  } catch {
    return await readOnce(deps, certificate, signal).catch((error: unknown) => ({
      certificate,
      pdf: null,
      revoked: false,
      error,
    }));
  }
}

async function readOnce(deps: ReadPdfDeps, certificate: InstitutionCertificate, signal: AbortSignal): Promise<PdfOf> {
  signal.throwIfAborted();
  if (certificate.pdf_path) {
    const stream = await deps.certificates.openPdf(certificate.pdf_path, signal);
    return { certificate, pdf: await pieces(stream), drawn: false };
  }
  const whole = await deps.certificates.getCertificate(certificate.id);
  // Revoked since its page was read.
  if (!whole || whole.status === 'revoked') return { certificate, pdf: null, revoked: true };
  // Keeping it queues the holder's mail, as when the worker draws it.
  return { certificate, pdf: [await storeCertificatePdf(deps, whole)], drawn: true };
}

/** All of it before any of it is handed on: a document that breaks off must not break the archive. */
async function pieces(stream: ReadableStream<Uint8Array>): Promise<Uint8Array[]> {
  const all: Uint8Array[] = [];
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return all;
    all.push(value);
  }
}
