import { certificatePdfRequestSchema } from '../_shared/contracts/certificate-pdf.ts';
import type { CertificateFile, CertificateStore } from '../_shared/db/certificates.ts';
import type { LimitRate } from '../_shared/db/rate-limit.ts';
import type { CertificateData } from '../_shared/documents/certificate/certificate-data.ts';
import type { Caller, VerifyUser } from '../_shared/http/auth.ts';
import { parseInput, parseJson } from '../_shared/http/body.ts';
import { HttpError, notFound } from '../_shared/http/errors.ts';
import { createHandler } from '../_shared/http/handler.ts';
import type { Log } from '../_shared/http/log.ts';
import type { NudgeWorker } from '../_shared/http/nudge.ts';
import { storeCertificatePdf } from '../_shared/outbox/jobs/render-certificate.ts';

export type CertificatePdfDeps = {
  verifyUser: VerifyUser;
  limitRate: LimitRate;
  /** Reads under the caller's rights: what they may not see does not exist. */
  findVisible: (caller: Caller, certificateId: string) => Promise<CertificateFile | null>;
  certificates: Pick<CertificateStore, 'getCertificate' | 'uploadPdf' | 'downloadPdf' | 'attachPdf'>;
  renderCertificate: (data: CertificateData) => Promise<Uint8Array>;
  appUrl: string;
  nudgeWorker: NudgeWorker;
  log?: Log;
};

export function createCertificatePdfHandler(deps: CertificatePdfDeps) {
  return createHandler({
    name: 'certificate-pdf',
    methods: ['GET', 'POST'],
    auth: { kind: 'user', verifyUser: deps.verifyUser },
    maxBytes: 1024,
    ...(deps.log && { log: deps.log }),
    async run({ request, caller, url, text, note }) {
      await deps.limitRate(`certificate-pdf:${caller.id}`, 30, 60);
      const { certificateId } =
        request.method === 'GET'
          ? parseInput({ certificateId: url.searchParams.get('id') ?? undefined }, certificatePdfRequestSchema)
          : parseJson(text(), certificatePdfRequestSchema);
      const file = await deps.findVisible(caller, certificateId);
      if (!file) throw notFound('The certificate');
      if (file.status === 'revoked') {
        throw new HttpError(409, 'certificate_revoked', 'This certificate was revoked and cannot be downloaded.');
      }
      note({ certificateId: file.id, stored: file.pdf_path !== null });
      const pdf = file.pdf_path ? await deps.certificates.downloadPdf(file.pdf_path) : await renderNow(deps, file.id);
      return new Response(new Uint8Array(pdf), {
        headers: {
          'content-type': 'application/pdf',
          'content-disposition': `attachment; filename="${file.number.replace(/[^A-Za-z0-9-]/g, '')}.pdf"`,
          'cache-control': 'private, no-store',
          'x-content-type-options': 'nosniff',
        },
      });
    },
  });
}

/** The holder is faster than the worker: draw it now and keep it, which is what the worker would do. */
async function renderNow(deps: CertificatePdfDeps, certificateId: string): Promise<Uint8Array> {
  const certificate = await deps.certificates.getCertificate(certificateId);
  if (!certificate) throw notFound('The certificate');
  const pdf = await storeCertificatePdf(deps, certificate);
  deps.nudgeWorker();
  return pdf;
}
