import { z } from 'zod';
import type { ExamStore } from '../../db/exams.ts';
import { VendorError } from '../../http/vendor-fetch.ts';
import type { TalviewPort } from '../../vendors/talview/port.ts';
import { parsePayload, type RunJob } from '../job.ts';
import { readExamSession } from './read-exam-session.ts';

export type CancelExamSessionDeps = {
  exams: Pick<ExamStore, 'findExam' | 'recordExamProgress'>;
  talview: Pick<TalviewPort, 'cancelSession' | 'getSession'>;
};

/** Closes the room of an exam called off. The database is told what the room says: one already entered was an attempt. */
export function createCancelExamSession(deps: CancelExamSessionDeps): RunJob {
  return async ({ payload }) => {
    const { exam_session_id } = parsePayload(payload, z.object({ exam_session_id: z.uuid() }));
    const exam = await deps.exams.findExam(exam_session_id);
    if (exam?.status !== 'cancelled' || !exam.vendor_session_id) return;
    await deps.talview.cancelSession(exam.vendor_session_id);
    try {
      await readExamSession(deps, exam.vendor_session_id);
    } catch (error) {
      // Gone for good, so nobody was in it.
      if (!(error instanceof VendorError) || error.status !== 404) throw error;
    }
  };
}
