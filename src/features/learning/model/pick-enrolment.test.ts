import { expect, it } from 'vitest';
import { openEnrolments, pickEnrolment } from './pick-enrolment';

const enrolments = [
  { track_id: 'old', status: 'expired' },
  { track_id: 'first', status: 'active' },
  { track_id: 'second', status: 'completed' },
  { track_id: 'gone', status: 'revoked' },
];

it('opens what is active or completed', () => {
  expect(openEnrolments(enrolments).map((enrolment) => enrolment.track_id)).toEqual(['first', 'second']);
});

it.each([
  ['second', undefined, 'second'],
  [null, undefined, 'first'],
  ['old', undefined, 'first'],
  ['unknown', undefined, 'first'],
  ['first', ['second'], 'second'],
  [null, ['gone'], null],
])('wanting %s among %j, takes %s', (wanted, possible, taken) => {
  expect(pickEnrolment(enrolments, wanted, possible)?.track_id ?? null).toBe(taken);
});
