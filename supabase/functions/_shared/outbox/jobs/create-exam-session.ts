import { z } from 'zod';
import type { ExamStore } from '../../db/exams.ts';
import type { TalviewPort } from '../../vendors/talview/port.ts';
import { parsePayload, PermanentError, type RunJob } from '../job.ts';

export type CreateExamSessionDeps = {
  exams: Pick<ExamStore, 'findExam' | 'getSitting' | 'attachExamSession'>;
  talview: Pick<TalviewPort, 'createSession' | 'cancelSession'>;
  appUrl: string;
};

/** The session key makes it safe to ask twice: Talview answers the same session. */
export function createCreateExamSession(deps: CreateExamSessionDeps): RunJob {
  return async ({ payload }) => {
    const { exam_session_id } = parsePayload(payload, z.object({ exam_session_id: z.uuid() }));
    const exam = await deps.exams.findExam(exam_session_id);
    if (!exam) throw new PermanentError('exam not found');
    if (exam.session_url || !['scheduled', 'ready'].includes(exam.status)) return;

    const sitting = await deps.exams.getSitting(exam);
    const hours = sitting.graceHours + sitting.examMinutes / 60;
    const session = await deps.talview.createSession({
      sessionKey: exam.session_key,
      userId: exam.user_id,
      examId: exam.track_id,
      durationMinutes: sitting.examMinutes,
      attendeeName: sitting.attendeeName,
      redirectUrl: `${deps.appUrl}/exam/${encodeURIComponent(exam.track_id)}/return`,
      expiresAt: new Date(Date.parse(exam.scheduled_at) + hours * 3_600_000).toISOString(),
    });
    const attached = await deps.exams.attachExamSession(exam.id, session.vendorSessionId, session.sessionUrl);
    // Called off while the room was being made.
    if (attached.status === 'cancelled') await deps.talview.cancelSession(session.vendorSessionId);
  };
}
