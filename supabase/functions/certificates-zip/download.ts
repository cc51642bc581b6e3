import { zipChunks } from '../_shared/archive/zip-chunks.ts';
import type { ListInstitutionCertificates } from '../_shared/db/institution-certificates.ts';
import type { LimitRate } from '../_shared/db/rate-limit.ts';
import { indiaText } from '../_shared/exports/india-time.ts';
import { HttpError } from '../_shared/http/errors.ts';
import { createHandler } from '../_shared/http/handler.ts';
import { consoleLog, safeMessage, type Log } from '../_shared/http/log.ts';
import type { NudgeWorker } from '../_shared/http/nudge.ts';
import type { Tickets } from '../_shared/http/ticket.ts';
import { byteStream } from '../_shared/streams/byte-stream.ts';
import { eachRow, openPages } from '../_shared/streams/pages.ts';
import { archiveEntries, type Tally } from './archive.ts';
import { certificatePages } from './certificate-pages.ts';
import type { ReadPdfDeps } from './read-pdf.ts';
import type { ArchiveTicket } from './ticket.ts';

const name = 'certificates-zip';
/** Rights are read anew for each page: the smaller, the sooner a removed manager's download ends. */
const pageSize = 100;

export type DownloadDeps = ReadPdfDeps & {
  tickets: Pick<Tickets<ArchiveTicket>, 'read'>;
  limitRate: LimitRate;
  listCertificates: ListInstitutionCertificates;
  nudgeWorker: NudgeWorker;
  log?: Log;
};

/** Opened by the browser itself, which sends no sign-in: the ticket says who asked. */
export function createDownloadHandler(deps: DownloadDeps) {
  const { log = consoleLog } = deps;
  return createHandler({
    name,
    methods: ['GET'],
    auth: { kind: 'none' },
    maxBytes: 0,
    log,
    async run({ url, requestId, note }) {
      const ticket = await deps.tickets.read(url.searchParams.get('ticket') ?? '');
      if (!ticket) throw new HttpError(401, 'ticket_expired', 'This link has ended. Ask for the download again.');
      await deps.limitRate(`certificates-zip-file:${ticket.userId}`, 10, 60);
      note({ institutionId: ticket.institutionId });
      const pages = await openPages(certificatePages(deps.listCertificates, ticket, pageSize));
      const tally: Tally = { files: 0, drawn: 0, failed: 0 };
      const startedAt = performance.now();
      const body = byteStream(
        (signal) => zipChunks(archiveEntries(deps, eachRow(pages), tally, signal)),
        ({ outcome, bytes, error }) => {
          // What was drawn waits in the outbox as a mail.
          if (tally.drawn > 0) deps.nudgeWorker();
          const ms = Math.round(performance.now() - startedAt);
          log({
            fn: name,
            requestId,
            outcome,
            bytes,
            ...tally,
            ms,
            ...(error !== undefined && { error: safeMessage(error) }),
          });
        },
      );
      return new Response(body, {
        headers: {
          'content-type': 'application/zip',
          'content-disposition': `attachment; filename="certificates-${indiaText(new Date(), 'day')}.zip"`,
          'cache-control': 'private, no-store',
          'x-content-type-options': 'nosniff',
        },
      });
    },
  });
}
