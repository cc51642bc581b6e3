import { byMethod } from '../_shared/http/by-method.ts';
import { createDownloadHandler, type DownloadDeps } from './download.ts';
import { createRequestHandler, type RequestDeps } from './request.ts';
import type { ArchiveTicket } from './ticket.ts';
import type { Tickets } from '../_shared/http/ticket.ts';

export type CertificatesZipDeps = Omit<RequestDeps & DownloadDeps, 'tickets'> & { tickets: Tickets<ArchiveTicket> };

/** Two kinds of caller: a signed-in person asks, then a browser comes with the ticket for the file. */
export function createCertificatesZipHandler(deps: CertificatesZipDeps) {
  return byMethod('certificates-zip', { POST: createRequestHandler(deps), GET: createDownloadHandler(deps) });
}
