import { describe, expect, it } from 'vitest';
import { scheduleExamResponseSchema } from '../_shared/contracts/schedule-exam.ts';
import type { Exam } from '../_shared/db/exams.ts';
import { toDatabaseError } from '../_shared/db/errors.ts';
import { asPerson, errorOf, person, post, verifyUser } from '../_shared/testing/fakes.ts';
import { createScheduleExamHandler } from './handler.ts';

const exam: Exam = {
  id: '7b6a1c3e-9a43-4a3b-8d55-0f3f7f0a9f11',
  user_id: person.id,
  track_id: 'ai-foundations',
  status: 'scheduled',
  scheduled_at: '2026-04-02T04:30:00+00:00',
  session_key: 'secret-key',
  vendor_session_id: null,
  session_url: null,
};

function setUp(refusal: unknown = null) {
  const booked: string[] = [];
  const nudges: number[] = [];
  const handler = createScheduleExamHandler({
    verifyUser,
    limitRate: async () => undefined,
    exams: {
      scheduleExam: async (userId, trackId, at) => {
        if (refusal) throw toDatabaseError(refusal, 400);
        booked.push(`${userId} ${trackId} ${at}`);
        return exam;
      },
    },
    nudgeWorker: () => void nudges.push(1),
    log: () => undefined,
  });
  return { handler, booked, nudges };
}
const body = { trackId: 'ai-foundations', scheduledAt: '2026-04-02T10:00:00+05:30' };

describe('schedule-exam', () => {
  it('books in UTC for the caller, wakes the worker, and keeps the session key to itself', async () => {
    const { handler, booked, nudges } = setUp();
    const response = await handler(post({ ...body, userId: 'other' }, asPerson));
    const text = await response.text();
    expect(scheduleExamResponseSchema.parse(JSON.parse(text))).toEqual({
      examSessionId: exam.id,
      status: 'scheduled',
      scheduledAt: '2026-04-02T04:30:00.000Z',
      sessionUrl: null,
    });
    expect(text).not.toContain('secret-key');
    expect(booked).toEqual([`${person.id} ai-foundations 2026-04-02T04:30:00.000Z`]);
    expect(nudges).toHaveLength(1);
  });

  it('leaves now to the clock of the database', async () => {
    const { handler, booked } = setUp();
    expect((await handler(post({ trackId: body.trackId }, asPerson))).status).toBe(200);
    expect(booked).toEqual([`${person.id} ai-foundations null`]);
  });

  it('passes on why not', async () => {
    const { handler, nudges } = setUp({ code: 'P0001', message: 'cooldown', details: 'Wait until tomorrow.' });
    expect(await errorOf(await handler(post(body, asPerson)))).toEqual({ status: 409, code: 'cooldown' });
    expect(nudges).toEqual([]);
  });

  it('refuses a time without an offset, and strangers', async () => {
    const { handler } = setUp();
    expect(await errorOf(await handler(post({ ...body, scheduledAt: '2026-04-02T10:00:00' }, asPerson)))).toMatchObject(
      {
        status: 400,
        fields: { scheduledAt: expect.any(String) },
      },
    );
    expect((await handler(post(body))).status).toBe(401);
  });
});
