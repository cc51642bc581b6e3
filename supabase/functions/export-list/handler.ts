import { exportFileName } from '../_shared/contracts/export-file-name.ts';
import { exportListRequestSchema, type ExportListRequest } from '../_shared/contracts/export-list.ts';
import type { ListStore } from '../_shared/db/lists.ts';
import type { LimitRate } from '../_shared/db/rate-limit.ts';
import { csvChunks } from '../_shared/exports/csv.ts';
import type { Table } from '../_shared/exports/table.ts';
import { xlsxChunks } from '../_shared/exports/xlsx.ts';
import type { Caller, VerifyUser } from '../_shared/http/auth.ts';
import { parseJson } from '../_shared/http/body.ts';
import { createHandler } from '../_shared/http/handler.ts';
import { consoleLog, safeMessage, type Log } from '../_shared/http/log.ts';
import { byteStream } from '../_shared/streams/byte-stream.ts';
import { auditTable } from './audit.ts';
import { bulkResultsTable } from './bulk-results.ts';
import { certificatesTable } from './certificates.ts';
import { importErrorsTable } from './import-errors.ts';
import { leadsTable } from './leads.ts';
import { studentsTable } from './students.ts';
import { usersTable } from './users.ts';

export type ExportListDeps = {
  verifyUser: VerifyUser;
  limitRate: LimitRate;
  /** Reads under the caller's own rights. */
  listsOf: (caller: Caller) => ListStore;
  appUrl: string;
  log?: Log;
};

/** A list as a file, written while its pages are read. */
export function createExportListHandler(deps: ExportListDeps) {
  const { log = consoleLog } = deps;
  const name = 'export-list';
  return createHandler({
    name,
    auth: { kind: 'user', verifyUser: deps.verifyUser },
    maxBytes: 8 * 1024,
    log,
    async run({ caller, text, requestId, note }) {
      await deps.limitRate(`export-list:${caller.id}`, 20, 60);
      const request = parseJson(text(), exportListRequestSchema);
      const { list, format } = request;
      note({ list, format });
      // Its first page is read: from here on only what breaks on the way can break the file.
      const table = await openTable(deps.listsOf(caller), request, deps.appUrl);
      const at = new Date();
      const startedAt = performance.now();
      const body = byteStream(
        () => (format === 'csv' ? csvChunks(table) : xlsxChunks(table, at)),
        ({ outcome, bytes, error }) => {
          const ms = Math.round(performance.now() - startedAt);
          log({
            fn: name,
            requestId,
            list,
            format,
            outcome,
            bytes,
            ms,
            ...(error !== undefined && { error: safeMessage(error) }),
          });
        },
      );
      return new Response(body, {
        headers: {
          // supabase-js hands this on as a Blob. As text it would lose the byte order mark, and a workbook its bytes.
          'content-type': 'application/octet-stream',
          'content-disposition': `attachment; filename="${exportFileName(list, format, at)}"`,
          'cache-control': 'private, no-store',
          'x-content-type-options': 'nosniff',
        },
      });
    },
  });
}

function openTable(lists: ListStore, request: ExportListRequest, appUrl: string): Promise<Table> {
  switch (request.list) {
    case 'students':
      return studentsTable(lists, request.params);
    case 'leads':
      return leadsTable(lists, request.params);
    case 'users':
      return usersTable(lists, request.params);
    case 'certificates':
      return certificatesTable(lists, request.params, appUrl);
    case 'audit':
      return auditTable(lists, request.params);
    case 'bulk-results':
      return bulkResultsTable(lists, request.params.jobId);
    case 'import-errors':
      return importErrorsTable(lists, request.params.importId);
  }
}
