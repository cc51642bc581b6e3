import { expect, it } from 'vitest';
import { mailLink, riskDate } from './risk';

const student = {
  risk: null,
  assigned_at: '2026-03-01T00:00:00Z',
  invitation_sent_at: '2026-03-02T00:00:00Z',
  joined_at: '2026-03-05T00:00:00Z',
  last_active_at: '2026-03-09T00:00:00Z',
};

it('says since when a student is waiting or silent', () => {
  expect(riskDate({ ...student, risk: 'not_joined' })).toBe(student.invitation_sent_at);
  expect(riskDate({ ...student, risk: 'not_joined', invitation_sent_at: null })).toBe(student.assigned_at);
  expect(riskDate({ ...student, risk: 'not_started' })).toBe(student.joined_at);
  expect(riskDate({ ...student, risk: 'not_started', joined_at: '2026-01-01T00:00:00Z' })).toBe(student.assigned_at);
  expect(riskDate({ ...student, risk: 'inactive' })).toBe(student.last_active_at);
  expect(riskDate({ ...student, risk: 'exam_failed' })).toBeNull();
});

it('lets an address add nothing to the mail', () => {
  expect(mailLink('a?bcc=x@example.edu', 'Your track R&D')).toBe(
    'mailto:a%3Fbcc%3Dx@example.edu?subject=Your%20track%20R%26D',
  );
});
