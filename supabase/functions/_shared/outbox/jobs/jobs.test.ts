import { describe, expect, it } from 'vitest';
import type { Exam } from '../../db/exams.ts';
import { certificate, createFakeCertificates } from '../../testing/certificates.ts';
import type { Badge, IssueBadge } from '../../vendors/credly/port.ts';
import type { Mail } from '../../vendors/email/port.ts';
import type { CreateProctoredSession } from '../../vendors/talview/port.ts';
import { isPermanent } from '../job.ts';
import { createCreateExamSession } from './create-exam-session.ts';
import { createIssueBadge } from './issue-badge.ts';
import { createReadBadgeEvent } from './read-badge-event.ts';
import { createReadExamSession } from './read-exam-session.ts';
import { createRefundDuplicate } from './refund-duplicate.ts';
import { createRenderCertificate } from './render-certificate.ts';
import { createRevokeBadge } from './revoke-badge.ts';
import { createSendEmail } from './send-email.ts';

const appUrl = 'https://certify.example.com';
const job = (payload: Record<string, unknown>) => ({ id: 'outbox-1', payload });
const ofCertificate = job({ certificate_id: certificate.id });

async function permanence(run: Promise<unknown>): Promise<boolean> {
  const error = await run.then(
    () => new Error('It did not fail'),
    (caught: unknown) => caught,
  );
  return isPermanent(error);
}

/** A Credly with a memory; refuses a second badge for the same address as the real one does. */
function createFakeCredly() {
  const badges: (Badge & { email: string; live: boolean })[] = [];
  const live = (earner: string) => badges.findLast((badge) => badge.issuerEarnerId === earner && badge.live) ?? null;
  const add = (wanted: IssueBadge, earner: string) => {
    const badge = {
      id: `badge-${badges.length + 1}`,
      state: 'pending' as const,
      url: 'https://credly.test/b',
      issuerEarnerId: earner,
    };
    badges.push({ ...badge, email: wanted.email, live: true });
    return badge;
  };
  return {
    badges,
    findBadge: async (earner: string) => live(earner),
    issueBadge: async (wanted: IssueBadge) =>
      badges.some(({ email, live: isLive }) => isLive && email === wanted.email)
        ? null
        : add(wanted, wanted.issuerEarnerId),
    replaceBadge: async (id: string, wanted: IssueBadge) => {
      const old = badges.find((badge) => badge.id === id);
      if (old) Object.assign(old, { live: false, state: 'revoked' });
      return add(wanted, old?.issuerEarnerId ?? '');
    },
    revokeBadge: async (id: string) => {
      Object.assign(badges.find((badge) => badge.id === id) ?? {}, { live: false, state: 'revoked' });
    },
    getBadge: async (id: string) => badges.find((badge) => badge.id === id) ?? null,
    readEvent: async (id: string) =>
      id === 'unknown' ? null : { type: 'badge.state.changed', badgeId: id.replace('event-of-', '') },
  };
}

describe('credly.issue', () => {
  it('issues once, although the first run was cut off before it was noted', async () => {
    const credly = createFakeCredly();
    const first = createFakeCertificates(certificate);
    const attachBadge = async () => {
      throw new Error('crash');
    };
    const run = createIssueBadge({ credly, appUrl, certificates: { ...first, attachBadge } });
    await expect(run(ofCertificate)).rejects.toThrow('crash');
    await createIssueBadge({ credly, appUrl, certificates: first })(ofCertificate);
    await createIssueBadge({ credly, appUrl, certificates: first })(ofCertificate);
    expect(credly.badges).toHaveLength(1);
    expect(first.badges).toEqual([{ id: certificate.id, badgeId: 'badge-1', state: 'pending' }]);
  });

  it('replaces the badge of the certificate that was renewed, once', async () => {
    const credly = createFakeCredly();
    const old = { ...certificate, id: '11111111-1111-4111-8111-111111111111' };
    const certificates = createFakeCertificates(old, { ...certificate, supersedes: old.id });
    await createIssueBadge({ credly, appUrl, certificates })(job({ certificate_id: old.id }));
    const broken = { ...certificates, attachBadge: async () => Promise.reject(new Error('crash')) };
    await expect(createIssueBadge({ credly, appUrl, certificates: broken })(ofCertificate)).rejects.toThrow('crash');
    await createIssueBadge({ credly, appUrl, certificates })(ofCertificate);
    expect(credly.badges.map(({ live }) => live)).toEqual([false, true]);
    expect(certificates.stored.get(certificate.id)?.credly_badge_id).toBe('badge-2');
  });

  it('does nothing for a revoked certificate or a track without a badge', async () => {
    const credly = createFakeCredly();
    for (const more of [{ status: 'revoked' as const }, { track: { credly_template_id: null } }]) {
      await createIssueBadge({ credly, appUrl, certificates: createFakeCertificates({ ...certificate, ...more }) })(
        ofCertificate,
      );
    }
    expect(credly.badges).toEqual([]);
  });

  it('gives up on what trying again cannot mend', async () => {
    const credly = createFakeCredly();
    const unknown = createIssueBadge({ credly, appUrl, certificates: createFakeCertificates() });
    expect(await permanence(unknown(ofCertificate))).toBe(true);
    expect(await permanence(unknown(job({ certificate_id: 'x' })))).toBe(true);
    const erased = createFakeCertificates({ ...certificate, email: null });
    expect(await permanence(createIssueBadge({ credly, appUrl, certificates: erased })(ofCertificate))).toBe(true);
  });
});

