import { z } from 'zod';
import type { ExamStore } from '../../db/exams.ts';
import type { TalviewPort } from '../../vendors/talview/port.ts';
import { parsePayload, PermanentError, type RunJob } from '../job.ts';

export type ReadExamSessionDeps = {
  exams: Pick<ExamStore, 'findExamByKey' | 'recordExamProgress'>;
  talview: Pick<TalviewPort, 'getSession'>;
};

const text = z.string().min(1).nullish();
const payloadSchema = z.object({ vendor_session_id: text, session_key: text });

/** Talview's own record is read anew each time, so old and repeated callbacks do no harm. */
export async function readExamSession(
  deps: { exams: Pick<ExamStore, 'recordExamProgress'>; talview: Pick<TalviewPort, 'getSession'> },
  vendorSessionId: string,
) {
  return await deps.exams.recordExamProgress(await deps.talview.getSession(vendorSessionId));
}

export function createReadExamSession(deps: ReadExamSessionDeps): RunJob {
  return async ({ payload }) => {
    const { vendor_session_id, session_key } = parsePayload(payload, payloadSchema);
    const id =
      vendor_session_id ?? (session_key ? (await deps.exams.findExamByKey(session_key))?.vendor_session_id : null);
    if (!id) throw new PermanentError('no such exam session');
    await readExamSession(deps, id);
  };
}
