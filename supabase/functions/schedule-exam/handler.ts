import { scheduleExamRequestSchema, type ScheduleExamResponse } from '../_shared/contracts/schedule-exam.ts';
import type { ExamStore } from '../_shared/db/exams.ts';
import type { LimitRate } from '../_shared/db/rate-limit.ts';
import type { VerifyUser } from '../_shared/http/auth.ts';
import { parseJson } from '../_shared/http/body.ts';
import { createHandler, json } from '../_shared/http/handler.ts';
import type { Log } from '../_shared/http/log.ts';
import type { NudgeWorker } from '../_shared/http/nudge.ts';

export type ScheduleExamDeps = {
  verifyUser: VerifyUser;
  limitRate: LimitRate;
  exams: Pick<ExamStore, 'scheduleExam'>;
  nudgeWorker: NudgeWorker;
  log?: Log;
};

/** Books the sitting; the proctor's room is made by the worker, so a proctor who is down does not stop the booking. */
export function createScheduleExamHandler(deps: ScheduleExamDeps) {
  return createHandler({
    name: 'schedule-exam',
    auth: { kind: 'user', verifyUser: deps.verifyUser },
    ...(deps.log && { log: deps.log }),
    async run({ caller, text, note }) {
      await deps.limitRate(`schedule-exam:${caller.id}`, 10, 60);
      const { trackId, scheduledAt } = parseJson(text(), scheduleExamRequestSchema);
      const exam = await deps.exams.scheduleExam(
        caller.id,
        trackId,
        scheduledAt === undefined ? null : new Date(scheduledAt).toISOString(),
      );
      note({ examSessionId: exam.id });
      deps.nudgeWorker();
      return json({
        examSessionId: exam.id,
        status: exam.status,
        scheduledAt: new Date(exam.scheduled_at).toISOString(),
        sessionUrl: exam.session_url,
      } satisfies ScheduleExamResponse);
    },
  });
}
