import { describe, expect, it } from 'vitest';
import { addStaff } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson } from '../support/people.ts';
import { examStart, report, reviewed, useExams } from '../support/exams.ts';

const db = useDatabase();
const { booked, row, queued } = useExams(db);
const now = examStart;

describe('decide_exam', () => {
  const decide = (userId: string, id: string, passed: boolean | null, note: string | null, keep = false) =>
    asPerson(
      db.owner,
      { userId },
      (session) => session.value('select public.decide_exam($1, $2, $3)', [id, passed, note]),
      { keep },
    );
  const inReview = async () => {
    const learner = await booked();
    await report(db.owner, learner.session.session_key, reviewed({ proctor_rating: 'low' }), now);
    return learner;
  };

  it('needs exams.manage, and is never for one’s own exam', async () => {
    const { session, userId } = await inReview();
    for (const person of [userId, await addStaff(db, ['exams.read'])]) {
      await expect(decide(person, session.id, true, 'fine')).rejects.toMatchObject({ code: '42501' });
    }
    await expect(
      db.value('select private.decide_exam_as($1, $2, true, $3, now())', [userId, session.id, 'fine']),
    ).rejects.toMatchObject({ code: '42501' });
    expect(await decide(await addStaff(db, ['exams.manage']), session.id, true, 'fine')).toMatchObject({
      status: 'passed',
    });
  });

  it('passes with a certificate, once, and writes down who and why', async () => {
    const { session } = await inReview();
    const staff = await addStaff(db, ['exams.manage']);
    const first = await decide(staff, session.id, true, 'A sibling walked by', true);
    expect(await decide(staff, session.id, true, 'again', true)).toEqual(first);
    expect(await row(session.id)).toMatchObject({ status: 'passed', decided_by: staff, note: 'A sibling walked by' });
    expect(
      await db.rows(
        `select actor, details->>'note' as note from public.audit_log where subject_id = $1 and action = 'exam.passed'`,
        [session.id],
      ),
    ).toEqual([{ actor: staff, note: 'A sibling walked by' }]);
    await expect(decide(staff, session.id, false, 'on second thought')).rejects.toThrow('exam_not_in_review');
  });

  it('fails with a mail and a cool-down', async () => {
    const { session } = await inReview();
    await decide(await addStaff(db, ['exams.manage']), session.id, false, 'Phone in hand', true);
    expect(await row(session.id)).toMatchObject({ status: 'failed' });
    expect(await queued('exam_failed', session.id)).toBe(1);
  });

  it('wants a verdict and a reason', async () => {
    const { session } = await inReview();
    const staff = await addStaff(db, ['exams.manage']);
    await expect(decide(staff, session.id, null, 'x')).rejects.toThrow('note_needed');
    await expect(decide(staff, session.id, true, ' ')).rejects.toThrow('note_needed');
  });
});