describe('credly.revoke and credly.read_event', () => {
  it('revokes and notes the state as Credly has it', async () => {
    const credly = createFakeCredly();
    const certificates = createFakeCertificates(certificate);
    await createIssueBadge({ credly, appUrl, certificates })(ofCertificate);
    await createRevokeBadge({ credly, certificates })(ofCertificate);
    expect(certificates.badges.at(-1)).toMatchObject({ badgeId: 'badge-1', state: 'revoked' });
  });

  it("reads the badge's own state, and finds the certificate even before the badge was noted", async () => {
    const credly = createFakeCredly();
    await credly.issueBadge({ ...wantedBadge, issuerEarnerId: certificate.id });
    const certificates = createFakeCertificates(certificate);
    await createReadBadgeEvent({ credly, certificates })(job({ event_id: 'event-of-badge-1' }));
    expect(certificates.badges).toEqual([{ id: certificate.id, badgeId: 'badge-1', state: 'pending' }]);
  });

  it('takes a hint about nothing, or about a badge that is not ours, without a fault', async () => {
    const credly = createFakeCredly();
    await credly.issueBadge({ ...wantedBadge, issuerEarnerId: 'somebody-else' });
    const certificates = createFakeCertificates(certificate);
    for (const event_id of ['unknown', 'event-of-badge-9', 'event-of-badge-1']) {
      await createReadBadgeEvent({ credly, certificates })(job({ event_id }));
    }
    expect(certificates.badges).toEqual([]);
  });
});

const wantedBadge: IssueBadge = {
  templateId: 't',
  issuerEarnerId: '',
  email: 'a@example.com',
  fullName: 'A B',
  issuedAt: certificate.issued_at,
  expiresAt: null,
  locale: 'en',
  evidence: { name: '', url: '' },
};

describe('certificate.render', () => {
  it('stores the same file at the same place each time', async () => {
    const certificates = createFakeCertificates(certificate);
    const renderCertificate = async ({ holderName }: { holderName: string }) => new TextEncoder().encode(holderName);
    const run = createRenderCertificate({ certificates, renderCertificate, appUrl });
    await run(ofCertificate);
    await run(ofCertificate);
    expect([...certificates.files.keys()]).toEqual([`${certificate.user_id}/AIR-2026-000123.pdf`]);
  });

  it('draws none for a revoked certificate', async () => {
    const certificates = createFakeCertificates({ ...certificate, status: 'revoked' });
    await createRenderCertificate({ certificates, renderCertificate: async () => new Uint8Array(), appUrl })(
      ofCertificate,
    );
    expect(certificates.files.size).toBe(0);
  });
});

const exam: Exam = {
  id: '7b6a1c3e-9a43-4a3b-8d55-0f3f7f0a9f11',
  user_id: certificate.user_id,
  track_id: 'ai basics',
  status: 'scheduled',
  scheduled_at: '2026-04-02T04:30:00+00:00',
  session_key: 'key-1',
  vendor_session_id: null,
  session_url: null,
};

