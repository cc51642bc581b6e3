import { describe, expect, it } from 'vitest';
import { type Eligibility, eligibilitySchema, type ExamStatus, type IneligibleReason } from '../schemas';
import { examConditions } from './conditions';
import { documentFault, documentPath, largestDocumentBytes } from './document-file';
import { examStage, isCancellable, isChanging, safeSessionUrl } from './exam-stage';
import { pollInterval, untilOpen } from './poll-interval';
import { earliest, fromLocalInput, latest, scheduleFault, suggested, toLocalInput } from './schedule';

const build = (
  reasons: IneligibleReason[] = [],
  open: { status: ExamStatus; session_url?: string; opens_in_seconds?: number } | null = null,
): Eligibility =>
  eligibilitySchema.parse({
    eligible: reasons.length === 0,
    reasons,
    open_session: open && {
      id: crypto.randomUUID(),
      scheduled_at: '2026-01-01T00:00:00+00:00',
      session_url: null,
      ...open,
    },
  });

describe('stage', () => {
  it.each([
    [[], 'schedulable'],
    [['not_enrolled'], 'outside'],
    [['modules_incomplete', 'identity_missing'], 'blocked'],
    [['cooldown'], 'blocked'],
    [['attempts_exhausted', 'cooldown'], 'exhausted'],
    [['already_certified'], 'certified'],
    [['already_certified', 'attempts_exhausted'], 'certified'],
  ] as const)('for %j is %s', (reasons, stage) => {
    expect(examStage(build([...reasons]))).toBe(stage);
  });
  it.each([
    ['scheduled', undefined, 'preparing'],
    ['ready', undefined, 'preparing'],
    ['scheduled', 'https://x.test', 'joinable'],
    ['ready', 'https://x.test', 'joinable'],
    ['started', 'https://x.test', 'running'],
    ['started', undefined, 'awaiting'],
    ['submitted', 'https://x.test', 'awaiting'],
    ['review', 'https://x.test', 'review'],
  ] as const)('with an exam that is %s at %s is %s', (status, session_url, stage) => {
    expect(examStage(build(['exam_pending'], session_url ? { status, session_url } : { status }))).toBe(stage);
  });
  it('is booked until the server lets people in', () => {
    const open = { status: 'ready', session_url: 'https://x.test' } as const;
    expect(examStage(build(['exam_pending'], { ...open, opens_in_seconds: 1 }))).toBe('booked');
    expect(examStage(build(['exam_pending'], { ...open, opens_in_seconds: 0 }))).toBe('joinable');
    expect([untilOpen(10), untilOpen(86_400)]).toEqual([10_500, 600_000]);
  });
  it('is looked at again while something is on its way', () => {
    expect((['preparing', 'running', 'awaiting'] as const).every(isChanging)).toBe(true);
    expect(
      (['outside', 'blocked', 'schedulable', 'joinable', 'review', 'exhausted', 'certified'] as const).some(isChanging),
    ).toBe(false);
  });
});

it('can be called off until it begins', () => {
  const statuses: ExamStatus[] = [
    'scheduled',
    'ready',
    'started',
    'submitted',
    'review',
    'passed',
    'failed',
    'voided',
    'cancelled',
    'missed',
  ];
  expect(statuses.filter(isCancellable)).toEqual(['scheduled', 'ready']);
});

it.each([
  ['https://exam.test/room?a=b', 'https://exam.test/room?a=b'],
  ['http://127.0.0.1:4305/room', 'http://127.0.0.1:4305/room'],
  ['http://exam.test/room', null],
  ['javascript:alert(1)', null],
  ['room', null],
  ['', null],
  [null, null],
  [undefined, null],
])('opens %s as %s', (address, opened) => {
  expect(safeSessionUrl(address)).toBe(opened);
});

describe('conditions', () => {
  const states = (...reasons: IneligibleReason[]) =>
    Object.fromEntries(examConditions(build(reasons)).map(({ key, state }) => [key, state]));
  it('are all met for somebody who may schedule', () => {
    expect(states()).toEqual({ modules: 'met', mockTest: 'met', identity: 'met', attempts: 'met' });
  });
  it.each([
    ['modules_incomplete', 'modules', 'open'],
    ['mock_test_not_passed', 'mockTest', 'open'],
    ['identity_missing', 'identity', 'open'],
    ['identity_rejected', 'identity', 'open'],
    ['attempts_exhausted', 'attempts', 'open'],
    ['cooldown', 'cooldown', 'waiting'],
  ] as const)('%s leaves %s %s', (reason, key, state) => {
    expect(states(reason)).toEqual({ modules: 'met', mockTest: 'met', identity: 'met', attempts: 'met', [key]: state });
  });
});

describe('date and time', () => {
  const now = new Date(2026, 0, 31, 23, 57, 30).getTime();
  it('goes to the field and back in the zone of the browser', () => {
    expect(toLocalInput(now)).toBe('2026-01-31T23:57');
    expect(fromLocalInput('2026-01-31T23:57')).toBe(new Date(2026, 0, 31, 23, 57).getTime());
  });
  it.each(['', '2026-01-31', '31.1.2026 10:00', '2026-13-01T10:00', 'x'])('cannot read %j', (value) => {
    expect(fromLocalInput(value)).toBeNull();
    expect(scheduleFault(value, now)).toBe('unreadable');
  });
  it('begins five minutes from now, at a full minute', () => {
    expect(toLocalInput(earliest(now))).toBe('2026-02-01T00:03');
    expect(scheduleFault(toLocalInput(earliest(now)), now)).toBeNull();
    expect(scheduleFault('2026-02-01T00:02', now)).toBe('too_soon');
    expect(scheduleFault('2025-01-01T00:00', now)).toBe('too_soon');
  });
  it('ends at the horizon', () => {
    expect(scheduleFault(toLocalInput(latest(now)), now)).toBeNull();
    expect(scheduleFault(toLocalInput(latest(now) + 60_000), now)).toBe('too_late');
  });
  it('offers a full hour that leaves at least an hour', () => {
    expect(toLocalInput(suggested(now))).toBe('2026-02-01T01:00');
    expect(suggested(new Date(2026, 0, 1, 10, 0, 0, 0).getTime())).toBe(new Date(2026, 0, 1, 11).getTime());
  });
});

describe('identity document', () => {
  it.each([
    [null, 'missing'],
    [{ size: 10, type: 'text/html' }, 'wrong_type'],
    [{ size: 10, type: '' }, 'wrong_type'],
    [{ size: 0, type: 'image/png' }, 'empty'],
    [{ size: largestDocumentBytes, type: 'application/pdf' }, null],
    [{ size: largestDocumentBytes + 1, type: 'image/jpeg' }, 'too_large'],
  ])('%j is %s', (file, fault) => {
    expect(documentFault(file)).toBe(fault);
  });
  it('lies in the folder of its owner', () => {
    expect(documentPath('user', 'upload', 'image/jpeg')).toBe('user/upload.jpg');
    expect(documentPath('user', 'upload', 'application/pdf')).toBe('user/upload.pdf');
  });
});

it('looks less and less often', () => {
  expect([0, 14, 15, 39, 40, 1_000].map(pollInterval)).toEqual([2_000, 2_000, 5_000, 5_000, 20_000, 20_000]);
});
