import { bulkEnrolRequestSchema, type BulkEnrolResponse } from '../_shared/contracts/bulk-enrol.ts';
import type { LimitRate } from '../_shared/db/rate-limit.ts';
import type { Caller, VerifyUser } from '../_shared/http/auth.ts';
import { parseJson } from '../_shared/http/body.ts';
import { createHandler, json } from '../_shared/http/handler.ts';
import type { Log } from '../_shared/http/log.ts';
import type { NudgeWorker } from '../_shared/http/nudge.ts';
import type { ImportActions } from './import-actions.ts';

export type BulkEnrolDeps = {
  verifyUser: VerifyUser;
  limitRate: LimitRate;
  /** Acts under the caller's rights. */
  actionsOf: (caller: Caller) => ImportActions;
  nudgeWorker: NudgeWorker;
  log?: Log;
};

/** Has a file checked, or a checked one enrolled, called off or undone. The work itself is the worker's. */
export function createBulkEnrolHandler(deps: BulkEnrolDeps) {
  return createHandler({
    name: 'bulk-enrol',
    auth: { kind: 'user', verifyUser: deps.verifyUser },
    maxBytes: 4096,
    ...(deps.log && { log: deps.log }),
    async run({ caller, text, note }) {
      await deps.limitRate(`bulk-enrol:${caller.id}`, 30, 60);
      const request = parseJson(text(), bulkEnrolRequestSchema);
      const actions = deps.actionsOf(caller);
      const importId =
        request.action === 'check'
          ? await actions.create({ ...request, trackId: request.trackId ?? null })
          : request.importId;
      note({ action: request.action, importId });
      if (request.action === 'confirm') await actions.confirm(importId);
      if (request.action === 'cancel') await actions.cancel(importId);
      const undone = request.action === 'undo' ? await actions.undo(importId) : {};
      deps.nudgeWorker();
      return json({ importId, status: await actions.getStatus(importId), ...undone } satisfies BulkEnrolResponse);
    },
  });
}
