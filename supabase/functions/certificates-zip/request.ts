import { certificatesZipRequestSchema, type CertificatesZipResponse } from '../_shared/contracts/certificates-zip.ts';
import type { CertificatesOf, ListInstitutionCertificates } from '../_shared/db/institution-certificates.ts';
import type { LimitRate } from '../_shared/db/rate-limit.ts';
import type { VerifyUser } from '../_shared/http/auth.ts';
import { parseJson } from '../_shared/http/body.ts';
import { HttpError } from '../_shared/http/errors.ts';
import { createHandler, json } from '../_shared/http/handler.ts';
import type { Log } from '../_shared/http/log.ts';
import type { Tickets } from '../_shared/http/ticket.ts';
import { certificatePages } from './certificate-pages.ts';
import type { ArchiveTicket } from './ticket.ts';

/** At some sixty kilobytes each, about what an archive without zip64 holds. */
const maxCertificates = 50_000;

export type RequestDeps = {
  verifyUser: VerifyUser;
  limitRate: LimitRate;
  listCertificates: ListInstitutionCertificates;
  tickets: Pick<Tickets<ArchiveTicket>, 'issue'>;
  /** Where this function is called. */
  ownUrl: string;
  log?: Log;
};

/** Says how many certificates there are for this person and hands out the link to them. */
export function createRequestHandler(deps: RequestDeps) {
  return createHandler({
    name: 'certificates-zip',
    auth: { kind: 'user', verifyUser: deps.verifyUser },
    maxBytes: 1024,
    ...(deps.log && { log: deps.log }),
    async run({ caller, text, note }) {
      await deps.limitRate(`certificates-zip:${caller.id}`, 10, 60);
      const { institutionId, trackId = null } = parseJson(text(), certificatesZipRequestSchema);
      const of = { userId: caller.id, institutionId, trackId };
      const count = await countCertificates(deps.listCertificates, of);
      note({ institutionId, count });
      const url = new URL(deps.ownUrl);
      url.searchParams.set('ticket', await deps.tickets.issue(of));
      return json({ url: url.href, count } satisfies CertificatesZipResponse);
    },
  });
}

async function countCertificates(list: ListInstitutionCertificates, of: CertificatesOf): Promise<number> {
  let count = 0;
  for await (const rows of certificatePages(list, of, 1000)) {
    count += rows.length;
    if (count > maxCertificates) {
      throw new HttpError(409, 'too_many_certificates', 'There are too many for one file. Choose a single track.');
    }
  }
  if (count === 0) throw new HttpError(409, 'no_certificates', 'There are no certificates to download yet.');
  return count;
}
