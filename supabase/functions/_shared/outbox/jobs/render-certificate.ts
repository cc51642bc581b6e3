import { z } from 'zod';
import type { Certificate, CertificateStore } from '../../db/certificates.ts';
import type { CertificateData } from '../../documents/certificate/certificate-data.ts';
import { parsePayload, PermanentError, type RunJob } from '../job.ts';

export type RenderDeps = {
  certificates: Pick<CertificateStore, 'getCertificate' | 'uploadPdf' | 'attachPdf'>;
  renderCertificate: (data: CertificateData) => Promise<Uint8Array>;
  appUrl: string;
};

/** Draws, stores, ties to the certificate. The path and the bytes are the same each time. */
export async function storeCertificatePdf(deps: RenderDeps, certificate: Certificate): Promise<Uint8Array> {
  const pdf = await deps.renderCertificate(toCertificateData(certificate, deps.appUrl));
  const path = `${certificate.user_id}/${certificate.number}.pdf`;
  await deps.certificates.uploadPdf(path, pdf);
  await deps.certificates.attachPdf(certificate.id, path);
  return pdf;
}

export function createRenderCertificate(deps: RenderDeps): RunJob {
  return async ({ payload }) => {
    const { certificate_id } = parsePayload(payload, z.object({ certificate_id: z.uuid() }));
    const certificate = await deps.certificates.getCertificate(certificate_id);
    if (!certificate) throw new PermanentError('certificate not found');
    if (certificate.status === 'revoked') return;
    await storeCertificatePdf(deps, certificate);
  };
}

function toCertificateData(certificate: Certificate, appUrl: string): CertificateData {
  const { branding } = certificate;
  return {
    number: certificate.number,
    holderName: certificate.holder_name,
    trackName: certificate.track_name,
    score: certificate.score,
    issuedAt: certificate.issued_at,
    expiresAt: certificate.expires_at,
    verifyUrl: `${appUrl}${certificate.verify_path}`,
    productName: branding.product_name,
    signatory: branding.certificate_signatory
      ? { name: branding.certificate_signatory, title: branding.certificate_signatory_title ?? '' }
      : null,
  };
}