describe('talview.create_session', () => {
  const run = async (row: Exam, after: Exam['status'] = 'ready') => {
    const asked: CreateProctoredSession[] = [];
    const cancelled: string[] = [];
    await createCreateExamSession({
      appUrl,
      exams: {
        findExam: async () => row,
        getSitting: async () => ({ attendeeName: 'Zoë', examMinutes: 60, graceHours: 24 }),
        attachExamSession: async () => ({ ...row, status: after }),
      },
      talview: {
        createSession: async (session) => {
          asked.push(session);
          return { vendorSessionId: 'v-1', sessionUrl: 'https://room.test/1' };
        },
        cancelSession: async (id) => void cancelled.push(id),
      },
    })(job({ exam_session_id: row.id }));
    return { asked, cancelled };
  };

  it('asks for a room under our key that closes after the grace', async () => {
    expect((await run(exam)).asked).toEqual([
      expect.objectContaining({
        sessionKey: 'key-1',
        durationMinutes: 60,
        attendeeName: 'Zoë',
        redirectUrl: `${appUrl}/exam/ai%20basics/return`,
        expiresAt: '2026-04-03T05:30:00.000Z',
      }),
    ]);
  });

  it('asks for none when there is one, or when the exam was called off', async () => {
    expect((await run({ ...exam, session_url: 'https://room.test/1', status: 'ready' })).asked).toEqual([]);
    expect((await run({ ...exam, status: 'cancelled' })).asked).toEqual([]);
  });

  it('closes the room again when the exam was called off meanwhile', async () => {
    expect((await run(exam, 'cancelled')).cancelled).toEqual(['v-1']);
  });
});

it('talview.read_session finds the session by our key when the callback gave no other id', async () => {
  const read: string[] = [];
  const run = createReadExamSession({
    exams: {
      findExamByKey: async (key) => (key === 'key-1' ? { ...exam, vendor_session_id: 'v-1' } : null),
      recordExamProgress: async () => ({ status: 'passed', certificate_id: null }),
    },
    talview: {
      getSession: async (id) => {
        read.push(id);
        return {
          vendorSessionId: id,
          sessionKey: 'key-1',
          status: 'reviewed',
          score: 80,
          rating: 'high',
          incidents: [],
          startedAt: null,
          submittedAt: null,
        };
      },
    },
  });
  await run(job({ vendor_session_id: null, session_key: 'key-1' }));
  await run(job({ vendor_session_id: 'v-2', session_key: null }));
  expect(read).toEqual(['v-1', 'v-2']);
  expect(await permanence(run(job({ session_key: 'other' })))).toBe(true);
});

it('payment.refund_duplicate gives back what is left, under one key', async () => {
  const asked: string[] = [];
  const run = (status: string) =>
    createRefundDuplicate({
      orders: {
        getPayment: async (id) => ({
          id,
          razorpay_payment_id: 'pay_1',
          amount: 118_000,
          amount_refunded: 18_000,
          status,
        }),
        recordRefund: async (_id, refund) => ({ outcome: refund.status }),
      },
      razorpay: {
        refundPayment: async (id, amount, key) => {
          asked.push(`${id} ${amount} ${key}`);
          return { id: 'rfnd_1', payment_id: id, amount, status: 'pending' };
        },
      },
    })(job({ payment_id: exam.id }));
  await run('captured');
  await run('refunded');
  expect(asked).toEqual([`pay_1 100000 duplicate-${exam.id}`]);
});

describe('email.send', () => {
  const context = {
    to: { email: 'priya@example.com', name: 'प्रिया\r\nशर्मा' },
    product_name: 'AI Ready',
    track_id: 'ai-basics',
    track_name: 'AI Basics',
    number: certificate.number,
    status: 'issued',
    issued_at: certificate.issued_at,
    expires_at: certificate.expires_at,
    pdf_path: 'u/AIR.pdf',
    verify_path: certificate.verify_path,
    credly_url: null,
    credly_state: null,
  };

  it('sends text, HTML, the attachment and the id of the outbox, with headers of one line', async () => {
    const sent: Mail[] = [];
    const certificates = createFakeCertificates();
    certificates.files.set('u/AIR.pdf', new TextEncoder().encode('%PDF'));
    const email = { send: async (mail: Mail) => void sent.push(mail) };
    const run = createSendEmail({ mails: { getContext: async () => context }, certificates, email, appUrl });
    await run(job({ template: 'certificate_ready', params: { certificate_id: certificate.id } }));
    expect(sent).toMatchObject([
      {
        to: { email: 'priya@example.com', name: 'प्रिया शर्मा' },
        subject: 'Your certificate: AI Basics',
        outboxId: 'outbox-1',
      },
    ]);
    expect(sent[0]?.attachments[0]?.filename).toBe('AIR-2026-000123.pdf');
    expect(await permanence(run(job({ template: 'unknown', params: {} })))).toBe(true);
  });
});
