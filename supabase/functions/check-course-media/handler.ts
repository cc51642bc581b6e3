import {
  checkCourseMediaRequestSchema,
  type CheckCourseMediaResponse,
  type MediaFault,
  mediaTypeOf,
} from '../_shared/contracts/course-media.ts';
import type { LimitRate } from '../_shared/db/rate-limit.ts';
import type { Caller, VerifyUser } from '../_shared/http/auth.ts';
import { parseJson } from '../_shared/http/body.ts';
import { HttpError } from '../_shared/http/errors.ts';
import { createHandler, json } from '../_shared/http/handler.ts';
import type { Log } from '../_shared/http/log.ts';
import type { MediaFiles } from './media-files.ts';

export type CheckCourseMediaDeps = {
  verifyUser: VerifyUser;
  limitRate: LimitRate;
  mayManage: (caller: Caller) => Promise<boolean>;
  files: MediaFiles;
  log?: Log;
};

/** Looks at the first bytes of an uploaded file and keeps what it found: no file is published that the server has not seen. */
export function createCheckCourseMediaHandler(deps: CheckCourseMediaDeps) {
  return createHandler({
    name: 'check-course-media',
    auth: { kind: 'user', verifyUser: deps.verifyUser },
    maxBytes: 1024,
    ...(deps.log && { log: deps.log }),
    async run({ caller, text, note }) {
      const { path } = parseJson(text(), checkCourseMediaRequestSchema);
      if (!(await deps.mayManage(caller))) throw new HttpError(403, 'forbidden', 'You are not allowed to do this.');
      await deps.limitRate(`check-course-media:${caller.id}`, 60, 60);
      const fault = faultOf(path, await deps.files.readHead(path));
      await deps.files.record(path, path.endsWith('.pdf') ? 'pdf' : 'video', fault);
      note({ fault: fault ?? 'none' });
      return json({ fault } satisfies CheckCourseMediaResponse);
    },
  });
}

function faultOf(path: string, head: Uint8Array): MediaFault | null {
  if (head.length === 0) return 'empty';
  const type = mediaTypeOf(head);
  return type !== null && path.endsWith(`.${type}`) ? null : 'wrong_content';
}
