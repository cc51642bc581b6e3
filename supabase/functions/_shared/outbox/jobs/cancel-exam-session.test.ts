import { describe, expect, it } from 'vitest';
import type { Exam } from '../../db/exams.ts';
import { VendorError } from '../../http/vendor-fetch.ts';
import type { ProctoredSession } from '../../vendors/talview/port.ts';
import { createCancelExamSession } from './cancel-exam-session.ts';

const exam: Exam = {
  id: '3d6f0a52-31a4-4c53-9a0e-0c6a1e0f7b11',
  user_id: '5e0b8a3e-6a54-4f3c-9b1e-2f8c4d5a6b7c',
  track_id: 'ai-basics',
  status: 'cancelled',
  scheduled_at: '2026-04-02T04:30:00Z',
  session_key: 'key-1',
  vendor_session_id: 'v-1',
  session_url: 'https://room.test/1',
};
const started: ProctoredSession = {
  vendorSessionId: 'v-1',
  sessionKey: 'key-1',
  status: 'started',
  score: null,
  rating: null,
  incidents: [],
  startedAt: '2026-04-01T09:00:00Z',
  submittedAt: null,
};

async function run(row: Exam, getSession: () => Promise<ProctoredSession>) {
  const cancelled: string[] = [];
  const recorded: string[] = [];
  await createCancelExamSession({
    exams: {
      findExam: async () => row,
      recordExamProgress: async ({ status }) => {
        recorded.push(status);
        return { status: 'voided', certificate_id: null };
      },
    },
    talview: { cancelSession: async (id) => void cancelled.push(id), getSession },
  })({ id: 'outbox-1', payload: { exam_session_id: row.id } });
  return { cancelled, recorded };
}

describe('talview.cancel_session', () => {
  it('closes the room and passes on that somebody had been in it', async () => {
    expect(await run(exam, async () => started)).toEqual({ cancelled: ['v-1'], recorded: ['started'] });
  });

  it('is content when the room is gone, and tries again when the proctor does not answer', async () => {
    const gone = async () => Promise.reject(new VendorError('talview', 'status', 404, ''));
    expect(await run(exam, gone)).toEqual({ cancelled: ['v-1'], recorded: [] });
    const down = async () => Promise.reject(new VendorError('talview', 'timeout', null, ''));
    await expect(run(exam, down)).rejects.toThrow('timeout');
  });

  it('leaves an exam alone that was not called off or never had a room', async () => {
    const nothing = { cancelled: [], recorded: [] };
    expect(await run({ ...exam, status: 'ready' }, async () => started)).toEqual(nothing);
    expect(await run({ ...exam, vendor_session_id: null }, async () => started)).toEqual(nothing);
  });
});
