import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { examStatusSchema } from '../contracts/schedule-exam.ts';
import type { ProctoredSession } from '../vendors/talview/port.ts';
import { callRpc, checkAnswer, oneRow } from './client.ts';
import { toDatabaseError } from './errors.ts';

const examSchema = z.object({
  id: z.uuid(),
  user_id: z.uuid(),
  track_id: z.string(),
  status: examStatusSchema,
  scheduled_at: z.string(),
  session_key: z.string(),
  vendor_session_id: z.string().nullable(),
  session_url: z.string().nullable(),
});
export type Exam = z.infer<typeof examSchema>;
const examColumns = 'id, user_id, track_id, status, scheduled_at, session_key, vendor_session_id, session_url';

const sittingSchema = z.object({ full_name: z.string().nullable() });
const trackSchema = z.object({ exam_minutes: z.number().int() });
const policiesSchema = z.object({ value: z.object({ exam_grace_hours: z.number().default(24) }) });
const dueSchema = z.array(
  z.object({ exam_session_id: z.uuid(), session_key: z.string(), vendor_session_id: z.string().nullable() }),
);

export function createExamStore(client: SupabaseClient) {
  async function findBy(column: 'id' | 'session_key', value: string): Promise<Exam | null> {
    const { data, error, status } = await client
      .from('exam_sessions')
      .select(examColumns)
      .eq(column, value)
      .maybeSingle();
    if (error) throw toDatabaseError(error, status);
    return checkAnswer('exam_sessions', data, examSchema.nullable());
  }
  async function one<T>(
    query: PromiseLike<{ data: unknown; error: unknown; status: number }>,
    name: string,
    schema: z.ZodType<T>,
  ) {
    const { data, error, status } = await query;
    if (error) throw toDatabaseError(error, status);
    return checkAnswer(name, data, schema);
  }
  return {
    /** Without a time: now, by the database's clock. */
    scheduleExam: (userId: string, trackId: string, scheduledAt: string | null): Promise<Exam> =>
      callRpc(
        client,
        'system_schedule_exam',
        { p_user_id: userId, p_track_id: trackId, p_scheduled_at: scheduledAt },
        oneRow(examSchema),
      ),
    findExam: (id: string) => findBy('id', id),
    findExamByKey: (sessionKey: string) => findBy('session_key', sessionKey),
    /** What the exam room needs beside the booking. */
    async getSitting(exam: Exam): Promise<{ attendeeName: string; examMinutes: number; graceHours: number }> {
      const [profile, track, settings] = await Promise.all([
        one(
          client.from('profiles').select('full_name').eq('user_id', exam.user_id).single(),
          'profiles',
          sittingSchema,
        ),
        one(client.from('tracks').select('exam_minutes').eq('id', exam.track_id).single(), 'tracks', trackSchema),
        one(
          client.from('app_settings').select('value').eq('key', 'policies').maybeSingle(),
          'app_settings',
          policiesSchema.nullable(),
        ),
      ]);
      return {
        attendeeName: profile.full_name || 'Candidate',
        examMinutes: track.exam_minutes,
        graceHours: settings?.value.exam_grace_hours ?? 24,
      };
    },
    attachExamSession: (examId: string, vendorSessionId: string, sessionUrl: string): Promise<Exam> =>
      callRpc(
        client,
        'system_attach_exam_session',
        { p_exam_session_id: examId, p_vendor_session_id: vendorSessionId, p_session_url: sessionUrl },
        oneRow(examSchema),
      ),
    /** What the vendor's own record says; the database decides what follows. */
    recordExamProgress: (session: ProctoredSession): Promise<{ status: string; certificate_id: string | null }> =>
      callRpc(
        client,
        'system_record_exam_progress',
        {
          p_session_key: session.sessionKey,
          p_session: {
            vendor_session_id: session.vendorSessionId,
            status: session.status,
            score: session.score,
            proctor_rating: session.rating,
            incidents: session.incidents,
            started_at: session.startedAt,
            submitted_at: session.submittedAt,
          },
        },
        z.object({ status: z.string(), certificate_id: z.uuid().nullable() }),
      ),
    dueExamReads: (limit: number) => callRpc(client, 'system_due_exam_reads', { p_limit: limit }, dueSchema),
    closeMissedExams: (now: Date): Promise<number> =>
      callRpc(client, 'system_close_missed_exams', { p_now: now.toISOString() }, z.number().int()),
    closeAttempts: (now: Date): Promise<number> =>
      callRpc(client, 'system_close_attempts', { p_now: now.toISOString() }, z.number().int()),
  };
}
export type ExamStore = ReturnType<typeof createExamStore>;
